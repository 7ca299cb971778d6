import type { Clock } from "../clock.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Account, Session as SessionState } from "../contract/state.ts";
import type { Log } from "../log.ts";
import type { Store } from "../store.ts";
import type { Accounts } from "./accounts.ts";
import { createKeepFresh } from "./keep-fresh.ts";
import { signInDeadlineMilliseconds } from "./sign-in.ts";

export interface SessionDependencies {
  readonly accounts: Accounts;
  readonly store: Store;
  /** Opens the sign-in page in the person's browser; false where that did not work. */
  readonly openPage: (url: string) => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1. */
  readonly random: () => number;
  /** After a start with an account, and after each sign-in. */
  readonly onSignedIn: () => void;
}

/** Who is signed in, and the one sign-in there may be at a time. */
export interface Session {
  /** Takes up what an earlier run left: no sign-in needed. */
  start(): Promise<void>;
  account(): Account | null;
  /** While one sign-in waits, a second press brings its page back instead of starting another. */
  signIn(): Promise<Result<undefined>>;
  cancel(): Promise<Result<undefined>>;
  reopenPage(): Promise<Result<undefined>>;
  /** Of the page that waits; null while none does. */
  address(): string | null;
  signOut(): Promise<Result<undefined>>;
  token(options: { forceRefresh: boolean }): Promise<Result<string>>;
  /** Graph refused the freshest token there is. */
  markExpired(error: AppError): void;
  /** After sleep, or when the network is back: a token that ran out meanwhile is renewed now. */
  wake(): void;
  close(): Promise<void>;
}

interface Waiting {
  readonly controller: AbortController;
  readonly done: Promise<Result<undefined>>;
  url: string | null;
}

export function createSession(dependencies: SessionDependencies): Session {
  const { accounts, store, openPage, clock, log, onSignedIn } = dependencies;
  let waiting: Waiting | null = null;

  const show = (session: SessionState) => store.update((state) => ({ ...state, session }));
  const state = () => store.read().session;
  const account = () => {
    const session = state();
    return session.kind === "signed-in" || session.kind === "expired" ? session.account : null;
  };

  const fresh = createKeepFresh({ ...dependencies, token: (force) => token(force) });

  async function token({ forceRefresh }: { forceRefresh: boolean }): Promise<Result<string>> {
    const session = state();
    if (session.kind === "expired") return fail(session.error);
    if (session.kind !== "signed-in") return fail({ kind: "not-signed-in" });
    const { id } = session.account;
    const result = await accounts.token({ accountId: id, forceRefresh });
    if (result.ok) {
      fresh.plan(result.value.expiresAt);
      return ok(result.value.value);
    }
    if (endsSession(result.error)) markExpired(result.error);
    return result;
  }

  function markExpired(error: AppError): void {
    const session = state();
    if (session.kind !== "signed-in") return;
    fresh.stop();
    log.warn("sign-in-ended", { kind: error.kind });
    show({ kind: "expired", account: session.account, error });
  }

  function signIn(): Promise<Result<undefined>> {
    if (waiting) return bringBack(waiting);
    const controller = new AbortController();
    const before = state();
    const mine: Waiting = { controller, url: null, done: run(before, controller.signal) };
    waiting = mine;
    void mine.done.finally(() => {
      waiting = null;
    });
    return mine.done;
  }

  async function bringBack(first: Waiting): Promise<Result<undefined>> {
    await reopenPage();
    return first.done;
  }

  async function run(before: SessionState, signal: AbortSignal): Promise<Result<undefined>> {
    const who = before.kind === "expired" ? before.account : null;
    const deadlineAt = clock.now() + signInDeadlineMilliseconds;
    const progress = { kind: "signing-in", deadlineAt } as const;
    show({ ...progress, browser: "opening", redeeming: false });
    const result = await accounts.signIn({
      signal,
      loginHint: who?.username ?? null,
      onAddress: (url) => {
        if (waiting) waiting.url = url;
        void open(url);
      },
      onRedeeming: () => show({ ...progress, browser: "open", redeeming: true }),
    });
    if (result.ok) {
      log.info("signed-in");
      show({ kind: "signed-in", account: result.value });
      onSignedIn();
      return ok(undefined);
    }
    log.warn("sign-in-failed", { kind: result.error.kind });
    show(afterFailure(before, result.error));
    return result;
  }

  /** The page may open late or never; the address can be copied meanwhile. */
  async function open(url: string): Promise<boolean> {
    const opened = await openPage(url);
    store.update((now) =>
      now.session.kind === "signing-in" && !now.session.redeeming
        ? { ...now, session: { ...now.session, browser: opened ? "open" : "not-opened" } }
        : now,
    );
    return opened;
  }

  async function reopenPage(): Promise<Result<undefined>> {
    const url = waiting?.url;
    if (url === null || url === undefined) return ok(undefined);
    return (await open(url)) ? ok(undefined) : fail({ kind: "browser-not-opened" });
  }

  async function cancel(): Promise<Result<undefined>> {
    const current = waiting;
    current?.controller.abort();
    await current?.done;
    return ok(undefined);
  }

  async function signOut(): Promise<Result<undefined>> {
    await cancel();
    const who = account();
    if (!who) return ok(undefined);
    fresh.stop();
    const result = await accounts.signOut(who.id);
    log.info("signed-out", { ok: result.ok });
    show({ kind: "signed-out", error: null });
    return result;
  }

  return {
    async start() {
      const restored = await accounts.restore();
      if (!restored.ok) {
        log.warn("session-not-restored", { kind: restored.error.kind });
        return show({ kind: "signed-out", error: restored.error });
      }
      if (!restored.value) return show({ kind: "signed-out", error: null });
      show({ kind: "signed-in", account: restored.value });
      onSignedIn();
    },
    account,
    signIn,
    cancel,
    reopenPage,
    address: () => waiting?.url ?? null,
    signOut,
    token,
    markExpired,
    wake: () => fresh.wake(),
    async close() {
      fresh.stop();
      await cancel();
    },
  };
}

/** Only what a new sign-in mends. A lost connection or a busy service ends nothing. */
const endsSession = (error: AppError): boolean =>
  error.kind === "sign-in-again" || (error.kind === "sign-in-refused" && error.reason !== "busy");

/** Nothing is lost by a sign-in that came to nothing: who was known stays known. */
function afterFailure(before: SessionState, error: AppError): SessionState {
  const shown = error.kind === "cancelled" ? null : error;
  if (before.kind === "expired") return shown ? { ...before, error: shown } : before;
  if (before.kind === "signed-in") return before;
  return { kind: "signed-out", error: shown };
}
