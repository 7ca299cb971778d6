import type {
  Network,
  NetworkFailure,
  NetworkRequest,
  NetworkResult,
} from "../../main/base/network.ts";

export type Reply =
  | {
      readonly status: number;
      readonly json?: unknown;
      readonly text?: string;
      readonly headers?: Record<string, string>;
    }
  | { readonly failure: NetworkFailure; readonly mayHaveArrived: boolean };

export interface ScriptedNetwork {
  readonly network: Network;
  readonly requests: NetworkRequest[];
}

/** Answers request after request from a list, or by a function; an exhausted list is a test's mistake. */
export function scriptedNetwork(
  script: Reply[] | ((request: NetworkRequest, index: number) => Reply | Promise<Reply>),
): ScriptedNetwork {
  const requests: NetworkRequest[] = [];
  return {
    requests,
    async network(request) {
      requests.push(request);
      const index = requests.length - 1;
      const reply = Array.isArray(script) ? script[index] : await script(request, index);
      if (!reply) throw new Error(`no reply is scripted for request ${index + 1}`);
      return request.signal?.aborted
        ? { ok: false, failure: "aborted", mayHaveArrived: true }
        : toResult(reply);
    },
  };
}

function toResult(reply: Reply): NetworkResult {
  if ("failure" in reply) return { ok: false, ...reply };
  const type = reply.text === undefined ? "application/json" : "text/html";
  // Without a body there is nothing that could have a type.
  const typed = reply.text === "" ? {} : { "content-type": type };
  return {
    ok: true,
    answer: {
      status: reply.status,
      headers: new Headers({ ...typed, "request-id": "req-1", ...reply.headers }),
      body: reply.text ?? JSON.stringify(reply.json ?? {}),
    },
  };
}
