import {
  AuthError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from "@azure/msal-node";

import { parseJson } from "../graph/graph-errors.ts";
import type { Network, NetworkFailure } from "../network.ts";

/** The errorCode under which MSAL hands our own network failures on, untouched; the suberror says which. */
export const networkErrorCode = "quick_meeting_network";
export type SignInNetworkFailure = NetworkFailure | "not-json" | "server-failed";

/** What a cancelled call ends with. */
export const aborted = (): AuthError => networkError("aborted");

const networkError = (failure: SignInNetworkFailure): AuthError =>
  // An AuthError passes through MSAL as it is; any other error would become a bare "network_error".
  new AuthError(networkErrorCode, "", failure, failure);

const deadlineSeconds = 15;

/**
 * MSAL's requests over our one network function: MSAL itself sets no deadline on POST, and a stalled
 * token call would wait forever. `signal` is asked for with each request.
 */
export function createMsalNetwork(
  network: Network,
  signal: () => AbortSignal | null,
): INetworkModule {
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
    const { status, headers, body } = result.answer;
    const parsed = parseJson(body);
    const isObject = typeof parsed === "object" && parsed !== null;
    // MSAL takes `{}` from a failing server for a success without tokens.
    if (status >= 500 && !(isObject && "error" in parsed)) throw networkError("server-failed");
    if (!isObject) throw networkError("not-json");
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- MSAL checks the fields it reads
    return { status, headers: Object.fromEntries(headers), body: parsed as Body };
  }
  return {
    sendGetRequestAsync: (url, options) => send("GET", url, options),
    sendPostRequestAsync: (url, options) => send("POST", url, options),
  };
}
