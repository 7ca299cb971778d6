import type { AuthenticationResult } from "@azure/msal-node";

import type { Clock } from "../base/clock.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Account, Protection } from "../contract/state.ts";
import type { GraphCall } from "../graph/client.ts";
import type { Network } from "../base/network.ts";
import type { OrganisationDescriptor } from "../base/organisation.ts";
import type { SealedRecord } from "../base/vault.ts";
import { homeIdOf, isPersonal, toAccount } from "./account.ts";
import type { Asked } from "./tokens/ask-patiently.ts";
import { signInError } from "./auth-errors.ts";
import { type DeviceCodeRequest, signInByCode } from "./sign-in/device-code.ts";
import { createMsalClient } from "./msal-client.ts";
import type { PageTexts } from "./sign-in/pages.ts";
import { type ExtraPermission, scopesFor } from "./permissions.ts";
import { type AccessToken, createRecentTokens } from "./tokens/recent-tokens.ts";
import { redeemPatiently } from "./tokens/redeem-patiently.ts";
import { type SignInOptions, signInOnce } from "./sign-in/sign-in.ts";
import { createSilentTokens } from "./tokens/silent-tokens.ts";
import { signOutAddress } from "./sign-in/sign-out-address.ts";
import { createTokenCache, refreshTokenOwners } from "./tokens/token-cache.ts";
import { createTurns } from "./sign-in/turns.ts";

export interface AccountsDependencies {
  readonly organisationId: string;
  readonly organisation: OrganisationDescriptor;
  readonly record: SealedRecord;
  readonly network: Network;
  readonly texts: () => PageTexts;
  readonly clock: Clock;
  /** 0 to 1. */
  readonly random: () => number;
  readonly newReference: () => string;
  readonly onSaved: (protection: Protection) => void;
  readonly onSaveFailed: (error: AppError) => void;
}

export interface TokenRequest extends Pick<GraphCall, "signal" | "onWait"> {
  readonly accountId: string;
  readonly forceRefresh: boolean;
  /** What Graph asked the token to satisfy, as JSON. */
  readonly claims?: string | null;
  readonly permissions?: readonly ExtraPermission[];
}

/** `accountId` is who signs in again, and nobody else may; null is somebody new. */
export type InteractiveRequest = SignInOptions & {
  readonly accountId: string | null;
  readonly permissions?: readonly ExtraPermission[];
};
export type CodeRequest = Omit<DeviceCodeRequest, "scopes" | "claims"> &
  Pick<InteractiveRequest, "accountId" | "loginHint" | "permissions">;

type Asking = Pick<InteractiveRequest, "accountId" | "signal">;
type MsalCall = () => Promise<AuthenticationResult | null>;

export interface RestoredAccount {
  readonly account: Account;
  /** Without one, only the person can sign in again. */
  readonly hasRefreshToken: boolean;
}

export interface Accounts {
  /** The accounts of earlier runs. Errors: keyring-locked, sign-in-unreadable. */
  restore(): Promise<Result<readonly RestoredAccount[]>>;
  signIn(request: InteractiveRequest): Promise<Result<Account>>;
  signInWithCode(request: CodeRequest): Promise<Result<Account>>;
  /** From the cache while it is good, else with the refresh token. */
  token(request: TokenRequest): Promise<Result<AccessToken>>;
  /** The account's tokens leave memory and disk. Answers the page that ends the session at Microsoft too. */
  signOut(accountId: string): Promise<Result<string>>;
}

