import {
  type AccountInfo,
  LogLevel,
  PublicClientApplication,
  type AuthenticationResult,
} from "@azure/msal-node";

import type { Clock } from "../clock.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Account, Protection } from "../contract/state.ts";
import type { Network } from "../network.ts";
import type { OrganisationDescriptor } from "../organisation.ts";
import { createQueue } from "../queue.ts";
import type { SealedRecord } from "../vault.ts";
import { silentError } from "./auth-errors.ts";
import { createMsalNetwork } from "./msal-network.ts";
import type { PageTexts } from "./pages.ts";
import { type SignInOptions, signInOnce } from "./sign-in.ts";
import { createTokenCache } from "./token-cache.ts";

export interface AccountsDependencies {
  readonly organisation: OrganisationDescriptor;
  readonly record: SealedRecord;
  readonly network: Network;
  readonly texts: () => PageTexts;
  readonly clock: Clock;
  readonly newReference: () => string;
  readonly onSaved: (protection: Protection) => void;
  readonly onSaveFailed: (error: AppError) => void;
}

/** `expiresAt` is epoch milliseconds. */
export interface AccessToken {
  readonly value: string;
  readonly expiresAt: number;
}

export interface Accounts {
  /** The account of an earlier run, null where there is none. Errors: keyring-locked, sign-in-unreadable. */
  restore(): Promise<Result<Account | null>>;
  signIn(options: SignInOptions): Promise<Result<Account>>;
  /** From the cache while it is good, else with the refresh token. */
  token(options: { accountId: string; forceRefresh: boolean }): Promise<Result<AccessToken>>;
  /** Here only: the account's tokens leave memory and disk. */
  signOut(accountId: string): Promise<Result<undefined>>;
}

/** The least that signs in and makes meetings; offline_access, openid and profile are MSAL's own. */
const permissions = ["User.Read", "OnlineMeetings.ReadWrite"];

/** The accounts of one organisation. Every MSAL call waits for its turn: side by side they lose accounts. */
export function createAccounts(dependencies: AccountsDependencies): Accounts {
  const { organisation, record, network, clock, newReference } = dependencies;
  const inTurn = createQueue();
  const scopes = scopesFor(organisation);
  let cancelSignal: AbortSignal | null = null;
  let recent: (AccessToken & { accountId: string; at: number }) | null = null;

  /** MSAL's requests of this one call can be cancelled; those of the calls before and after cannot. */
  const cancellable =
    (signal: AbortSignal) =>
    <Value>(call: () => Promise<Value>): Promise<Value> =>
      inTurn(async () => {
        cancelSignal = signal;
        try {
          return await call();
        } finally {
          cancelSignal = null;
        }
      });

  const msal = new PublicClientApplication({
    auth: {
      clientId: organisation.clientId,
      authority: organisation.authority,
      knownAuthorities: [...organisation.knownAuthorities],
      ...(organisation.authorityMetadata === ""
        ? {}
        : { authorityMetadata: organisation.authorityMetadata }),
    },
    cache: {
      cachePlugin: createTokenCache({
        record,
        onSaved: dependencies.onSaved,
        onFailed: dependencies.onSaveFailed,
      }),
    },
    system: {
      networkClient: createMsalNetwork(network, () => cancelSignal),
      loggerOptions: { loggerCallback: () => undefined, logLevel: LogLevel.Error },
    },
  });
  const cache = msal.getTokenCache();

  async function restore(): Promise<Result<Account | null>> {
    const loaded = await record.load();
    if (!loaded.ok) return loaded;
    try {
      const [first] = await inTurn(() => cache.getAllAccounts());
      return ok(first ? toAccount(first) : null);
    } catch {
      return fail({ kind: "sign-in-unreadable" });
    }
  }

  async function signIn(options: SignInOptions): Promise<Result<Account>> {
    const { texts } = dependencies;
    const turn = cancellable(options.signal);
    const once = { msal, inTurn: turn, scopes, texts, clock, newReference };
    const redeemed = await signInOnce(once, options);
    if (!redeemed.ok) return redeemed;
    const { account, accessToken: value, expiresOn } = redeemed.value;
    if (!account) return fail({ kind: "unexpected", reference: newReference(), trace: null });
    keepRecent(account.homeAccountId, { value, expiresAt: expiresOn?.getTime() ?? clock.now() });
    await inTurn(() => forgetOthers(account.homeAccountId));
    return ok(toAccount(account));
  }

  /** One account at a time: whoever signs in takes the place of who was. */
  async function forgetOthers(accountId: string): Promise<void> {
    for (const other of await cache.getAllAccounts())
      if (other.homeAccountId !== accountId) await msal.signOut({ account: other });
  }

  function keepRecent(accountId: string, access: AccessToken): AccessToken {
    recent = { ...access, accountId, at: clock.now() };
    return access;
  }

  async function token({
    accountId,
    forceRefresh,
  }: {
    accountId: string;
    forceRefresh: boolean;
  }): Promise<Result<AccessToken>> {
    if (!forceRefresh && recent?.accountId === accountId && isFresh(recent, clock.now()))
      return ok(recent);
    try {
      const result = await inTurn(() => silently(accountId, forceRefresh));
      if (!result) return fail({ kind: "sign-in-again", trace: null });
      const expiresAt = result.expiresOn?.getTime() ?? clock.now();
      return ok(keepRecent(accountId, { value: result.accessToken, expiresAt }));
    } catch (error) {
      return fail(silentError(error, new Date(clock.now()), newReference));
    }
  }

  async function silently(
    accountId: string,
    forceRefresh: boolean,
  ): Promise<AuthenticationResult | null> {
    const account = await cache.getAccountByHomeId(accountId);
    return account && msal.acquireTokenSilent({ account, scopes: [...scopes], forceRefresh });
  }

  async function signOut(accountId: string): Promise<Result<undefined>> {
    recent = null;
    try {
      await inTurn(async () => {
        const account = await cache.getAccountByHomeId(accountId);
        if (account) await msal.signOut({ account });
        const others = await cache.getAllAccounts();
        // With nobody left, the previous generation must not keep what was signed out.
        if (others.length === 0) await record.clear();
      });
      return ok(undefined);
    } catch (error) {
      return fail(silentError(error, new Date(clock.now()), newReference));
    }
  }

  return { restore, signIn, token, signOut };
}

/**
 * For a minute a token is handed out again without MSAL: with a clock that was set back MSAL refreshes
 * on every call, until Entra takes it for a loop (AADSTS50196).
 */
const isFresh = ({ at, expiresAt }: { at: number; expiresAt: number }, now: number): boolean =>
  Math.abs(now - at) < 60_000 && expiresAt - now > 60_000;

/** The global Graph is MSAL's default resource; elsewhere the scopes must name theirs. */
function scopesFor({ graphBaseUrl }: OrganisationDescriptor): readonly string[] {
  const { hostname, origin } = new URL(graphBaseUrl);
  const isNamed = hostname.endsWith("graph.microsoft.us") || hostname.endsWith(".chinacloudapi.cn");
  return isNamed ? permissions.map((permission) => `${origin}/${permission}`) : permissions;
}

const toAccount = ({ homeAccountId, name, username }: AccountInfo): Account => ({
  id: homeAccountId,
  name: name === undefined || name === "" ? username : name,
  username,
});
