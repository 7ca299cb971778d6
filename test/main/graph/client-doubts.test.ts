import { describe, expect, test } from "vitest";

import { ok } from "../../../main/contract/errors.ts";
import { createGraph, type GraphCall } from "../../../main/graph/client.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import { freeGate } from "../../fakes/free-gate.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import { type Reply, scriptedNetwork } from "../../fakes/scripted-network.ts";

/** What makes something under an id of ours: asked twice, it is made once. */
const creation: GraphCall = {
  method: "POST",
  path: "/me/things",
  body: { id: "ours" },
  isMade: (body) => typeof body === "object" && body !== null && "link" in body,
};
const { isMade: _isMade, ...otherCall } = creation;

function setUp(script: Reply[], onAnswer: () => void = () => undefined) {
  const { network, requests } = scriptedNetwork(script);
  const clock = createFakeClock({ autoAdvance: true });
  const graph = createGraph({
    baseUrl: "https://graph.example/v1.0",
    async network(request) {
      const answer = await network(request);
      onAnswer();
      return answer;
    },
    token: async () => ok("token"),
    gate: freeGate(),
    clock,
    log: memoryLog().log,
    random: () => 0.5,
    newId: () => "id",
  });
  return { graph, requests, clock };
}

const made: Reply = { status: 200, json: { link: "https://teams.microsoft.com/meet/1" } };
const refusal = (status: number): Reply => ({ status, json: { error: { code: "No" } } });
const unreadable = (kind: string): [string, Reply] => [kind, unreadableReplies[kind] ?? made];
const unreadableReplies: Readonly<Record<string, Reply>> = {
  "a page": { status: 200, text: "<html>Welcome to the hotel</html>" },
  "nothing at all": { status: 201, text: "" },
  "another thing": { status: 201, json: { id: 7 } },
  "far too much": { failure: "too-large", mayHaveArrived: true },
};

describe("a creation that is refused", () => {
  test.each([400, 403, 404, 405, 409, 412, 413, 418, 422, 423])(
    "with %d, but was made, is found out by asking once more",
    async (status) => {
      const { graph, requests } = setUp([refusal(status), made]);
      expect(await graph(creation)).toMatchObject({ ok: true, value: { trace: { attempts: 2 } } });
      expect(requests.map(({ body }) => body)).toEqual(['{"id":"ours"}', '{"id":"ours"}']);
    },
  );

  test.each([
    [400, "request-refused", false],
    [403, "not-allowed", false],
    [404, "meeting-gone", false],
    [412, "conflict", false],
    [413, "request-too-large", false],
    [422, "request-refused", false],
    // There is something that it is in conflict with.
    [409, "conflict", true],
  ])("with %d twice is believed: %s", async (status, kind, mayHaveActed) => {
    const { graph, requests } = setUp([refusal(status), refusal(status)]);
    expect(await graph(creation)).toMatchObject({
      failure: { error: { kind }, mayHaveActed },
    });
    expect(requests).toHaveLength(2);
  });

  test("in two ways is believed, as the second says it", async () => {
    const { graph } = setUp([refusal(400), refusal(403)]);
    expect(await graph(creation)).toMatchObject({
      failure: { error: { kind: "not-allowed" }, mayHaveActed: false },
    });
  });

  test("waits a moment first, and says so", async () => {
    const waits: [number, string][] = [];
    const { graph, clock } = setUp([refusal(409), made]);
    const at = clock.now();
    await graph({ ...creation, onWait: (until, why) => waits.push([until - at, why]) });
    expect(waits).toEqual([[500, "no-answer"]]);
  });

  test.each([
    ["then no connection", { failure: "offline", mayHaveArrived: false }],
    ["then a busy service", { status: 429 }],
  ] as const)("%s: nobody knows", async (_name, reply) => {
    const { graph } = setUp([refusal(403), reply, reply, reply, reply]);
    expect(await graph(creation)).toMatchObject({ failure: { mayHaveActed: true } });
  });

  test("then cancelled: nobody knows", async () => {
    const controller = new AbortController();
    const { graph, requests } = setUp([refusal(403)]);
    const { signal } = controller;
    const answer = await graph({ ...creation, signal, onWait: () => controller.abort() });
    expect(answer).toMatchObject({
      failure: { error: { kind: "cancelled" }, mayHaveActed: true },
    });
    expect(requests).toHaveLength(1);
  });

  test.each([creation, otherCall])(
    "cancelled in the moment it is told: nobody knows (%#)",
    async (call) => {
      const controller = new AbortController();
      const { graph } = setUp([refusal(403)], () => controller.abort());
      expect(await graph({ ...call, signal: controller.signal })).toMatchObject({
        failure: { error: { kind: "cancelled" }, mayHaveActed: true },
      });
    },
  );

  test("after a lost answer may have been made, however often it is refused", async () => {
    const { graph, requests } = setUp([{ status: 503 }, refusal(403), refusal(403)]);
    expect(await graph(creation)).toMatchObject({
      failure: { error: { kind: "not-allowed" }, mayHaveActed: true },
    });
    expect(requests).toHaveLength(3);
  });

  test("for who asks, or when, is believed at once", async () => {
    const { graph, requests } = setUp([refusal(401), refusal(401)]);
    expect(await graph(creation)).toMatchObject({
      failure: { error: { kind: "sign-in-again" }, mayHaveActed: false },
    });
    // The second with a fresh token.
    expect(requests).toHaveLength(2);
  });
});

describe("a creation whose answer cannot be read", () => {
  test.each(Object.keys(unreadableReplies).map(unreadable))(
    "(%s) is asked for once more",
    async (_name, reply) => {
      const { graph } = setUp([reply, made]);
      expect(await graph(creation)).toMatchObject({ ok: true });
    },
  );

  test.each(Object.keys(unreadableReplies).map(unreadable))(
    "(%s) twice may have been made",
    async (name, reply) => {
      const { graph, requests } = setUp([reply, reply]);
      const isPage = name === "a page" || name === "nothing at all";
      const kind = isPage ? "captive-portal" : "answer-unreadable";
      expect(await graph(creation)).toMatchObject({
        failure: { error: { kind }, mayHaveActed: true },
      });
      expect(requests).toHaveLength(2);
    },
  );

  test("because it led elsewhere is asked for once more, and then was not made", async () => {
    const elsewhere: Reply = { failure: "redirected", mayHaveArrived: true };
    expect(await setUp([elsewhere, made]).graph(creation)).toMatchObject({ ok: true });
    expect(await setUp([elsewhere, elsewhere]).graph(creation)).toMatchObject({
      failure: { error: { kind: "intercepted" }, mayHaveActed: false },
    });
  });
});

test.each([refusal(403), refusal(409), ...Object.values(unreadableReplies)])(
  "what makes nothing is not asked for again: %j",
  async (reply) => {
    const { graph, requests } = setUp([reply]);
    expect((await graph(otherCall)).ok).toBe("json" in reply && reply.status === 201);
    expect(requests).toHaveLength(1);
  },
);

describe("a request that nobody answered may still be on its way", () => {
  test.each<[string, Reply, number]>([
    ["timed out", { failure: "timed-out", mayHaveArrived: true }, 10_000],
    ["reset", { failure: "reset", mayHaveArrived: true }, 10_000],
    ["refused for now", refusal(503), 500],
  ])("%s", async (_name, reply, milliseconds) => {
    const { graph, clock } = setUp([reply, made]);
    const before = clock.now();
    expect((await graph({ ...creation, underwaySeconds: 10 })).ok).toBe(true);
    expect(clock.now() - before).toBe(milliseconds);
  });
});
