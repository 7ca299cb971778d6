import { type Answer, jsonAnswer } from "../http/answer.ts";
import type { OpenRecord } from "../http/request-log.ts";

const contentType =
  "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

type Ids = Pick<OpenRecord, "requestId" | "clientRequestId">;

/** Headers support asks for, on every answer of Graph. */
export const idHeaders = ({ requestId, clientRequestId }: Ids): Record<string, string> => ({
  "request-id": requestId,
  "client-request-id": clientRequestId ?? requestId,
  "cache-control": "no-store",
  "odata-version": "4.0",
});

export const graphAnswer = (
  ids: Ids,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer =>
  jsonAnswer(status, value, { ...idHeaders(ids), "content-type": contentType, ...headers });

/** A refusal as data, for code that has no request at hand. */
export interface GraphRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export const refuse = (status: number, code: string, message: string): GraphRefusal => ({
  status,
  code,
  message,
});

export const badRequest = (message: string): GraphRefusal => refuse(400, "BadRequest", message);
export const notFound = (): GraphRefusal => refuse(404, "NotFound", "The meeting does not exist.");

/** @see https://learn.microsoft.com/graph/errors */
export function refusalAnswer(
  ids: Ids,
  { status, code, message }: GraphRefusal,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const innerError = {
    date: new Date().toISOString().slice(0, 19),
    "request-id": ids.requestId,
    "client-request-id": ids.clientRequestId ?? ids.requestId,
  };
  return graphAnswer(ids, status, { error: { code, message, innerError } }, headers);
}
