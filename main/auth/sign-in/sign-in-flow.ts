import type { Clock } from "../../base/clock.ts";
import { type AppError, fail, ok, type Result } from "../../contract/errors.ts";
import type { Account, AdminMessage, SignIn } from "../../contract/state.ts";
import type { Log } from "../../base/log.ts";
import type { Store } from "../../base/store.ts";
import type { DeviceCode } from "./device-code.ts";
import type { ExtraPermission } from "../permissions.ts";
import type { OpenOrganisation, Session } from "../session.ts";
import { signInDeadlineMilliseconds, type SignInPage } from "./sign-in.ts";
import { unbroken } from "./unbroken.ts";

export interface SignInFlowDependencies {
  readonly organisations: () => readonly OpenOrganisation[];
  readonly session: Session;
  readonly store: Store;
  /** Opens the sign-in page of this organisation and no other; false where that did not work. */
  readonly openPage: (page: SignInPage, organisationId: string) => Promise<boolean>;
  readonly adminMessage: (
    error: AppError,
    desired: Omit<DesiredSignIn, "account">,
  ) => AdminMessage | null;
  readonly clock: Clock;
  readonly log: Log;
}

/** `account` is who signs in again; null is somebody new. */
export interface DesiredSignIn {
  readonly organisationId: string;
  readonly account: Account | null;
  readonly permissions?: readonly ExtraPermission[];
  /** What it was for: done when it succeeds after whoever began it was told that it had failed. */
  readonly onLater?: () => Promise<Result<undefined>>;
}

/** The one sign-in there may be at a time. */
export interface SignInFlow {
  /** While one waits, a second press brings its page back instead of starting another. */
  begin(desired: DesiredSignIn): Promise<Result<undefined>>;
  /** The last one once more, in the way it was tried, with what it was for. */
  retry(options: { asSomebodyElse: boolean }): Promise<Result<undefined>>;
  /** Who came in place of who was asked for, now as themselves, in the way they came. */
  useWhoCame(): Promise<Result<undefined>>;
  /** Ends the wait for the browser and goes on with a code; also after a failure. */
  useCode(): Promise<Result<undefined>>;
  /** Ends the wait for a code and goes on in the browser; also after a failure. */
  useBrowser(): Promise<Result<undefined>>;
  /** Settles at once, whatever the network does. */
  cancel(): Promise<Result<undefined>>;
  reopenPage(): Promise<Result<undefined>>;
  state(): SignIn;
  /** Of the page that waits; null while none does. */
  address(): string | null;
  userCode(): string | null;
  /** Puts away what a failed sign-in said, and what it was for. */
  dismiss(): void;
  /** The last one that was asked for: a failure is about this one. */
  desired(): DesiredSignIn | null;
  /** What it failed for is there after all: what it was for is done. */
  overcome(): Promise<Result<undefined>>;
}

interface Waiting {
  readonly controller: AbortController;
  readonly done: Promise<Result<undefined>>;
}

