import type Provider from "oidc-provider";

import { type Answer, emptyAnswer } from "../http/answer.ts";
import type { Call } from "../http/call.ts";
import { findPersona, type Persona } from "../personas.ts";
import { readClaims } from "./claims-request.ts";
import { consentPage } from "./consent-page.ts";
import { type ErrorParameters, errorParameters } from "./entra-errors.ts";
import { pageAnswer, refusalPage } from "./pages.ts";
import { askedClaims } from "./routes.ts";
import { toStreams } from "./run-provider.ts";
import {
  graphResource,
  isExtraScope,
  isHarmlessScope,
  isKnownScope,
  isOpenIdScope,
  shortScope,
  splitScopes,
} from "./scopes.ts";
import { signInPage } from "./sign-in-page.ts";
import { errorContext } from "./token-endpoint.ts";
import type { TokenStore } from "./token-store.ts";

const declined = 65004;
const needsAdministrator = 90094;
const codesBlocked = 53003;

export interface ChooseAccountDependencies {
  readonly provider: Provider;
  readonly store: TokenStore;
  readonly now: () => number;
}

/** The person's part of a sign-in: the page to pick an account on, and what becomes of the choice. */
export function createChooseAccount({ provider, store, now }: ChooseAccountDependencies) {
  const details = async (call: Call) => {
    const { incoming, response } = streamsOf(call);
    try {
      const { params, deviceCode } = await provider.interactionDetails(incoming, response);
      return {
        scopes: splitScopes(textOf(params["scope"])).map(shortScope),
        loginHint: textOf(params["login_hint"]),
        clientId: String(params["client_id"]),
        acrs: readClaims(textOf(params[askedClaims]))?.acrs ?? [],
        deviceCode: deviceCode ?? null,
      };
    } catch {
      return null;
    }
  };
  type Interaction = NonNullable<Awaited<ReturnType<typeof details>>>;

  const finish = async (call: Call, result: object) => {
    const { incoming, response } = streamsOf(call);
    const location = await provider.interactionResult(incoming, response, { ...result });
    return emptyAnswer(303, { location });
  };
  const approve = async ({ oid }: Persona, { clientId, scopes, acrs }: Interaction) => {
    const graph = scopes.filter((scope) => !isOpenIdScope(scope) && isKnownScope(scope));
    store.approve(oid, graph);
    const grant = new provider.Grant({ accountId: oid, clientId });
    grant.addOIDCScope(scopes.filter(isOpenIdScope).join(" "));
    grant.addResourceScope(graphResource, graph.join(" "));
    // Asked for what only a second factor gives, the person has just shown one.
    grant.addOIDCClaims([...acrs]);
    return grant.save();
  };
  const refuse = async (call: Call, refusal: ErrorParameters) => {
    const interaction = await details(call);
    // A refusal is shown where the person is. A device is not told, and asks on until its code expires.
    return interaction?.deviceCode ? refusalPage(refusal) : finish(call, refusal);
  };
  /** Where a policy forbids codes, the device is told as well. */
  const refuseCode = async (deviceCode: string, refusal: ErrorParameters) => {
    const code = await provider.DeviceCode.find(deviceCode);
    if (code) {
      const { error, error_description: errorDescription } = refusal;
      await Object.assign(code, { error, errorDescription }).save();
    }
    return refusalPage(refusal);
  };
  /** The AADSTS number this person's sign-in ends with before anything is asked; null where it goes on. */
  const refusedWith = (
    { refusedWith: always, extraScopes, policy, oid }: Persona,
    scopes: readonly string[],
  ) => {
    if (always !== null) return always;
    const approved = store.approved(oid);
    const isNeeded = (scope: string) =>
      policy === "of-2026"
        ? !isHarmlessScope(scope)
        : extraScopes === "need-administrator" && isExtraScope(scope);
    return scopes.some((scope) => isNeeded(scope) && !approved.has(scope))
      ? needsAdministrator
      : null;
  };
  return {
    async show(call: Call): Promise<Answer> {
      const interaction = await details(call);
      return interaction
        ? signInPage(interaction.scopes, interaction.loginHint, interaction.clientId)
        : expiredPage();
    },
    async choose(call: Call): Promise<Answer> {
      const interaction = await details(call);
      if (!interaction) return expiredPage();
      const form = new URLSearchParams(call.body);
      const persona = form.get("decision") === "deny" ? null : findPersona(form.get("persona"));
      const refusal = (aadsts: number) => errorParameters(aadsts, errorContext(call, now()));
      if (!persona) return finish(call, refusal(declined));
      if (interaction.deviceCode !== null && persona.policy === "of-2026")
        return refuseCode(interaction.deviceCode, refusal(codesBlocked));
      const no = refusedWith(persona, interaction.scopes);
      if (no !== null) return refuse(call, refusal(no));
      const approved = store.approved(persona.oid);
      const extra = interaction.scopes.filter(
        (scope) => isExtraScope(scope) && !approved.has(scope),
      );
      const isAskedApart = extra.length > 0 && persona.extraScopes === "asked-apart";
      if (isAskedApart && form.get("decision") !== "accept") return consentPage(persona, extra);
      const grantId = await approve(persona, interaction);
      return finish(call, { login: { accountId: persona.oid }, consent: { grantId } });
    },
    /** The choice ends in this refusal, whoever was picked. */
    refuse,
  };
}

function streamsOf(call: Call) {
  const path = call.url.pathname;
  return toStreams({ ...call, path, originalPath: path });
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

const expiredPage = (): Answer =>
  pageAnswer(
    "This page has expired",
    "<p>Go back to the app and sign in from there once more.</p>",
    400,
  );
