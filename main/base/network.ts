import type { Clock } from "./clock.ts";

/** `net.fetch` in Electron (system proxy, the operating system's trust store), Node's `fetch` elsewhere. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface NetworkRequest {
  readonly method: "GET" | "OPTIONS" | "POST" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** Until the response headers are in. Default 10. */
  readonly headersWithinSeconds?: number;
  /** Until the whole body is in. Default 20. */
  readonly bodyWithinSeconds?: number;
  /** Default 1 MiB. */
  readonly maxBytes?: number;
}

export interface NetworkAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

export type NetworkFailure =
  | "aborted"
  | "insecure"
  | "offline"
  | "intercepted"
  | "redirected"
  | "reset"
  | "timed-out"
  | "too-large";

/** `mayHaveArrived` is false only when the request surely never reached the server. */
export type NetworkResult =
  | { readonly ok: true; readonly answer: NetworkAnswer }
  | { readonly ok: false; readonly failure: NetworkFailure; readonly mayHaveArrived: boolean };

export type Network = (request: NetworkRequest) => Promise<NetworkResult>;

export interface NetworkDependencies {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** True only in builds with the sample organisation: plain HTTP, and to loopback alone. */
  readonly allowLoopbackHttp: boolean;
}

const loopbackHosts = new Set(["127.0.0.1", "localhost"]);

/**
 * The one way to the network. Every request has a deadline and a size cap, follows no redirect
 * (a redirect could carry a token or a body to another host) and goes over HTTPS. Never throws.
 */
export function createNetwork({ fetch, clock, allowLoopbackHttp }: NetworkDependencies): Network {
  return async (request) => {
    if (!isAllowed(request.url, allowLoopbackHttp)) return failure("insecure", false);
    if (request.signal?.aborted) return failure("aborted", false);
    const { signal, headersArrived, expired, clear } = startDeadline(request, clock);
    try {
      const response = await fetch(request.url, { ...fixedOptions, ...shapeOf(request), signal });
      headersArrived();
      const body = await readCapped(response, request.maxBytes ?? 1024 * 1024);
      if (body === null) return failure("too-large", true);
      return { ok: true, answer: { status: response.status, headers: response.headers, body } };
    } catch (error) {
      if (request.signal?.aborted) return failure("aborted", true);
      return expired() ? failure("timed-out", true) : classify(error);
    } finally {
      clear();
    }
  };
}

const fixedOptions = { redirect: "error", credentials: "omit", cache: "no-store" } as const;

const shapeOf = ({ method, headers, body }: NetworkRequest): RequestInit => ({
  method,
  headers: { ...headers },
  ...(body === undefined ? {} : { body }),
});

function startDeadline(request: NetworkRequest, clock: Clock) {
  const deadline = new AbortController();
  function abortAfter(seconds: number): () => void {
    const inTime = new AbortController();
    void clock.sleep(seconds * 1_000, inTime.signal).then(() => {
      if (!inTime.signal.aborted) deadline.abort();
    });
    return () => inTime.abort();
  }
  const headersArrived = abortAfter(request.headersWithinSeconds ?? 10);
  const bodyArrived = abortAfter(request.bodyWithinSeconds ?? 20);
  return {
    signal: request.signal ? AbortSignal.any([request.signal, deadline.signal]) : deadline.signal,
    headersArrived,
    expired: () => deadline.signal.aborted,
    clear: () => {
      headersArrived();
      bodyArrived();
    },
  };
}

function isAllowed(url: string, allowLoopbackHttp: boolean): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== "" || password !== "") return false;
  if (protocol === "https:") return true;
  return protocol === "http:" && allowLoopbackHttp && loopbackHosts.has(hostname);
}

async function readCapped(response: Response, maxBytes: number): Promise<string | null> {
  if (Number(response.headers.get("content-length") ?? 0) > maxBytes) {
    await response.body?.cancel();
    return null;
  }
  if (response.body === null) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

const failure = (name: NetworkFailure, mayHaveArrived: boolean): NetworkResult => ({
  ok: false,
  failure: name,
  mayHaveArrived,
});

/**
 * Chromium's network errors arrive as "net::ERR_…" in the message, Node's as a code on `cause`.
 * @see https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h
 */
function classify(error: unknown): NetworkResult {
  const text = causes(error).join(" ");
  if (/ERR_CERT|ERR_SSL|CERT_|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TUNNEL|ERR_PROXY/u.test(text))
    return failure("intercepted", false);
  if (/redirect/iu.test(text)) return failure("redirected", true);
  if (
    /ERR_INTERNET_DISCONNECTED|ERR_NAME_NOT|ERR_ADDRESS|ERR_CONNECTION_REFUSED|ERR_NETWORK_CHANGED|ERR_CONNECTION_TIMED_OUT|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|CONNECT_TIMEOUT/u.test(
      text,
    )
  )
    return failure("offline", /ERR_NETWORK_CHANGED/u.test(text));
  return failure("reset", true);
}

function causes(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const code = "code" in error ? [String(error.code)] : [];
  return [error.message, ...code, ...(error.cause === undefined ? [] : causes(error.cause))];
}
