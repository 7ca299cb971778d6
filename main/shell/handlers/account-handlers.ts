import type { Session } from "../../auth/session.ts";
import type { SignInFlow } from "../../auth/sign-in/sign-in-flow.ts";
import type { Opener } from "../../base/opener.ts";
import type { OrganisationDescriptor } from "../../base/organisation.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/requests/vocabulary.ts";
import type { Account } from "../../contract/state.ts";
import type { Clipboard } from "../../meetings/fulfil.ts";
import type { Organisations } from "../organisations.ts";
import type { Preferences } from "../preferences.ts";
import type { SignOut } from "./sign-out.ts";

export interface AccountHandlersDependencies {
  readonly session: Session;
  readonly signIn: SignInFlow;
  readonly signOut: SignOut;
  readonly organisations: Pick<Organisations, "all">;
  readonly descriptor: (organisationId: string) => OrganisationDescriptor | null;
  readonly preferences: Pick<Preferences, "changeAccountDefaults" | "settings">;
  readonly opener: Pick<Opener, "openSignInPage">;
  readonly clipboard: Pick<Clipboard, "writeText">;
}

/** Where a code is not offered, whoever asks for one all the same is refused. */
const noCodes = { kind: "sign-in-refused", reason: "code-not-allowed", trace: null } as const;

/** Who is signed in, and signing in and out. */
export function createAccountHandlers({
  session,
  signIn,
  signOut,
  organisations,
  descriptor,
  preferences,
  opener,
  clipboard,
}: AccountHandlersDependencies) {
  const find = (accountId: string) =>
    session.known().find(({ account }) => account.id === accountId) ?? null;
  const again = (account: Account) =>
    signIn.begin({ account, organisationId: account.organisationId });
  const copy = async (text: string | null) =>
    text === null ? fail({ kind: "not-signed-in" }) : clipboard.writeText(text);

  /** Whoever is chosen, once more; else the first to come. */
  async function signInAnybody(): Promise<Result<undefined>> {
    const state = session.state();
    if (state.kind === "expired") return again(state.account);
    if (state.kind === "signed-out" && state.error?.kind === "keyring-locked") {
      await session.restore();
      // The keyring opened: nobody needs to sign in.
      if (session.account()) return ok(undefined);
    }
    const all = organisations.all();
    const last = all.find(({ id }) => id === signIn.desired()?.organisationId) ?? all[0];
    if (!last) return fail({ kind: "not-set-up" });
    return signIn.begin({ account: null, organisationId: last.id });
  }

  return {
    async signIn({ accountId }) {
      if (accountId === null) return signInAnybody();
      const known = find(accountId);
      return known ? again(known.account) : fail({ kind: "not-signed-in" });
    },
    addAccount: ({ organisationId }) => signIn.begin({ account: null, organisationId }),
    cancelSignIn: () => signIn.cancel(),
    signInWithCode: async () =>
      preferences.settings().offerCode ? signIn.useCode() : fail(noCodes),
    signInWithBrowser: () => signIn.useBrowser(),
    retrySignIn: (options) => signIn.retry(options),
    admitWhoCame: () => signIn.useWhoCame(),
    reopenSignInPage: () => signIn.reopenPage(),
    copySignInAddress: () => copy(signIn.address()),
    copySignInCode: () => copy(signIn.userCode()),
    async dismissSignIn() {
      signIn.dismiss();
      return ok(undefined);
    },
    chooseAccount: async ({ accountId }) => session.choose(accountId),
    async signOut({ accountId, atMicrosoft }) {
      const known = find(accountId);
      if (!known) return fail({ kind: "not-signed-in" });
      const open = descriptor(known.account.organisationId);
      const signedOut = await signOut(accountId);
      if (!signedOut.ok) return signedOut;
      if (!atMicrosoft || signedOut.value === null || !open) return ok(undefined);
      const opened = await opener.openSignInPage(signedOut.value, open);
      return opened ? ok(undefined) : fail({ kind: "browser-not-opened" });
    },
    async signOutEverybody() {
      for (const { account } of session.known()) {
        const signedOut = await signOut(account.id);
        if (!signedOut.ok) return signedOut;
      }
      return ok(undefined);
    },
    async changeAccountDefaults({ accountId, ...defaults }) {
      const known = find(accountId);
      return known
        ? preferences.changeAccountDefaults(known.key, defaults)
        : fail({ kind: "not-signed-in" });
    },
  } satisfies Partial<Handlers>;
}
