import * as v from "valibot";

import type { Answer } from "../http/answer.ts";
import type { Call } from "../http/call.ts";
import { refusalAnswer, refuse } from "./graph-answers.ts";

/** What Graph wants of a token before it goes on: an authentication context, or that it is not too old. */
export interface Challenge {
  readonly claim: "acrs" | "nbf";
  readonly value: string;
}

export const stepUpChallenge: Challenge = { claim: "acrs", value: "c1" };

/** What a token says that a challenge may be about. */
export interface Presented {
  readonly acrs: readonly string[];
  /** Epoch seconds, 0 where nobody asked that the token say. */
  readonly nbf: number;
}

export const presentedClaims = {
  acrs: v.optional(v.array(v.string()), []),
  nbf: v.optional(v.number(), 0),
};
const tokenPayload = v.pipe(v.string(), v.parseJson(), v.object(presentedClaims));

export const isMet = ({ claim, value }: Challenge, { acrs, nbf }: Presented): boolean =>
  claim === "acrs" ? acrs.includes(value) : nbf >= Number(value);

/** Whether the token of a call meets it. Nobody checks the token here: Graph does that next. */
export function isMetBy(challenge: Challenge, { headers }: Pick<Call, "headers">): boolean {
  const [, payload = ""] = (headers.authorization ?? "").split(".");
  const json = Buffer.from(payload, "base64url").toString();
  const token = v.safeParse(tokenPayload, json);
  return token.success && isMet(challenge, token.output);
}

/** @see https://learn.microsoft.com/entra/identity-platform/claims-challenge */
export function challengeAnswer(record: Call["record"], { claim, value }: Challenge): Answer {
  const claims = JSON.stringify({ access_token: { [claim]: { essential: true, value } } });
  const reason =
    claim === "acrs" ? "TokenCreatedWithOutdatedPolicies" : "TokenIssuedBeforeRevocationTimestamp";
  const message = `Continuous access evaluation resulted in challenge with result: InteractionRequired and code: ${reason}`;
  return refusalAnswer(record, refuse(401, "InvalidAuthenticationToken", message), {
    "www-authenticate": `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${Buffer.from(claims).toString("base64")}"`,
  });
}