export function createSignInFlow(dependencies: SignInFlowDependencies): SignInFlow {
  const { organisations, session, store, clock, log } = dependencies;
  let waiting: Waiting | null = null;
  let desired: DesiredSignIn | null = null;
  let page: SignInPage | null = null;
  /** Nobody waits any more for what it was for. */
  let isLate = false;
  let shown: SignIn = { kind: "idle" };

  function show(signIn: SignIn): void {
    shown = signIn;
    store.update((state) => ({ ...state, signIn }));
  }
  const username = () => desired?.account?.username ?? null;
  type Way = (signal: AbortSignal) => Promise<Result<Account>>;
  let way: Way = inBrowser;

  /** `run` shows its own progress; whatever ends it is shown here. */
  function start(run: Way) {
    way = run;
    const controller = new AbortController();
    const mine: Waiting = { controller, done: finish(run(controller.signal), controller.signal) };
    waiting = mine;
    return mine.done;
  }

  async function finish(
    running: Promise<Result<Account>>,
    signal: AbortSignal,
  ): Promise<Result<undefined>> {
    const result = await unbroken(running, log);
    // A way that was left for another one has nothing to show any more.
    if (waiting?.controller.signal !== signal) return result.ok ? ok(undefined) : result;
    waiting = null;
    page = null;
    if (!result.ok) {
      log.warn("sign-in-failed", { kind: result.error.kind });
      isLate = result.error.kind !== "cancelled";
      show(afterFailure(result.error));
      return result;
    }
    // Before the wait is over: whoever sees its end sees who came.
    session.admit(result.value);
    if (result.value.kind === "member") {
      show({ kind: "idle" });
      return goOn();
    }
    // A guest is kept, so that the list can say why they cannot be chosen.
    const guest = { kind: "guest-account" } as const;
    isLate = true;
    show(afterFailure(guest));
    return fail(guest);
  }

  async function goOn(): Promise<Result<undefined>> {
    const later = isLate ? desired?.onLater : undefined;
    isLate = false;
    return later ? later() : ok(undefined);
  }

  function afterFailure(error: AppError): SignIn {
    if (error.kind === "cancelled") return { kind: "idle" };
    const adminMessage = desired && dependencies.adminMessage(error, desired);
    return { kind: "failed", error, adminMessage };
  }

  const accounts = () => organisations().find(({ id }) => id === desired?.organisationId)?.accounts;

  async function begin(next: DesiredSignIn): Promise<Result<undefined>> {
    if (waiting) {
      const first = waiting.done;
      await reopenPage();
      return first;
    }
    desired = next;
    isLate = false;
    return start(inBrowser);
  }

  async function inBrowser(signal: AbortSignal): Promise<Result<Account>> {
    const open = accounts();
    if (!open || !desired) return fail({ kind: "not-set-up" });
    const deadlineAt = clock.now() + signInDeadlineMilliseconds;
    const progress = { kind: "browser", username: username(), deadlineAt } as const;
    show({ ...progress, browser: "opening", redeeming: false });
    return open.signIn({
      signal,
      accountId: desired.account?.id ?? null,
      loginHint: username(),
      permissions: desired.permissions ?? [],
      onAddress(url, oneTimeAddress) {
        page = { url, oneTimeAddress };
        void openPage(page);
      },
      onRedeeming: () => {
        page = null;
        if (!signal.aborted) show({ ...progress, browser: "open", redeeming: true });
      },
    });
  }

  async function byCode(signal: AbortSignal): Promise<Result<Account>> {
    const open = accounts();
    if (!open) return fail({ kind: "not-set-up" });
    const progress = { kind: "code", username: username() } as const;
    const deadlineAt = clock.now() + signInDeadlineMilliseconds;
    show({ ...progress, deadlineAt, userCode: null, page: null });
    return open.signInWithCode({
      signal,
      accountId: desired?.account?.id ?? null,
      loginHint: username(),
      permissions: desired?.permissions ?? [],
      onCode({ userCode, page: url, expiresAt }: DeviceCode) {
        if (signal.aborted) return;
        page = { url, oneTimeAddress: () => url };
        show({ ...progress, deadlineAt: expiresAt, userCode, page: url });
      },
    });
  }

  /** The page may open late or never; the address can be copied meanwhile. */
  async function openPage(opening: SignInPage): Promise<boolean> {
    const opened = await dependencies.openPage(opening, desired?.organisationId ?? "");
    // A page that opens late may be that of a sign-in that was left.
    if (page === opening && shown.kind === "browser" && !shown.redeeming)
      show({ ...shown, browser: opened ? "open" : "not-opened" });
    return opened;
  }

  /** Leaves the way that waits, if one does, for this one. */
  async function goOnBy(next: Way): Promise<Result<undefined>> {
    if (desired === null) return fail({ kind: "not-set-up" });
    const left = waiting;
    waiting = null;
    page = null;
    left?.controller.abort();
    return start(next);
  }

  async function reopenPage(): Promise<Result<undefined>> {
    if (page === null) return ok(undefined);
    return (await openPage(page)) ? ok(undefined) : fail({ kind: "browser-not-opened" });
  }

  return {
    begin,
    async retry({ asSomebodyElse }) {
      if (desired === null) return fail({ kind: "not-set-up" });
      if (waiting) return begin(desired);
      if (asSomebodyElse) desired = { ...desired, account: null };
      return start(way);
    },
    async useWhoCame() {
      if (desired === null || shown.kind !== "failed" || shown.error.kind !== "other-account-came")
        return fail({ kind: "not-signed-in" });
      desired = { ...desired, account: shown.error.came };
      return start(way);
    },
    useCode: () => goOnBy(byCode),
    useBrowser: () => goOnBy(inBrowser),
    async cancel() {
      const current = waiting;
      current?.controller.abort();
      await current?.done;
      return ok(undefined);
    },
    reopenPage,
    address: () => page?.url ?? null,
    state: () => shown,
    userCode: () => (shown.kind === "code" ? shown.userCode : null),
    dismiss() {
      if (waiting) return;
      isLate = false;
      show({ kind: "idle" });
    },
    desired: () => desired,
    async overcome() {
      if (waiting || shown.kind !== "failed") return ok(undefined);
      show({ kind: "idle" });
      return goOn();
    },
  };
}