/** The accounts of one app registration. Every MSAL call waits for its turn: side by side they lose accounts. */
export function createAccounts(dependencies: AccountsDependencies): Accounts {
  const { organisationId, organisation, record, network, clock, newReference } = dependencies;
  const turns = createTurns();
  const { inTurn } = turns;
  const recent = createRecentTokens(clock);
  /** What the next sign-in of an account has to satisfy. */
  const challenges = new Map<string, string>();

  let saveProblem: AppError | null = null;
  const cachePlugin = createTokenCache({
    record,
    onSaved(protection) {
      saveProblem = null;
      dependencies.onSaved(protection);
    },
    onFailed(error) {
      saveProblem = error;
      dependencies.onSaveFailed(error);
    },
  });
  const shared = { organisation, network };
  let busyFor: string | null = null;
  const onBusy = (retryAfter: string | null) => {
    busyFor = retryAfter;
  };
  const msal = createMsalClient({ ...shared, cachePlugin, onBusy, signal: turns.signal });
  const front = createMsalClient({ ...shared, signal: () => null });
  const cache = msal.getTokenCache();
  const errorOf = (error: unknown) => signInError(error, new Date(clock.now()), newReference);

  /** In its turn. */
  const tried =
    <Value>(call: () => Promise<Value>) =>
    async (): Promise<Asked<Value>> => {
      busyFor = null;
      try {
        return { ok: true, value: await call() };
      } catch (error) {
        return { ok: false, error, retryAfter: busyFor };
      }
    };

  const silent = createSilentTokens({
    ...dependencies,
    recent,
    challenges,
    ask: ({ accountId, forceRefresh, claims = null, permissions = [] }, keep) =>
      inTurn(
        tried(async () => {
          const account = await cache.getAccountByHomeId(homeIdOf(accountId));
          if (!account) return null;
          const scopes = scopesFor(organisation, permissions);
          const challenge = claims === null ? {} : { claims };
          const request = { account, scopes, forceRefresh, ...challenge };
          // Kept before the next turn, which may be a sign-out.
          return keep(await msal.acquireTokenSilent(request));
        }),
      ),
    // What Entra rejected for good has left the cache; its copy of before must leave the disk too.
    onRejected: () => inTurn(() => record.forgetPrevious()),
  });

  const redeemOnce = ({ signal, accountId }: Asking, call: MsalCall) =>
    turns.cancellable(
      signal,
      tried(async () => {
        const before = await cache.getAllAccounts();
        const result = await call();
        if (!result?.account) throw new Error("MSAL signed nobody in");
        const { homeAccountId } = result.account;
        const { id } = toAccount(organisationId, result.account);
        const isUnwanted = signal.aborted || (accountId !== null && accountId !== id);
        // Cancelled, or not who was asked for: a newcomer is not kept. Whoever was here before stays, with newer tokens.
        if (isUnwanted && !before.some((one) => one.homeAccountId === homeAccountId))
          await forgetNow(homeAccountId);
        else recent.keep(id, result);
        return result;
      }),
    );

  const redeem = (request: Asking, call: MsalCall) =>
    redeemPatiently(dependencies, request.signal, () => redeemOnce(request, call));

  async function restore(): Promise<Result<readonly RestoredAccount[]>> {
    const loaded = await record.load();
    if (!loaded.ok) return loaded;
    try {
      const infos = await inTurn(() => cache.getAllAccounts());
      const refreshable = refreshTokenOwners(cache.getKVStore());
      const accounts = infos.map((info) => ({
        account: toAccount(organisationId, info),
        hasRefreshToken: refreshable.has(info.homeAccountId),
      }));
      return ok(accounts);
    } catch {
      return fail({ kind: "sign-in-unreadable" });
    }
  }

  const challengeOf = ({ accountId }: Pick<InteractiveRequest, "accountId">) =>
    accountId === null ? null : (challenges.get(accountId) ?? null);

  async function signIn(request: InteractiveRequest): Promise<Result<Account>> {
    const { permissions } = request;
    const claims = challengeOf(request);
    const redeemed = await signInOnce(
      {
        ...dependencies,
        front,
        redeem: (...code) => redeem(request, () => msal.acquireTokenByCode(...code)),
      },
      { ...request, claims, scopes: scopesFor(organisation, permissions) },
    );
    return redeemed.ok ? welcome(redeemed.value, request) : redeemed;
  }

  async function signInWithCode(request: CodeRequest): Promise<Result<Account>> {
    const scopes = scopesFor(organisation, request.permissions);
    const claims = challengeOf(request);
    const refreshToken = await signInByCode(dependencies, { ...request, claims, scopes });
    if (!refreshToken.ok) return refreshToken;
    const migration = { refreshToken: refreshToken.value, scopes, forceCache: true };
    try {
      const result = await redeem(request, () => msal.acquireTokenByRefreshToken(migration));
      return await welcome(result, request);
    } catch (error) {
      return fail(errorOf(error));
    }
  }

  async function welcome(
    result: AuthenticationResult,
    { accountId, loginHint }: Pick<InteractiveRequest, "accountId" | "loginHint">,
  ): Promise<Result<Account>> {
    const { account: info } = result;
    if (!info) return fail({ kind: "unexpected", reference: newReference(), trace: null });
    if (isPersonal(info)) {
      await forget(info.homeAccountId);
      return fail({ kind: "personal-account", username: info.username, trace: null });
    }
    const account = toAccount(organisationId, info);
    if (accountId !== null && accountId !== account.id)
      return fail({ kind: "other-account-came", asked: loginHint ?? "", came: account });
    silent.welcome(account.id);
    return ok(account);
  }

  /** Answers what Microsoft knows the account's session by, if it said. */
  const forget = (homeId: string) => inTurn(() => forgetNow(homeId));

  async function forgetNow(homeId: string): Promise<string | null> {
    const account = await cache.getAccountByHomeId(homeId);
    if (account) await msal.signOut({ account });
    recent.forget(`${organisationId}/${homeId}`);
    const others = await cache.getAllAccounts();
    await (others.length === 0 ? record.clear() : record.forgetPrevious());
    return account?.loginHint ?? null;
  }

  async function signOut(accountId: string): Promise<Result<string>> {
    challenges.delete(accountId);
    try {
      const hint = await forget(homeIdOf(accountId));
      // MSAL forgot the account; the disk may not have been told.
      return saveProblem === null ? ok(signOutAddress(organisation, hint)) : fail(saveProblem);
    } catch (error) {
      return fail(errorOf(error));
    }
  }

  return { restore, signIn, signInWithCode, token: (request) => silent.token(request), signOut };
}
