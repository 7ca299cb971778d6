import type { Clock } from "../base/clock.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Account, Protection } from "../contract/state.ts";
import type { GraphCall } from "../graph/client.ts";
import type { Network } from "../base/network.ts";
import type { OrganisationDescriptor } from "../base/organisation.ts";
import type { SealedRecord } from "../base/vault.ts";
import { homeIdOf } from "./account.ts";
import { signInError } from "./auth-errors.ts";
import { createCachedAccounts } from "./cached-accounts.ts";
import type { ExtraPermission } from "./permissions.ts";
import { createQueuedMsal } from "./queued-msal.ts";
import { createByPerson } from "./sign-in/by-person.ts";
import type { DeviceCodeRequest } from "./sign-in/device-code.ts";
import type { PageTexts } from "./sign-in/pages.ts";
import type { SignInOptions } from "./sign-in/sign-in.ts";
import { signOutAddress } from "./sign-in/sign-out-address.ts";
import { type AccessToken, createRecentTokens } from "./tokens/recent-tokens.ts";
import { createSilentTokens } from "./tokens/silent-tokens.ts";

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
  /** Asked for also while they are known to have to sign in again: what was missing may be there by now. */
  readonly evenIfExpired?: boolean;
}

/** `accountId` is who signs in again, and nobody else may; null is somebody new. */
export type InteractiveRequest = SignInOptions & {
  readonly accountId: string | null;
  readonly permissions?: readonly ExtraPermission[];
};
export type CodeRequest = Omit<DeviceCodeRequest, "scopes" | "claims"> &
  Pick<InteractiveRequest, "accountId" | "loginHint" | "permissions">;

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

/** The accounts of one app registration. */
export function createAccounts(dependencies: AccountsDependencies): Accounts {
  const { organisationId, organisation, record, network, texts } = dependencies;
  const { clock, random, newReference, onSaved, onSaveFailed } = dependencies;
  const msal = createQueuedMsal({ organisation, network, record, onSaved, onSaveFailed });
  const recent = createRecentTokens(clock);
  const cached = createCachedAccounts(organisationId, organisation, msal, record, recent);
  /** What the next sign-in of an account has to satisfy. */
  const challenges = new Map<string, string>();
  const silent = createSilentTokens({
    clock,
    random,
    newReference,
    recent,
    challenges,
    ask: (request, keep) => cached.silently(request, keep),
    // What Entra rejected for good has left the cache; its copy of before must leave the disk too.
    onRejected: () => msal.inTurn(() => record.forgetPrevious()),
  });
  const byPerson = createByPerson({
    organisationId,
    organisation,
    network,
    texts,
    clock,
    random,
    newReference,
    msal: msal.client,
    cached,
    challengeOf: (accountId) => challenges.get(accountId) ?? null,
    onWelcome: (accountId) => silent.welcome(accountId),
  });

  return {
    async restore() {
      const loaded = await record.load();
      if (!loaded.ok) return loaded;
      try {
        return ok(await cached.all());
      } catch {
        return fail({ kind: "sign-in-unreadable" });
      }
    },
    signIn: (request) => byPerson.inBrowser(request),
    signInWithCode: (request) => byPerson.withCode(request),
    token: (request) => silent.token(request),
    async signOut(accountId) {
      challenges.delete(accountId);
      try {
        const hint = await cached.forget(homeIdOf(accountId));
        const unsaved = msal.saveProblem();
        // MSAL forgot the account; the disk may not have been told.
        return unsaved === null ? ok(signOutAddress(organisation, hint)) : fail(unsaved);
      } catch (error) {
        return fail(signInError(error, new Date(clock.now()), newReference));
      }
    },
  };
}
