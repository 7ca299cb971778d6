import { randomUUID } from "node:crypto";

import { type Answer, jsonAnswer } from "../http/answer.ts";
import { refusalFor } from "./refusals.ts";

export interface ErrorContext {
  readonly correlationId: string | null;
  readonly traceId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The OAuth error parameters as Microsoft Entra writes them into a redirect. */
export function errorParameters(aadsts: number, context: ErrorContext) {
  return {
    error: refusalFor(aadsts).error,
    error_description: describe(aadsts, context),
  };
}

/** The answer of the token endpoint, which says invalid_grant where a redirect says access_denied. */
export function tokenError(
  aadsts: number,
  operation: "redeemCode" | "refreshTokens",
  context: ErrorContext,
): Answer {
  const { error, status, ...refusal } = refusalFor(aadsts);
  // "bad_token" tells the app to forget its refresh token; a code that is refused is not one.
  const isAboutCode = operation === "redeemCode" && refusal.suberror === "bad_token";
  const suberror = isAboutCode ? undefined : refusal.suberror;
  const body = {
    error: error === "access_denied" ? "invalid_grant" : error,
    error_description: describe(aadsts, context),
    error_codes: [aadsts],
    timestamp: timestampOf(context.now),
    trace_id: context.traceId,
    correlation_id: context.correlationId ?? randomUUID(),
    ...(suberror === undefined ? {} : { suberror }),
  };
  return jsonAnswer(status ?? 400, body, { "x-ms-request-id": context.traceId });
}

function describe(aadsts: number, { correlationId, traceId, now }: ErrorContext): string {
  return [
    `AADSTS${aadsts}: ${refusalFor(aadsts).says}`,
    `Trace ID: ${traceId}`,
    `Correlation ID: ${correlationId ?? traceId}`,
    `Timestamp: ${timestampOf(now)}`,
  ].join("\r\n");
}

const timestampOf = (now: number): string =>
  `${new Date(now).toISOString().slice(0, 19).replace("T", " ")}Z`;
