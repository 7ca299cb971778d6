import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { afterEach, expect, test } from "vitest";

import { createNetwork, type NetworkRequest } from "../../../main/base/network.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serveOn(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a TCP server has a port
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/`;
}

const clock = createFakeClock();
const network = createNetwork({ fetch, clock, allowLoopbackHttp: true });
const get = (url: string, more: Partial<NetworkRequest> = {}) =>
  network({ method: "GET", url, headers: {}, ...more });

test("gives status, headers and body", async () => {
  const url = await serveOn((_request, response) => {
    response.writeHead(201, { "content-type": "text/plain" }).end("hello");
  });
  const result = await get(url);
  expect(result).toMatchObject({ ok: true, answer: { status: 201, body: "hello" } });
});

test.each([
  "http://graph.microsoft.com/",
  "http://127.0.0.1.evil.example/",
  "http://[::1]:80/",
  "ftp://127.0.0.1/",
  "https://user:secret@graph.microsoft.com/",
  "file:///etc/passwd",
  "not a url",
])("%s is not allowed, and nothing is sent", async (url) => {
  expect(await get(url)).toEqual({ ok: false, failure: "insecure", mayHaveArrived: false });
});

test("plain HTTP to loopback is for builds with the sample organisation alone", async () => {
  const url = await serveOn((_request, response) => response.end("x"));
  const strict = createNetwork({ fetch, clock, allowLoopbackHttp: false });
  const result = await strict({ method: "GET", url, headers: {} });
  expect(result).toMatchObject({ ok: false, failure: "insecure" });
});

test("a redirect is not followed", async () => {
  const seen: string[] = [];
  const url = await serveOn((request, response) => {
    seen.push(request.url ?? "");
    response.writeHead(307, { location: "/elsewhere" }).end();
  });
  const result = await get(url, { method: "POST", body: "token" });
  expect(result).toMatchObject({ ok: false, failure: "redirected" });
  expect(seen).toEqual(["/"]);
});

test("a body over the cap is refused, announced or not", async () => {
  const url = await serveOn((_request, response) => {
    response.write("x".repeat(900));
    response.end("x".repeat(900));
  });
  expect(await get(url, { maxBytes: 1_000 })).toMatchObject({ failure: "too-large" });
});

/** A server that has the request and does no more about it than is said here. */
async function silentServer(listener: RequestListener = () => undefined) {
  const arrived = Promise.withResolvers<void>();
  const url = await serveOn((request, response) => {
    listener(request, response);
    arrived.resolve();
  });
  return { url, arrived: arrived.promise };
}

test("an answer that never begins is timed out after ten seconds, not before", async () => {
  const { url, arrived } = await silentServer();
  const pending = get(url);
  await arrived;
  await clock.advance(9_999);
  const first = await Promise.race([pending, Promise.resolve("still waiting")]);
  expect(first).toBe("still waiting");
  await clock.advance(1);
  expect(await pending).toEqual({ ok: false, failure: "timed-out", mayHaveArrived: true });
});

test("a body that drips is timed out, and the wait for its beginning is over by then", async () => {
  const headers = Promise.withResolvers<void>();
  const { url } = await silentServer((_request, response) => response.write("x"));
  const dripping = createNetwork({
    fetch: async (...request) => {
      const response = await fetch(...request);
      headers.resolve();
      return response;
    },
    clock,
    allowLoopbackHttp: true,
  });
  const pending = dripping({ method: "GET", url, headers: {}, headersWithinSeconds: 1 });
  await headers.promise;
  await clock.advance(0);
  await clock.advance(19_999);
  expect(await Promise.race([pending, Promise.resolve("still waiting")])).toBe("still waiting");
  await clock.advance(1);
  expect(await pending).toMatchObject({ failure: "timed-out" });
});

test("a connection cut in the middle may have arrived", async () => {
  const url = await serveOn((_request, response) => {
    response.destroy();
  });
  expect(await get(url)).toEqual({ ok: false, failure: "reset", mayHaveArrived: true });
});

test("a closed port is offline, and surely did not arrive", async () => {
  const url = await serveOn((_request, response) => response.end());
  await new Promise((resolve) => server?.close(resolve));
  expect(await get(url)).toEqual({ ok: false, failure: "offline", mayHaveArrived: false });
});

test("an abort settles at once", async () => {
  const { url, arrived } = await silentServer();
  const controller = new AbortController();
  const pending = get(url, { signal: controller.signal });
  await arrived;
  controller.abort();
  expect(await pending).toMatchObject({ ok: false, failure: "aborted" });
});

test.each([
  ["net::ERR_CERT_AUTHORITY_INVALID", "intercepted"],
  ["net::ERR_TUNNEL_CONNECTION_FAILED", "intercepted"],
  ["net::ERR_INTERNET_DISCONNECTED", "offline"],
  ["net::ERR_NAME_NOT_RESOLVED", "offline"],
  ["net::ERR_CONNECTION_RESET", "reset"],
  ["net::ERR_EMPTY_RESPONSE", "reset"],
])("Chromium's %s is %s", async (message, failure) => {
  const broken = createNetwork({
    fetch: () => Promise.reject(new Error(message)),
    clock,
    allowLoopbackHttp: false,
  });
  const result = await broken({ method: "GET", url: "https://x.example/", headers: {} });
  expect(result).toMatchObject({ ok: false, failure });
});
