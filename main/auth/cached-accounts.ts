import type { AuthenticationResult } from "@azure/msal-node";

import type { OrganisationDescriptor } from "../base/organisation.ts";
import type { SealedRecord } from "../base/vault.ts";
import { homeIdOf, toAccount } from "./account.ts";
import type { InteractiveRequest, RestoredAccount, TokenRequest } from "./accounts.ts";
import { scopesFor } from "./permissions.ts";
import type { QueuedMsal } from "./queued-msal.ts";
import type { Asked } from "./tokens/ask-patiently.ts";
import type { AccessToken, RecentTokens } from "./tokens/recent-tokens.ts";
import { refreshTokenOwners } from "./tokens/token-cache.ts";

/** Who is in MSAL's cache: each step is one turn there. */
export interface CachedAccounts {
  /** Throws where the cache cannot be read. */
  all(): Promise<readonly RestoredAccount[]>;
  /** Null where the account is not in it. */
  silently(
    request: TokenRequest,
    keep: (result: AuthenticationResult) => AccessToken,
  ): Promise<Asked<AccessToken | null>>;
  /** `call` ends a sign-in. Who was not asked for does not stay. Throws where it was cancelled. */
  redeem(
    request: Pick<InteractiveRequest, "accountId" | "signal">,
    call: () => Promise<AuthenticationResult | null>,
  ): Promise<Asked<AuthenticationResult>>;
  /** Also on disk. Answers what Microsoft knows the account's session by, if it said. */
  forget(homeId: string): Promise<string | null>;
}

export function createCachedAccounts(
  organisationId: string,
  organisation: OrganisationDescriptor,
  msal: QueuedMsal,
  record: SealedRecord,
  recent: RecentTokens,
): CachedAccounts {
  const { client } = msal;
  const cache = client.getTokenCache();

  async function silently(
    { accountId, forceRefresh, claims = null, permissions = [] }: TokenRequest,
    keep: (result: AuthenticationResult) => AccessToken,
  ): Promise<AccessToken | null> {
    const account = await cache.getAccountByHomeId(homeIdOf(accountId));
    if (!account) return null;
    const scopes = scopesFor(organisation, permissions);
    const challenge = claims === null ? {} : { claims };
    const request = { account, scopes, forceRefresh, ...challenge };
    // Kept before the next turn, which may be a sign-out.
    return keep(await client.acquireTokenSilent(request));
  }

  async function redeem(
    { signal, accountId }: Pick<InteractiveRequest, "accountId" | "signal">,
    call: () => Promise<AuthenticationResult | null>,
  ): Promise<AuthenticationResult> {
    const before = await cache.getAllAccounts();
    const result = await call();
    if (!result?.account) throw new Error("MSAL signed nobody in");
    const { homeAccountId } = result.account;
    const { id } = toAccount(organisationId, result.account);
    const isUnwanted = signal.aborted || (accountId !== null && accountId !== id);
    // Cancelled, or not who was asked for: a newcomer is not kept. Whoever was here before stays, with newer tokens.
    if (isUnwanted && !before.some((one) => one.homeAccountId === homeAccountId))
      await forget(homeAccountId);
    else recent.keep(id, result);
    return result;
  }

  async function forget(homeId: string): Promise<string | null> {
    const account = await cache.getAccountByHomeId(homeId);
    if (account) await client.signOut({ account });
    recent.forget(`${organisationId}/${homeId}`);
    const others = await cache.getAllAccounts();
    await (others.length === 0 ? record.clear() : record.forgetPrevious());
    return account?.loginHint ?? null;
  }

  return {
    async all() {
      const infos = await msal.inTurn(() => cache.getAllAccounts());
      const refreshable = refreshTokenOwners(cache.getKVStore());
      return infos.map((info) => ({
        account: toAccount(organisationId, info),
        hasRefreshToken: refreshable.has(info.homeAccountId),
      }));
    },
    silently: (request, keep) => msal.ask(() => silently(request, keep)),
    redeem: (request, call) => msal.askCancellably(request.signal, () => redeem(request, call)),
    forget: (homeId) => msal.inTurn(() => forget(homeId)),
  };
}
