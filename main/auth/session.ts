import type { Clock } from "../base/clock.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Account, KnownAccount, Session as SessionState } from "../contract/state.ts";
import type { Log } from "../base/log.ts";
import type { Store } from "../base/store.ts";
import type { Accounts, TokenRequest } from "./accounts.ts";
import { createKnownAccounts } from "./known-accounts.ts";
import { createKnownTokens } from "./known-tokens.ts";
import { createReadEarlier } from "./read-earlier.ts";
import type { Remembered } from "./remembered.ts";
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
  const { organisations, store, keyOf, remembered, clock, log, random, onReady } = dependencies;
  const closed = new AbortController();
  const known = createKnownAccounts(store, remembered, dependencies.onKnown);
  const tokens = createKnownTokens(known, accountsOf, { clock, random }, log);
  const readEarlier = createReadEarlier(known, remembered, keyOf, log);
  const isLocked = () => known.isLocked();
  const retryLocked = createRetryLocked({ isLocked, restore, clock, signal: closed.signal });

  function accountsOf(accountId: string): Accounts | null {
    const organisationId = known.find(accountId)?.account.organisationId;
    return organisations().find(({ id }) => id === organisationId)?.accounts ?? null;
  }

  async function restore(): Promise<void> {
    const found = await readEarlier(organisations());
    known.begin();
    tokens.change(found);
    if (known.current()?.problem !== null) return;
    tokens.begin();
    onReady();
  }

  function choose(accountId: string): Result<undefined> {
    const who = known.find(accountId);
    if (!who) return fail({ kind: "not-signed-in" });
    if (who.account.kind === "guest") return fail({ kind: "guest-account" });
    if (who.key === remembered.chosen()) return ok(undefined);
    remembered.choose(who.key);
    tokens.stop();
    known.show();
    if (who.problem === null) tokens.begin();
    return ok(undefined);
  }

  function admit(account: Account): void {
    const entry: KnownAccount = { account, key: keyOf(account.id), problem: null };
    known.overcome(account.organisationId);
    remembered.setLeft(entry.key, false);
    if (account.kind === "member") remembered.choose(entry.key);
    known.begin();
    tokens.change(known.put(entry));
    tokens.begin();
    log.info("signed-in");
    onReady();
  }

  async function signOut(accountId: string): Promise<Result<string | null>> {
    const accounts = accountsOf(accountId);
    if (!accounts) return ok(null);
    if (known.current()?.account.id === accountId) remembered.choose(null);
    remembered.setLeft(keyOf(accountId), true);
    tokens.change(known.all().filter(({ account }) => account.id !== accountId));
    const result = await accounts.signOut(accountId);
    log.info("signed-out", { ok: result.ok });
    return result;
  }

  return {
    async restore() {
      await restore();
      void retryLocked();
    },
    account: () => known.current()?.account ?? null,
    known: () => known.all(),
    state: () => known.state(),
    choose,
    admit,
    signOut,
    token: (request) => tokens.token(request),
    markExpired: (accountId, error) => tokens.markExpired(accountId, error),
    wake: () => tokens.wake(),
    close() {
      closed.abort();
      tokens.stop();
    },
  };
}
