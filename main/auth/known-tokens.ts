import type { Log } from "../base/log.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { KnownAccount } from "../contract/state.ts";
import type { Accounts, TokenRequest } from "./accounts.ts";
import type { KnownAccounts } from "./known-accounts.ts";
import type { Patient } from "./tokens/ask-patiently.ts";
import { createKeepFresh } from "./tokens/keep-fresh.ts";
import { createLargerPermission } from "./tokens/larger-permission.ts";

/** Tokens of those who are known. The one of whoever organises is renewed ahead of need. */
export interface KnownTokens {
  /** Errors: not-signed-in, and why the person has to sign in again. */
  token(request: TokenRequest): Promise<Result<string>>;
  markExpired(accountId: string, problem: AppError): void;
  /** Renewing follows whoever organises then. */
  change(next: readonly KnownAccount[]): void;
  /** Somebody signed in, was chosen or taken up: their token is looked at soon. */
  begin(): void;
  stop(): void;
  wake(): void;
}

export function createKnownTokens(
  known: KnownAccounts,
  accountsOf: (accountId: string) => Accounts | null,
  { clock, random }: Patient,
  log: Log,
): KnownTokens {
  const tokenOf = createLargerPermission();
  const fresh = createKeepFresh({
    clock,
    random,
    async token(options) {
      const who = known.current();
      return who
        ? token({ accountId: who.account.id, ...options })
        : fail({ kind: "not-signed-in" });
    },
  });

  function change(next: readonly KnownAccount[]): void {
    const before = known.current()?.account.id;
    known.set(next);
    const after = known.current();
    if (after?.account.id === before) return;
    fresh.stop();
    if (known.isStarted() && after?.problem === null) fresh.begin();
  }

  async function token(request: TokenRequest): Promise<Result<string>> {
    const { accountId } = request;
    const before = known.find(accountId);
    const accounts = accountsOf(accountId);
    if (!before || !accounts) return fail({ kind: "not-signed-in" });
    const over = endOf(before, request);
    if (over) return fail(over);
    const result = await tokenOf(accounts, request);
    // What comes after a sign-out, or after a new sign-in, says nothing about who is there now.
    const after = known.find(accountId);
    if (after === null) return fail({ kind: "not-signed-in" });
    if (!result.ok) {
      if (after === before && isOrdinary(request) && result.error.kind === "sign-in-again")
        markExpired(accountId, result.error);
      return result;
    }
    if (known.current()?.account.id === accountId && isOrdinary(request))
      fresh.plan(result.value.expiresAt);
    return ok(result.value.value);
  }

  function markExpired(accountId: string, problem: AppError): void {
    const who = known.find(accountId);
    if (!who || who.problem) return;
    log.warn("sign-in-ended", { kind: problem.kind });
    if (known.current() === who) fresh.stop();
    change(known.put({ ...who, problem }));
  }

  return {
    token,
    markExpired,
    change,
    begin: () => fresh.begin(),
    stop: () => fresh.stop(),
    wake: () => fresh.wake(),
  };
}

/** Whoever lacks an extra permission can still do all the rest. */
/** Why they have to sign in again first; null also where Microsoft is to be asked all the same. */
const endOf = ({ problem }: KnownAccount, { evenIfExpired = false }: TokenRequest) =>
  evenIfExpired ? null : problem;

const isOrdinary = ({ permissions = [] }: TokenRequest): boolean => permissions.length === 0;
