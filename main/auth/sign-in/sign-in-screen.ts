import type { Store } from "../../base/store.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import type { SignIn } from "../../contract/state.ts";
import type { SignInPage } from "./sign-in.ts";

/** What the person sees of a sign-in: the words in the window, and the page that waits for them in the browser. */
export interface SignInScreen {
  state(): SignIn;
  show(signIn: SignIn): void;
  /** Where the person goes on: it can be opened, and its address copied. */
  waitAt(page: SignInPage, organisationId: string): void;
  leavePage(): void;
  /** Opens the page that waits, if one does. It may open late or never. Errors: browser-not-opened. */
  openPage(): Promise<Result<undefined>>;
  /** Of the page that waits; null while none does. */
  address(): string | null;
  userCode(): string | null;
}

/** Opens the sign-in page of this organisation and no other; false where that did not work. */
export type OpenPage = (page: SignInPage, organisationId: string) => Promise<boolean>;

export function createSignInScreen(store: Store, open: OpenPage): SignInScreen {
  let shown: SignIn = { kind: "idle" };
  let waiting: { readonly page: SignInPage; readonly organisationId: string } | null = null;

  function show(signIn: SignIn): void {
    shown = signIn;
    store.update((state) => ({ ...state, signIn }));
  }

  return {
    state: () => shown,
    show,
    waitAt(page, organisationId) {
      waiting = { page, organisationId };
    },
    leavePage() {
      waiting = null;
    },
    async openPage() {
      const opening = waiting;
      if (opening === null) return ok(undefined);
      const opened = await open(opening.page, opening.organisationId);
      // A page that opens late may be that of a sign-in that was left.
      if (waiting === opening && shown.kind === "browser" && !shown.redeeming)
        show({ ...shown, browser: opened ? "open" : "not-opened" });
      return opened ? ok(undefined) : fail({ kind: "browser-not-opened" });
    },
    address: () => waiting?.page.url ?? null,
    userCode: () => (shown.kind === "code" ? shown.userCode : null),
  };
}
