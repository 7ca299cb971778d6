import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";

import type Provider from "oidc-provider";
import type { errors, KoaContextWithOIDC } from "oidc-provider";

import type { Answer } from "../http/answer.ts";
import type { Incoming } from "../http/call.ts";

export interface ProviderRequest extends Pick<Incoming, "method" | "headers" | "body"> {
  /** What the provider routes by. */
  readonly path: string;
  /** The same with the tenant before it, as the browser knows it. */
  readonly originalPath: string;
}

export interface ProviderOutcome {
  readonly answer: Answer;
  /** The value behind a JSON answer. */
  readonly value: unknown;
  readonly failure: errors.OIDCProviderError | null;
  /** Object id of the person it was about. */
  readonly oid: string | null;
}

/** Requests and answers as data on one side, Node's streams, which the provider wants, on the other. */
export function createProviderRunner(provider: Provider) {
  const outcomes = new WeakMap<object, ProviderOutcome>();
  const failures = new WeakMap<object, errors.OIDCProviderError>();
  const fail = (context: KoaContextWithOIDC, error: errors.OIDCProviderError) => {
    failures.set(context.req, error);
  };
  provider.on("grant.error", fail);
  provider.on("device_authorization.error", fail);
  provider.use(async (context: KoaContextWithOIDC, next) => {
    await next();
    // The answer is taken as it is and sent by the sample organisation itself.
    context.respond = false;
    const failure = failures.get(context.req) ?? null;
    const oid: string | undefined = context.oidc?.account?.accountId;
    outcomes.set(context.req, { ...answerOf(context), failure, oid: oid ?? null });
  });
  const handle = provider.callback();
  return async (request: ProviderRequest): Promise<ProviderOutcome> => {
    const { incoming, response } = toStreams(request);
    await handle(incoming, response);
    const outcome = outcomes.get(incoming);
    if (!outcome) throw new Error(`The provider gave no answer to ${request.path}`);
    return outcome;
  };
}

function answerOf(context: KoaContextWithOIDC): Pick<ProviderOutcome, "answer" | "value"> {
  const headers = Object.fromEntries(
    Object.entries(context.res.getHeaders())
      .filter(([name]) => name !== "content-length")
      .map(([name, value]) => [name, Array.isArray(value) ? value : String(value)]),
  );
  const value: unknown = context.body;
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
  const body = value === undefined || value === null ? "" : text;
  return { answer: { status: context.status, headers, body }, value };
}

/** A request that was read already, made readable once more. */
export function toStreams({ method, headers, body, path, originalPath }: ProviderRequest) {
  const incoming = new IncomingMessage(new Socket());
  incoming.method = method;
  incoming.url = path;
  incoming.headers = { ...headers, "content-length": String(Buffer.byteLength(body)) };
  incoming.complete = true;
  Object.assign(incoming, { originalUrl: originalPath });
  incoming.push(body);
  incoming.push(null);
  return { incoming, response: new ServerResponse(incoming) };
}
