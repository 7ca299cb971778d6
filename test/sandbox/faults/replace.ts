import { type Answer, emptyAnswer, jsonAnswer } from "../http/answer.ts";
import type { Call } from "../http/call.ts";
import { operations } from "../http/operations.ts";
import { refusalAnswer, refuse } from "../graph/graph-answers.ts";
import { errorContext } from "../identity/token-endpoint.ts";
import { tokenError } from "../identity/entra-errors.ts";
import { escapeHtml } from "../identity/pages.ts";
import type { Replacement } from "./fault.ts";

export interface ReplaceContext {
  /** Another host of the sample organisation. */
  readonly elsewhereUrl: string;
  readonly now: () => number;
  /** Ends a sign-in with a refusal instead of the person's choice. */
  readonly refuseChoice: (call: Call, aadsts: number) => Promise<Answer>;
}

type StatusFault = Extract<Replacement, { kind: "status" }>;

/** The answer that a fault gives in place of the true one. */
export async function replacedAnswer(
  fault: Replacement,
  call: Call,
  context: ReplaceContext,
): Promise<Answer> {
  switch (fault.kind) {
    case "status":
      return statusAnswer(fault, call, context.now());
    case "html":
      return captivePortal(call);
    case "redirect":
      return emptyAnswer(307, { location: fault.to ?? `${context.elsewhereUrl}/elsewhere` });
    case "huge-body":
      return jsonAnswer(200, { subject: "x".repeat(fault.bytes) });
    case "entra-error": {
      const { operation } = call.record;
      if (operation === "chooseAccount") return context.refuseChoice(call, fault.aadsts);
      const tokenCall = operation === "refreshTokens" ? operation : "redeemCode";
      return tokenError(fault.aadsts, tokenCall, errorContext(call, context.now()));
    }
    case "empty-object":
      return jsonAnswer(fault.status, {});
  }
}

function statusAnswer(fault: StatusFault, call: Call, now: number): Answer {
  const { status, retryAfter } = fault;
  const headers = {
    ...(retryAfter === undefined ? {} : { "retry-after": retryAfterText(retryAfter, now) }),
    ...fault.headers,
  };
  if (operations[call.record.operation] === "graph") {
    const code = fault.code ?? graphCodes[status] ?? "UnknownError";
    const message = status === 403 ? "" : "The sample organisation was told to answer this.";
    return refusalAnswer(call.record, refuse(status, code, message), headers);
  }
  // No AADSTS number: this is what stands in front of Microsoft Entra speaking.
  const busy = { error: "temporarily_unavailable", error_description: "Try again later." };
  return jsonAnswer(status, busy, headers);
}

const graphCodes: Readonly<Record<number, string>> = {
  400: "BadRequest",
  401: "InvalidAuthenticationToken",
  403: "Forbidden",
  404: "NotFound",
  429: "TooManyRequests",
  500: "InternalServerError",
  502: "BadGateway",
  503: "ServiceUnavailable",
  504: "GatewayTimeout",
};

const retryAfterText = (after: NonNullable<StatusFault["retryAfter"]>, now: number): string =>
  typeof after === "string" ? after : new Date(now + after.dateInSeconds * 1_000).toUTCString();

/** What a hotel's network sends in Graph's place. */
const captivePortal = ({ url }: Call): Answer => ({
  status: 200,
  headers: { "content-type": "text/html; charset=utf-8" },
  body: `<!doctype html><title>Welcome</title><p>Log in to use the network. You wanted ${escapeHtml(url.pathname)}.</p>`,
});
