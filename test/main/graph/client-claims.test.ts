import { expect, test } from "vitest";

import { fail, ok, type Result } from "../../../main/contract/errors.ts";
import { createGraph, type GraphCall } from "../../../main/graph/client.ts";
import type { TokenDemand } from "../../../main/graph/one-try.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import { type Reply, scriptedNetwork } from "../../fakes/scripted-network.ts";
import { freeGate } from "../../fakes/free-gate.ts";

const call: GraphCall = { method: "POST", path: "/me/onlineMeetings", body: { a: 1 } };
const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const otherClaims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';
const challenge = (text: string, status = 401): Reply => ({
  status,
  json: { error: { code: "InvalidAuthenticationToken", message: "" } },
  headers: {
    "www-authenticate": `Bearer realm="", error="insufficient_claims", claims="${Buffer.from(text).toString("base64")}"`,
  },
});
const done: Reply = { status: 200, json: {} };

function setUp(script: Reply[], tokens: Result<string>[] = []) {
  const { network, requests } = scriptedNetwork(script);
  const demands: TokenDemand[] = [];
  const graph = createGraph({
    gate: freeGate(),
    baseUrl: "https://graph.example/v1.0",
    network,
    async token(demand) {
      demands.push(demand);
      return tokens[demands.length - 1] ?? ok(`token-${demands.length}`);
    },
    clock: createFakeClock({ autoAdvance: true }),
    log: memoryLog().log,
    random: () => 1,
    newId: () => "id",
  });
  return { graph, demands, requests };
}

test("a challenge is met by a token with just these claims, and the call is repeated once", async () => {
  const { graph, demands, requests } = setUp([challenge(claims), done]);
  expect((await graph(call)).ok).toBe(true);
  expect(demands).toEqual([
    { forceRefresh: false, claims: null },
    { forceRefresh: false, claims },
  ]);
  expect(requests.map(({ headers }) => headers["authorization"])).toEqual([
    "Bearer token-1",
    "Bearer token-2",
  ]);
  expect(requests.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
});

test.each([
  ["the same", claims],
  ["another", otherClaims],
])("%s challenge to the second token is a sign-in, not a loop", async (_name, second) => {
  const { graph, demands, requests } = setUp([challenge(claims), challenge(second)]);
  expect(await graph(call)).toMatchObject({
    ok: false,
    failure: {
      error: { kind: "sign-in-again", reason: "verification-needed" },
      mayHaveActed: false,
    },
  });
  expect(requests).toHaveLength(2);
  expect(demands).toHaveLength(2);
});

test("a plain 401 after a challenge was met is no loop either", async () => {
  const { graph, requests } = setUp([challenge(claims), { status: 401 }]);
  expect(await graph(call)).toMatchObject({ failure: { error: { kind: "sign-in-again" } } });
  expect(requests).toHaveLength(2);
});

test("a token that cannot be had with these claims ends the call, and nothing is repeated", async () => {
  const again = { kind: "sign-in-again", reason: "verification-needed", trace: null } as const;
  const { graph, requests } = setUp([challenge(claims)], [ok("t"), fail(again)]);
  expect(await graph(call)).toEqual({ ok: false, failure: { error: again, mayHaveActed: false } });
  expect(requests).toHaveLength(1);
});

test("a challenge is looked for in a 401 alone", async () => {
  const { graph, demands } = setUp([challenge(claims, 403)]);
  expect(await graph(call)).toMatchObject({ failure: { error: { kind: "not-allowed" } } });
  expect(demands).toHaveLength(1);
});

test("a 401 whose challenge cannot be read is met by a fresh token", async () => {
  const { graph, demands } = setUp([challenge("no JSON"), done]);
  expect((await graph(call)).ok).toBe(true);
  expect(demands[1]).toEqual({ forceRefresh: true, claims: null });
});

test("a challenge between two retries is met once in the whole call", async () => {
  const busy: Reply = { status: 503 };
  const { graph, demands } = setUp([busy, challenge(claims), busy, challenge(claims)]);
  expect(await graph(call)).toMatchObject({ failure: { error: { kind: "sign-in-again" } } });
  expect(demands.map((demand) => demand.claims)).toEqual([null, null, claims, null]);
});
