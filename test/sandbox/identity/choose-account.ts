import type Provider from "oidc-provider";

import { type Answer, emptyAnswer } from "../http/answer.ts";
import type { Call } from "../http/call.ts";
import { findPersona, type Persona } from "../personas.ts";
import { errorParameters } from "./entra-errors.ts";
import { pageAnswer } from "./pages.ts";
import { toStreams } from "./run-provider.ts";
import { graphResource, isKnownScope, openIdScopes, splitScopes } from "./scopes.ts";
import { signInPage } from "./sign-in-page.ts";
import { errorContext } from "./token-endpoint.ts";

const declined = 65004;

/** The person's part of a sign-in: the page to pick an account on, and what becomes of the choice. */
export function createChooseAccount(provider: Provider, now: () => number) {
  const details = async (call: Call) => {
    const { incoming, response } = streamsOf(call);
    try {
      return await provider.interactionDetails(incoming, response);
    } catch {
      return null;
    }
  };
  const finish = async (call: Call, result: object) => {
    const { incoming, response } = streamsOf(call);
    const location = await provider.interactionResult(incoming, response, { ...result });
    return emptyAnswer(303, { location });
  };
  const approve = async (persona: Persona, clientId: string, scopes: readonly string[]) => {
    const grant = new provider.Grant({ accountId: persona.oid, clientId });
    grant.addOIDCScope(scopes.filter(isOpenId).join(" "));
    const graph = scopes.filter((scope) => !isOpenId(scope) && isKnownScope(scope));
    grant.addResourceScope(graphResource, graph.join(" "));
    return grant.save();
  };
  return {
    async show(call: Call): Promise<Answer> {
      const interaction = await details(call);
      if (!interaction) return expiredPage();
      const { scope, login_hint: hint } = interaction.params;
      return signInPage(splitScopes(textOf(scope)), textOf(hint));
    },
    async choose(call: Call): Promise<Answer> {
      const interaction = await details(call);
      if (!interaction) return expiredPage();
      const form = new URLSearchParams(call.body);
      const persona = findPersona(form.get("persona"));
      const refusedWith = persona ? persona.refusedWith : declined;
      if (!persona || refusedWith !== null)
        return finish(call, errorParameters(refusedWith ?? declined, errorContext(call, now())));
      const scopes = splitScopes(textOf(interaction.params["scope"]));
      const grantId = await approve(persona, String(interaction.params["client_id"]), scopes);
      return finish(call, { login: { accountId: persona.oid }, consent: { grantId } });
    },
    /** The choice ends in this refusal, whoever was picked. */
    refuse: (call: Call, aadsts: number): Promise<Answer> =>
      finish(call, errorParameters(aadsts, errorContext(call, now()))),
  };
}

function streamsOf(call: Call) {
  const path = call.url.pathname;
  return toStreams({ ...call, path, originalPath: path });
}

const isOpenId = (scope: string): boolean => openIdScopes.some((name) => name === scope);

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

const expiredPage = (): Answer =>
  pageAnswer(
    "This page has expired",
    "<p>Go back to the app and sign in from there once more.</p>",
    400,
  );
