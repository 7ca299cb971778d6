import {
  AuthError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from "@azure/msal-node";
import * as v from "valibot";

import { parseJson } from "../graph/graph-errors.ts";
import type { Network, NetworkAnswer, NetworkFailure } from "../base/network.ts";

/** The errorCode under which MSAL hands our own network failures on, untouched; the suberror says which. */
export const networkErrorCode = "quick_meeting_network";
export type SignInNetworkFailure = NetworkFailure | "not-json" | "server-failed";

/** What a cancelled call ends with. */
export const aborted = (): AuthError => networkError("aborted");

const networkError = (failure: SignInNetworkFailure): AuthError =>
  // An AuthError passes through MSAL as it is; any other error would become a bare "network_error".
  new AuthError(networkErrorCode, "", failure, failure);

const deadlineSeconds = 15;

export interface MsalNetworkDependencies {
  readonly network: Network;
  /** Asked for with each request. */
  readonly signal: () => AbortSignal | null;
  /** Entra has too much to do; with its `Retry-After`. */
  readonly onBusy: (retryAfter: string | null) => void;
}

/**
 * MSAL's requests over our one network function: MSAL itself sets no deadline on POST, and a stalled
 * token call would wait forever.
 */
export function createMsalNetwork({
  network,
  signal,
  onBusy,
}: MsalNetworkDependencies): INetworkModule {
  async function send<Body>(
    method: "GET" | "POST",
    url: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<Body>> {
    const abort = signal();
    const result = await network({
      method,
      url,
      headers: options.headers ?? {},
      headersWithinSeconds: deadlineSeconds,
      bodyWithinSeconds: deadlineSeconds,
      ...(options.body === undefined ? {} : { body: options.body }),
      ...(abort ? { signal: abort } : {}),
    });
    if (!result.ok) throw networkError(result.failure);
    const { status, headers } = result.answer;
    const body = readBody(result.answer);
    // MSAL takes `{}` for a success without tokens.
    if (method === "POST" && !isAnswer(body)) throw networkError("server-failed");
    const isBusy = status === 429 || status >= 500;
    if (isBusy) onBusy(headers.get("retry-after"));
    // Of these and of a Retry-After MSAL remembers too much: it would refuse every sign-in for up to an
    // hour, whoever's. It is told of a plain refusal, and of no header: it needs none.
    const told = isBusy ? { status: 400, body: busyBody(body) } : { status, body };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- MSAL checks the fields it reads
    return { headers: {}, ...told, body: told.body as Body };
  }
  return {
    sendGetRequestAsync: (url, options) => send("GET", url, options),
    sendPostRequestAsync: (url, options) => send("POST", url, options),
  };
}

function readBody({ status, headers, body }: NetworkAnswer): object {
  const parsed = parseJson(body);
  // JSON that breaks off is a lost connection.
  if (parsed === undefined && /^application\/json\b/iu.test(headers.get("content-type") ?? ""))
    throw networkError("reset");
  const isObject = typeof parsed === "object" && parsed !== null;
  if (status >= 500 && !(isObject && "error" in parsed)) throw networkError("server-failed");
  if (!isObject) throw networkError("not-json");
  return parsed;
}

const text = v.pipe(v.string(), v.minLength(1));
const tokens = v.object({ access_token: text });
const refusal = v.union([
  v.object({ error: text }),
  v.object({ error_description: text }),
  v.object({ suberror: text }),
]);
const isAnswer = (body: object): boolean => v.is(tokens, body) || v.is(refusal, body);

const busyBody = (body: object) => ({
  error: "temporarily_unavailable",
  correlation_id: Reflect.get(body, "correlation_id"),
});
