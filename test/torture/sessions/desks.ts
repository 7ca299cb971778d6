import { createMsalClient } from "../../../main/auth/msal-client.ts";
import { silentError } from "../../../main/auth/auth-errors.ts";
import { createTokenCache } from "../../../main/auth/tokens/token-cache.ts";
import type { Result } from "../../../main/contract/errors.ts";
import { organisation } from "../an-organisation.ts";
import { homeIdOf, type Identity } from "./identity.ts";
import { type Computer, openRecord, organisationId, startAccounts } from "./one-start.ts";

/** "ok", or the kind of the error. */
export type Outcome = string;

/** One start of the app, as the schedules see it. */
export interface Desk {
  /** Who is signed in. */
  people(): Promise<ReadonlySet<string>>;
  token(name: string, forceRefresh: boolean): Promise<Outcome>;
  signIn(name: string, signal: AbortSignal): Promise<Outcome>;
  signOut(name: string): Promise<Outcome>;
}

export type StartDesk = (computer: Computer, identity: Identity) => Desk;

const outcomeOf = (result: Result<unknown>): Outcome => (result.ok ? "ok" : result.error.kind);

export const accountIdOf = (name: string): string => `${organisationId}/${homeIdOf(name)}`;

export const startApp: StartDesk = (computer, identity) => {
  const accounts = startAccounts(computer);
  return {
    async people() {
      const restored = await accounts.restore();
      return new Set(restored.ok ? restored.value.map(({ account }) => account.name) : []);
    },
    token: async (name, forceRefresh) =>
      outcomeOf(await accounts.token({ accountId: accountIdOf(name), forceRefresh })),
    signIn: async (name, signal) =>
      outcomeOf(
        await accounts.signInWithCode({
          signal,
          accountId: null,
          loginHint: null,
          onCode: ({ userCode }) => identity.approve(userCode, name),
        }),
      ),
    signOut: async (name) => outcomeOf(await accounts.signOut(accountIdOf(name))),
  };
};

/** The same MSAL, called side by side and with a cache that is read before each call, as in MSAL's own samples. */
export const startWithoutQueue: StartDesk = (computer) => {
  const record = { ...openRecord(computer), load: () => openRecord(computer).load() };
  const cachePlugin = createTokenCache({
    record,
    onSaved: () => undefined,
    onFailed: () => undefined,
  });
  const { network } = computer;
  const msal = createMsalClient({ organisation, network, signal: () => null, cachePlugin });
  const cache = msal.getTokenCache();
  const scopes = ["User.Read", "OnlineMeetings.ReadWrite"];

  async function attempt(work: () => Promise<unknown>): Promise<Outcome> {
    try {
      return (await work()) === null ? "sign-in-again" : "ok";
    } catch (error) {
      return silentError(error, new Date(), () => "reference").kind;
    }
  }

  return {
    async people() {
      const infos = await cache.getAllAccounts();
      return new Set(infos.map(({ name = "" }) => name));
    },
    token: (name, forceRefresh) =>
      attempt(async () => {
        const account = await cache.getAccountByHomeId(homeIdOf(name));
        return account && msal.acquireTokenSilent({ account, scopes, forceRefresh });
      }),
    // It cannot be cancelled.
    signIn: (name) =>
      attempt(() =>
        msal.acquireTokenByCode({
          code: name,
          codeVerifier: "verifier",
          redirectUri: "http://localhost",
          scopes,
        }),
      ),
    signOut: (name) =>
      attempt(async () => {
        const account = await cache.getAccountByHomeId(homeIdOf(name));
        if (account) await msal.signOut({ account });
      }),
  };
};
