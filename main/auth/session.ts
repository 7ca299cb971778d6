import type { Clock } from "../base/clock.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Account, KnownAccount, Session as SessionState } from "../contract/state.ts";
import type { Log } from "../base/log.ts";
import type { Store } from "../base/store.ts";
import type { Accounts, TokenRequest } from "./accounts.ts";
import type { Remembered } from "./remembered.ts";
import { createKeepFresh } from "./tokens/keep-fresh.ts";
import { createLargerPermission } from "./tokens/larger-permission.ts";
import { createRetryLocked } from "./tokens/retry-locked.ts";

/** One app registration that is open: its accounts, and what it is called. */
export interface OpenOrganisation {
  readonly id: string;
  readonly accounts: Accounts;
}

export interface SessionDependencies {
  readonly organisations: () => readonly OpenOrganisation[];
  readonly store: Store;
  /** Names an account in plain files without telling who it is. */
  readonly keyOf: (accountId: string) => string;
  readonly remembered: Remembered;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1. */
  readonly random: () => number;
  /** For each account that can be used: after a start and after each sign-in. */
  readonly onReady: () => void;
  /** Somebody came or left: what belongs to them is shown, or shown no more, before the state says who is here. */
  readonly onKnown: () => void;
}

/** Who is known on this computer, and who of them organises. */
export interface Session {
  /** Takes up what earlier runs left: no sign-in needed. Again for organisations that came later. */
  restore(): Promise<void>;
  /** Who organises new meetings; null while nobody can. */
  account(): Account | null;
  known(): readonly KnownAccount[];
  state(): SessionState;
  /** Never happens by itself while the chosen one is known. Errors: not-signed-in, guest-account. */
  choose(accountId: string): Result<undefined>;
  /** After a sign-in; whoever just signed in is who they want to be. */
  admit(account: Account): void;
  /** Here only. Answers the page that ends the session at Microsoft too, null for an unknown account. */
  signOut(accountId: string): Promise<Result<string | null>>;
  token(request: TokenRequest): Promise<Result<string>>;
  /** Graph refused the freshest token there is. */
  markExpired(accountId: string, error: AppError): void;
  /** After sleep, or when the network is back: a token that ran out meanwhile is renewed now. */
  wake(): void;
  close(): void;
}

