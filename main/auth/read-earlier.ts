import type { Log } from "../base/log.ts";
import type { KnownAccount } from "../contract/state.ts";
import type { Accounts, RestoredAccount } from "./accounts.ts";
import { signInAgain } from "./auth-errors.ts";
import type { KnownAccounts } from "./known-accounts.ts";
import type { Remembered } from "./remembered.ts";
import type { OpenOrganisation } from "./session.ts";

/** Answers who is known after what earlier runs left was read; whoever left has their tokens leave with them. */
export type ReadEarlier = (open: readonly OpenOrganisation[]) => Promise<readonly KnownAccount[]>;

/** `keyOf` names an account in plain files without telling who it is. */
export function createReadEarlier(
  known: KnownAccounts,
  remembered: Remembered,
  keyOf: (accountId: string) => string,
  log: Log,
): ReadEarlier {
  async function stay(accounts: Accounts, restored: readonly RestoredAccount[]) {
    const staying: KnownAccount[] = [];
    for (const { account, hasRefreshToken } of restored) {
      const key = keyOf(account.id);
      const problem = hasRefreshToken ? null : signInAgain;
      if (remembered.hasLeft(key)) await accounts.signOut(account.id);
      else staying.push(known.find(account.id) ?? { account, key, problem });
    }
    return staying;
  }

  return async (open) => {
    const results = await Promise.all(
      open.map(async ({ id, accounts }) => ({ id, accounts, restored: await accounts.restore() })),
    );
    const found: KnownAccount[] = [];
    known.forgetErrors();
    for (const { id, accounts, restored } of results) {
      if (restored.ok) found.push(...(await stay(accounts, restored.value)));
      else {
        log.warn("session-not-restored", { kind: restored.error.kind });
        known.noteError(id, restored.error);
        found.push(...known.all().filter(({ account }) => account.organisationId === id));
      }
    }
    // Whoever signed in while this was being read is not in what was read.
    const late = known
      .all()
      .filter(
        ({ account }) =>
          open.some(({ id }) => id === account.organisationId) &&
          !found.some((one) => one.account.id === account.id),
      );
    return [...found, ...late];
  };
}
