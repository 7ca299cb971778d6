import type { Clock } from "../../base/clock.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import type { Account, SignIn } from "../../contract/state.ts";
import type { Log } from "../../base/log.ts";
import type { Store } from "../../base/store.ts";
import { createAttempts } from "./attempts.ts";
import type { ExtraPermission } from "../permissions.ts";
import type { OpenOrganisation, Session } from "../session.ts";
import { type AdminMessageOf, createSignInEnd } from "./sign-in-end.ts";
import { createSignInScreen, type OpenPage } from "./sign-in-screen.ts";
import { byCode, inBrowser, type Way } from "./ways.ts";

export interface SignInFlowDependencies {
  readonly organisations: () => readonly OpenOrganisation[];
  readonly session: Session;
  readonly store: Store;
  readonly openPage: OpenPage;
  readonly adminMessage: AdminMessageOf;
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

export function createSignInFlow(dependencies: SignInFlowDependencies): SignInFlow {
  const { organisations, session, store, clock, log } = dependencies;
  const screen = createSignInScreen(store, dependencies.openPage);
  const attempts = createAttempts(log);
  const end = createSignInEnd(screen, session, dependencies.adminMessage, log);
  const browser = inBrowser(screen, clock);
  const code = byCode(screen, clock);
  let desired: DesiredSignIn | null = null;
  let way = browser;

  async function run(signal: AbortSignal): Promise<Result<Account>> {
    const open = organisations().find(({ id }) => id === desired?.organisationId);
    return open && desired ? way(open.accounts, desired, signal) : fail({ kind: "not-set-up" });
  }

  function start(next: Way): Promise<Result<undefined>> {
    way = next;
    return attempts.start(run, (result) => end.take(result, desired));
  }

  async function begin(next: DesiredSignIn): Promise<Result<undefined>> {
    const first = attempts.waiting();
    if (first) {
      await screen.openPage();
      return first;
    }
    desired = next;
    end.forget();
    return start(browser);
  }

  async function retry({ asSomebodyElse }: { asSomebodyElse: boolean }) {
    if (desired === null) return fail({ kind: "not-set-up" });
    if (attempts.waiting()) return begin(desired);
    if (asSomebodyElse) desired = { ...desired, account: null };
    return start(way);
  }

  async function useWhoCame(): Promise<Result<undefined>> {
    const shown = screen.state();
    if (desired === null || shown.kind !== "failed" || shown.error.kind !== "other-account-came")
      return fail({ kind: "not-signed-in" });
    desired = { ...desired, account: shown.error.came };
    return start(way);
  }

  /** Leaves the way that waits, if one does, for this one. */
  async function goOnBy(next: Way): Promise<Result<undefined>> {
    if (desired === null) return fail({ kind: "not-set-up" });
    attempts.leave();
    screen.leavePage();
    return start(next);
  }

  return {
    begin,
    retry,
    useWhoCame,
    useCode: () => goOnBy(code),
    useBrowser: () => goOnBy(browser),
    async cancel() {
      await attempts.cancel();
      return ok(undefined);
    },
    reopenPage: () => screen.openPage(),
    address: () => screen.address(),
    state: () => screen.state(),
    userCode: () => screen.userCode(),
    dismiss() {
      if (attempts.waiting()) return;
      end.forget();
      screen.show({ kind: "idle" });
    },
    desired: () => desired,
    async overcome() {
      const isOver = attempts.waiting() !== null || screen.state().kind !== "failed";
      return isOver ? ok(undefined) : end.overcome(desired);
    },
  };
}