export function createSession(dependencies: SessionDependencies): Session {
  const { organisations, store, keyOf, remembered, clock, log } = dependencies;
  let known: readonly KnownAccount[] = [];
  const restoreErrors = new Map<string, AppError>();
  const closed = new AbortController();
  let isStarted = false;
  const tokenOf = createLargerPermission();

  const find = (accountId: string) => known.find(({ account }) => account.id === accountId) ?? null;
  const usable = () => known.filter(({ account }) => account.kind === "member");
  function current(): KnownAccount | null {
    const wanted = remembered.chosen();
    const found = usable().find(({ key }) => key === wanted);
    if (found) return found;
    // Whoever was chosen may be behind a locked keyring: nobody else organises in their place.
    return wanted !== null && restoreErrors.size > 0 ? null : (usable()[0] ?? null);
  }

  const fresh = createKeepFresh({
    ...dependencies,
    async token(options) {
      const who = current();
      return who
        ? token({ accountId: who.account.id, ...options })
        : fail({ kind: "not-signed-in" });
    },
  });

  function show(): void {
    store.update((state) => ({ ...state, accounts: known, session: sessionState() }));
  }

  function sessionState(): SessionState {
    const who = current();
    if (who?.problem) return { kind: "expired", account: who.account, error: who.problem };
    if (who) return { kind: "signed-in", account: who.account };
    if (!isStarted) return { kind: "starting" };
    const [error = null] = restoreErrors.values();
    return { kind: "signed-out", error };
  }

  const change = (next: readonly KnownAccount[]) => {
    const before = current()?.account.id;
    known = next;
    const after = current();
    dependencies.onKnown();
    show();
    if (after?.account.id === before) return;
    fresh.stop();
    if (isStarted && after?.problem === null) fresh.begin();
  };

  async function restore(): Promise<void> {
    const open = organisations();
    const results = await Promise.all(
      open.map(async ({ id, accounts }) => ({ id, accounts, restored: await accounts.restore() })),
    );
    const found: KnownAccount[] = [];
    restoreErrors.clear();
    for (const { id, accounts, restored } of results) {
      if (restored.ok)
        for (const { account, hasRefreshToken } of restored.value) {
          const key = keyOf(account.id);
          const problem = hasRefreshToken ? null : signInAgain;
          // Their tokens leave again with them.
          if (remembered.hasLeft(key)) await accounts.signOut(account.id);
          else found.push(find(account.id) ?? { account, key, problem });
        }
      else {
        log.warn("session-not-restored", { kind: restored.error.kind });
        restoreErrors.set(id, restored.error);
        found.push(...known.filter(({ account }) => account.organisationId === id));
      }
    }
    isStarted = true;
    // Whoever signed in while this was being read is not in what was read.
    const late = known.filter(
      ({ account }) =>
        open.some(({ id }) => id === account.organisationId) &&
        !found.some((one) => one.account.id === account.id),
    );
    change([...found, ...late]);
    if (current()?.problem === null) {
      fresh.begin();
      dependencies.onReady();
    }
  }

  const isLocked = () =>
    [...restoreErrors.values()].some(
      ({ kind }) => kind === "keyring-locked" || kind === "disk-failed",
    );

  const retryLocked = createRetryLocked({ isLocked, restore, clock, signal: closed.signal });

  const accountsOf = (accountId: string): Accounts | null => {
    const organisationId = find(accountId)?.account.organisationId;
    return organisations().find(({ id }) => id === organisationId)?.accounts ?? null;
  };

  async function token(request: TokenRequest): Promise<Result<string>> {
    const { accountId } = request;
    const before = find(accountId);
    const accounts = accountsOf(accountId);
    if (!before || !accounts) return fail({ kind: "not-signed-in" });
    if (before.problem) return fail(before.problem);
    const result = await tokenOf(accounts, request);
    // What comes after a sign-out, or after a new sign-in, says nothing about who is there now.
    const after = find(accountId);
    if (after === null) return fail({ kind: "not-signed-in" });
    if (!result.ok) {
      if (after === before && isOrdinary(request) && result.error.kind === "sign-in-again")
        markExpired(accountId, result.error);
      return result;
    }
    if (current()?.account.id === accountId && isOrdinary(request))
      fresh.plan(result.value.expiresAt);
    return ok(result.value.value);
  }

  function markExpired(accountId: string, problem: AppError): void {
    const who = find(accountId);
    if (!who || who.problem) return;
    log.warn("sign-in-ended", { kind: problem.kind });
    if (current() === who) fresh.stop();
    change(known.map((one) => (one === who ? { ...one, problem } : one)));
  }

  function choose(accountId: string): Result<undefined> {
    const who = find(accountId);
    if (!who) return fail({ kind: "not-signed-in" });
    if (who.account.kind === "guest") return fail({ kind: "guest-account" });
    if (who.key === remembered.chosen()) return ok(undefined);
    remembered.choose(who.key);
    fresh.stop();
    show();
    if (who.problem === null) fresh.begin();
    return ok(undefined);
  }

  function admit(account: Account): void {
    const entry: KnownAccount = { account, key: keyOf(account.id), problem: null };
    // Others of the organisation are still behind the keyring.
    if (!isLocked()) restoreErrors.delete(account.organisationId);
    remembered.setLeft(entry.key, false);
    if (account.kind === "member") remembered.choose(entry.key);
    isStarted = true;
    const isKnown = find(account.id) !== null;
    change(
      isKnown
        ? known.map((one) => (one.account.id === account.id ? entry : one))
        : [...known, entry],
    );
    fresh.begin();
    log.info("signed-in");
    dependencies.onReady();
  }

  async function signOut(accountId: string): Promise<Result<string | null>> {
    const accounts = accountsOf(accountId);
    if (!accounts) return ok(null);
    if (current()?.account.id === accountId) remembered.choose(null);
    remembered.setLeft(keyOf(accountId), true);
    change(known.filter(({ account }) => account.id !== accountId));
    const result = await accounts.signOut(accountId);
    log.info("signed-out", { ok: result.ok });
    return result;
  }

  return {
    async restore() {
      await restore();
      void retryLocked();
    },
    account: () => current()?.account ?? null,
    known: () => known,
    state: sessionState,
    choose,
    admit,
    signOut,
    token,
    markExpired,
    wake: () => fresh.wake(),
    close() {
      closed.abort();
      fresh.stop();
    },
  };
}

/** Whoever lacks an extra permission can still do all the rest. */
const isOrdinary = ({ permissions = [] }: TokenRequest): boolean => permissions.length === 0;

const signInAgain: AppError = { kind: "sign-in-again", reason: null, trace: null };
