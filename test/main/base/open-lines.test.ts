import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import fc from "fast-check";
import { expect, test } from "vitest";

import { systemClock } from "../../../main/base/clock.ts";
import { createNetwork, type Network } from "../../../main/base/network.ts";
import { createOpenLines, isWorthOpening } from "../../../main/base/open-lines.ts";
import { scriptedNetwork } from "../../fakes/scripted-network.ts";

const second = 1_000;
const patiently = { timeout: 20_000 };
const now = Date.parse("2026-11-28T09:00:00Z");
const graph = "https://graph.microsoft.com/v1.0/";
const login = "https://login.microsoftonline.com/contoso/v2.0/.well-known/openid-configuration";

test.each([
  ["an hour after the last answer", 3_600, null, true],
  ["while it is surely open", 29, null, false],
  ["when it may have been closed", 30, null, true],
  ["again while it is being opened", 3_600, 4, false],
  ["again where that came to nothing", 3_600, 5, true],
  ["after the clock was set back", -60, -60, true],
])("%s", (_when, answeredSecondsAgo, openedSecondsAgo, isWorth) => {
  const before = (seconds: number | null) => (seconds === null ? null : now - seconds * second);
  const line = { answeredAt: before(answeredSecondsAgo), openedAt: before(openedSecondsAgo) };
  expect(isWorthOpening(line, now)).toBe(isWorth);
});

test("a host that never answered is not bothered: a proxy may wait before it with a question", () => {
  expect(isWorthOpening({ answeredAt: null, openedAt: null }, now)).toBe(false);
});

/** Signed in, so both hosts have answered; time is the test's. */
async function openDesk() {
  const clock = { now: () => time.now };
  const time = { now };
  const { network, requests } = scriptedNetwork(() => ({ status: 401, text: "" }));
  const lines = createOpenLines(network, clock);
  for (const url of [graph, login]) await lines.network({ method: "GET", url, headers: {} });
  requests.length = 0;
  return { ...lines, requests, time };
}

test("each host is asked for nothing, with nothing that says who asks", async () => {
  const { openAhead, requests, time } = await openDesk();
  time.now += 3_600 * second;
  openAhead([graph, login]);
  expect(requests).toEqual([
    { method: "OPTIONS", url: graph, headers: {} },
    { method: "OPTIONS", url: login, headers: {} },
  ]);
});

test("two addresses of one host are one connection", async () => {
  const { openAhead, requests, time } = await openDesk();
  time.now += 3_600 * second;
  openAhead([graph, `${graph}me`]);
  expect(requests).toHaveLength(1);
});

test("however often somebody touches the icon, a host is asked once in 30 seconds while it answers", async () => {
  const touches = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(touches, async (pauses) => {
      const { openAhead, requests, time } = await openDesk();
      for (const pause of pauses) {
        time.now += pause;
        openAhead([graph]);
        await new Promise((resolve) => setImmediate(resolve));
      }
      const seconds = (time.now - now) / second;
      expect(requests.length).toBeLessThanOrEqual(seconds / 30);
    }),
    { numRuns: 50 },
  );
});

test("while nothing answers, at most once in 5 seconds", async () => {
  const time = { now };
  const state = { isThere: true };
  const { network, requests } = scriptedNetwork(() =>
    state.isThere ? { status: 200 } : { failure: "reset", mayHaveArrived: true },
  );
  const lines = createOpenLines(network, { now: () => time.now });
  await lines.network({ method: "GET", url: graph, headers: {} });
  state.isThere = false;
  time.now += 60 * second;
  requests.length = 0;
  for (let touch = 0; touch < 100; touch += 1) {
    time.now += 100;
    lines.openAhead([graph]);
  }
  expect(requests).toHaveLength(2);
});

test("a request that comes later finds the connection open", async () => {
  const served: { readonly method: string | undefined; readonly port: number | undefined }[] = [];
  const server = createServer((request, response) => {
    served.push({ method: request.method, port: request.socket.remotePort });
    response.writeHead(401).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a TCP server has a port
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const time = { now };
  const usual = createNetwork({ fetch, clock: systemClock, allowLoopbackHttp: true });
  // What was asked an hour ago left no connection.
  const { network: longAgo } = scriptedNetwork([{ status: 200 }]);
  const through: Network = (request) => (request.method === "GET" ? longAgo : usual)(request);
  const { network, openAhead } = createOpenLines(through, { now: () => time.now });
  await network({ method: "GET", url, headers: {} });
  time.now += 3_600 * second;
  openAhead([url]);
  const portOfOpened = () => served.find(({ method }) => method === "OPTIONS")?.port ?? 0;
  await expect.poll(portOfOpened, patiently).toBeGreaterThan(0);
  await expect
    .poll(async () => {
      await network({ method: "POST", url, headers: {}, body: "{}" });
      return served.filter(({ port }) => port === portOfOpened()).length;
    }, patiently)
    .toBeGreaterThan(1);
  server.closeAllConnections();
  server.close();
});
