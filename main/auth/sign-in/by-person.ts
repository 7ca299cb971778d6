import type { AuthenticationResult, PublicClientApplication } from "@azure/msal-node";

import { fail, ok, type Result } from "../../contract/errors.ts";
import type { Account } from "../../contract/state.ts";
import { isPersonal, toAccount } from "../account.ts";
import type { AccountsDependencies, CodeRequest, InteractiveRequest } from "../accounts.ts";
import { signInError } from "../auth-errors.ts";
import type { CachedAccounts } from "../cached-accounts.ts";
import { createMsalClient } from "../msal-client.ts";
import { scopesFor } from "../permissions.ts";
import { redeemPatiently } from "../tokens/redeem-patiently.ts";
import { signInByCode } from "./device-code.ts";
import { signInOnce } from "./sign-in.ts";

export interface ByPersonDependencies extends Omit<
  AccountsDependencies,
  "record" | "onSaved" | "onSaveFailed"
> {
  /** Its calls end a sign-in, each in a turn of `cached`. */
  readonly msal: PublicClientApplication;
  readonly cached: CachedAccounts;
  /** What the next sign-in of an account has to satisfy, as JSON. */
  readonly challengeOf: (accountId: string) => string | null;
  /** They came, and are who was asked for. */
  readonly onWelcome: (accountId: string) => void;
}

/** Sign-ins for which the person does something: in the browser, or by a code. */
export interface ByPerson {
  inBrowser(request: InteractiveRequest): Promise<Result<Account>>;
  withCode(request: CodeRequest): Promise<Result<Account>>;
}

type Who = Pick<InteractiveRequest, "accountId" | "loginHint" | "permissions" | "signal">;

export function createByPerson(dependencies: ByPersonDependencies): ByPerson {
  const { organisationId, organisation, network, texts, clock, random, newReference } =
    dependencies;
  const { msal, cached, challengeOf } = dependencies;
  const front = createMsalClient({ organisation, network, signal: () => null });

  const termsOf = ({ accountId, permissions }: Who) => ({
    scopes: scopesFor(organisation, permissions),
    claims: accountId === null ? null : challengeOf(accountId),
  });

  const redeem = (request: Who, call: () => Promise<AuthenticationResult | null>) =>
    redeemPatiently({ clock, random }, request.signal, () => cached.redeem(request, call));

  async function welcome(result: AuthenticationResult, who: Who): Promise<Result<Account>> {
    const { account: info } = result;
    if (!info) return fail({ kind: "unexpected", reference: newReference(), trace: null });
    if (isPersonal(info)) {
      await cached.forget(info.homeAccountId);
      return fail({ kind: "personal-account", username: info.username, trace: null });
    }
    const account = toAccount(organisationId, info);
    if (who.accountId !== null && who.accountId !== account.id)
      return fail({ kind: "other-account-came", asked: who.loginHint ?? "", came: account });
    dependencies.onWelcome(account.id);
    return ok(account);
  }

  return {
    async inBrowser(request) {
      const redeemed = await signInOnce(
        {
          front,
          redeem: (...code) => redeem(request, () => msal.acquireTokenByCode(...code)),
          texts,
          clock,
          newReference,
        },
        { ...request, ...termsOf(request) },
      );
      return redeemed.ok ? welcome(redeemed.value, request) : redeemed;
    },
    async withCode(request) {
      const terms = termsOf(request);
      const by = { organisation, network, clock, newReference };
      const code = await signInByCode(by, { ...request, ...terms });
      if (!code.ok) return code;
      const migration = { refreshToken: code.value, scopes: terms.scopes, forceCache: true };
      try {
        const result = await redeem(request, () => msal.acquireTokenByRefreshToken(migration));
        return await welcome(result, request);
      } catch (error) {
        return fail(signInError(error, new Date(clock.now()), newReference));
      }
    },
  };
}
