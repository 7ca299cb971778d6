import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

import { listenOnLoopback } from "./loopback-port.ts";
import { createPages, pageHeaders, type PageTexts } from "./pages.ts";

/** What Entra posted to the redirect URI. Untrusted, but its state was ours. */
export type LoopbackAnswer =
  | { readonly kind: "code"; readonly code: string; readonly clientInfo: string | null }
  | { readonly kind: "error"; readonly error: string; readonly description: string };

export interface Loopback {
  /** "http://localhost:PORT", as registered: Entra ignores the port of a loopback redirect. */
  readonly redirectUri: string;
  /** Settles once, with the first answer that carries the right state. Never rejects. */
  readonly answer: Promise<LoopbackAnswer>;
  /**
   * An address that leads on to `url`, once: what opens a browser shows its arguments to everybody on
   * this computer, and `url` holds the state. A newer one ends the one before.
   */
  oneTimeAddressOf(url: string): string;
  /** Frees the port. The page already sent still reaches the browser. */
  close(): Promise<void>;
}

export interface LoopbackOptions {
  readonly state: string;
  readonly texts: PageTexts;
}

const maxBodyBytes = 64 * 1024;
const maxConnections = 256;
const requestTimeoutMilliseconds = 5_000;

/**
 * Listens on this computer for one form_post answer. Nothing a stranger sends ends the wait: wrong state,
 * wrong host and oversized bodies are refused, and the real answer still counts.
 * @see https://www.rfc-editor.org/rfc/rfc8252#section-7.3
 */
export async function openLoopback({ state, texts }: LoopbackOptions): Promise<Loopback> {
  const { promise: answer, resolve } = Promise.withResolvers<LoopbackAnswer>();
  const pages = createPages(texts);
  let port = 0;
  let isAnswered = false;
  let oneTime: { readonly path: string; readonly url: string } | null = null;

  const places = keepOldestFirst();
  const create = () => {
    const server = createPatientServer((request, response) => {
      void respond(request, response).catch(() => request.destroy());
    });
    server.on("connection", (socket) => places.seat(socket));
    return server;
  };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOurHost(request.headers.host, port)) return pages.send(response, 421, "refused");
    return request.method === "GET" ? show(request, response) : take(request, response);
  }

  async function show(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === "/") return pages.send(response, 200, "nothing");
    // Who only looks ahead is not the person, and must not use the address up.
    const isOpening = request.url === oneTime?.path && request.headers["sec-purpose"] === undefined;
    if (oneTime === null || !isOpening) return pages.send(response, 404, "gone");
    const { url: location } = oneTime;
    oneTime = null;
    response.writeHead(302, { ...pageHeaders, location }).end();
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== "/") return pages.send(response, 404, "refused");
    if (request.method !== "POST") return pages.send(response, 405, "refused");
    if (!isForm(request.headers["content-type"])) return pages.send(response, 415, "refused");
    const body = await readCapped(request);
    // Only a request that is whole keeps its place against those that came later.
    places.free(request.socket);
    if (body === null) return pages.send(response, 413, "refused");
    const form = new URLSearchParams(body);
    if (isAnswered || !hasState(form, state)) return pages.send(response, 400, "refused");
    const parsed = parseAnswer(form);
    if (!parsed) return pages.send(response, 400, "refused");
    isAnswered = true;
    response.once("finish", () => resolve(parsed));
    response.once("close", () => resolve(parsed));
    return pages.send(response, 200, parsed.kind === "code" ? "received" : "declined");
  }

  const held = await listenOnLoopback(create);
  port = held.port;
  return {
    redirectUri: `http://localhost:${port}`,
    answer,
    oneTimeAddressOf(url) {
      oneTime = { path: `/${randomBytes(32).toString("base64url")}`, url };
      return `http://127.0.0.1:${port}${oneTime.path}`;
    },
    close: () => held.close(),
  };
}

function createPatientServer(respond: RequestListener): Server {
  // Not an import: that would be done at each start, and for the names in it Node loads its whole fetch, too.
  const { createServer } = process.getBuiltinModule("node:http");
  // Node looks for requests that are overdue only every 30 seconds unless it is told otherwise.
  const server = createServer({ connectionsCheckingInterval: 1_000 }, respond);
  server.maxConnections = maxConnections;
  server.headersTimeout = requestTimeoutMilliseconds;
  server.requestTimeout = requestTimeoutMilliseconds;
  server.keepAliveTimeout = 1;
  server.on("clientError", (_error, socket) => socket.destroy());
  // A socket that says nothing at all is covered by none of the timeouts above.
  server.on("connection", (socket) => {
    socket.setTimeout(requestTimeoutMilliseconds, () => socket.destroy());
  });
  return server;
}

/** Idle sockets must not lock the browser out: with all places taken, the oldest gives way. */
function keepOldestFirst() {
  const idle = new Set<Socket>();
  return {
    seat(socket: Socket) {
      idle.add(socket);
      socket.once("close", () => idle.delete(socket));
      const [oldest] = idle;
      if (idle.size >= maxConnections / 2) oldest?.destroy();
    },
    free: (socket: Socket) => idle.delete(socket),
  };
}

const isOurHost = (host: string | undefined, port: number): boolean =>
  host === `localhost:${port}` || host === `127.0.0.1:${port}`;

const isForm = (type: string | undefined): boolean =>
  /^application\/x-www-form-urlencoded\s*(?:;|$)/iu.test(type ?? "");

/** Null once the body grows over the cap; the rest is not read. */
async function readCapped(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBodyBytes) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Exactly one state, and ours: compared in constant time. */
function hasState(form: URLSearchParams, state: string): boolean {
  const given = form.getAll("state").map((text) => Buffer.from(text));
  const wanted = Buffer.from(state);
  const [only] = given;
  if (!only || given.length !== 1 || only.length !== wanted.length) return false;
  return timingSafeEqual(only, wanted);
}

function parseAnswer(form: URLSearchParams): LoopbackAnswer | null {
  const error = form.get("error");
  if (error !== null)
    return { kind: "error", error, description: form.get("error_description") ?? "" };
  const code = form.get("code");
  if (code === null || code === "") return null;
  return { kind: "code", code, clientInfo: form.get("client_info") };
}
