import type { NetworkFailure, NetworkResult } from "../../../../main/base/network.ts";

/** One call as the simulated services read it. */
export interface SimulatedCall {
  readonly method: string;
  /** From the version on, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
}

export const lost = (failure: NetworkFailure): NetworkResult => ({
  ok: false,
  failure,
  mayHaveArrived: true,
});

export const refused = (status: number, code: string): NetworkResult =>
  answer(status, { error: { code, message: "" } });

/** Without a body there is no type either. */
export const bare = (status: number): NetworkResult => ({
  ok: true,
  answer: { status, headers: new Headers(), body: "" },
});

export function answer(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): NetworkResult {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const typed = new Headers({ "content-type": "application/json", ...headers });
  return { ok: true, answer: { status, headers: typed, body: text } };
}
