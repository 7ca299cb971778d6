import { describe, expect, test } from "vitest";

import { createGraph, type GraphCall } from "../../../main/graph/client.ts";
import { createThrottleGates, type ThrottleGate } from "../../../main/graph/throttle-gate.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import { createMemoryDocument, type Disk } from "../../fakes/memory-platform.ts";
import { type Reply, scriptedNetwork } from "../../fakes/scripted-network.ts";

const call: GraphCall = { method: "GET", path: "/me" };
const busy = (retryAfter: string): Reply => ({
  status: 429,
  headers: { "retry-after": retryAfter },
});

function setUp(
  gate: ThrottleGate,
  script: Reply[],
  clock = createFakeClock({ autoAdvance: true }),
  onToken: () => void = () => undefined,
) {
  const { network, requests } = scriptedNetwork(script);
  const graph = createGraph({
    baseUrl: "https://graph.microsoft.com/v1.0",
    network,
    async token() {
      onToken();
      return { ok: true, value: "token" };
    },
    gate,
    clock,
    log: memoryLog().log,
    random: () => 0.5,
    newId: () => "id",
  });
  return { graph, requests, clock };
}

test("another call waits too, and says until when", async () => {
  const clock = createFakeClock({ autoAdvance: true });
  const file = createMemoryDocument(new Map(), "throttled");
  const gate = createThrottleGates({ file, clock })("megan");
  const at = clock.now();
  gate.hold(at + 120_000);
  const waits: number[] = [];
  const { graph } = setUp(gate, [{ status: 200, json: {} }], clock);
  const answer = await graph({ ...call, onWait: (until) => waits.push(until - at) });
  expect(answer.ok).toBe(true);
  expect(waits).toEqual([120_000]);
  expect(clock.now() - at).toBe(120_000);
});

describe("a wait that is too long to watch", () => {
  const hour = 3_600_000;
  const open = (disk: Disk = new Map()) => {
    const clock = createFakeClock({ autoAdvance: true });
    const gates = createThrottleGates({ file: createMemoryDocument(disk, "throttled"), clock });
    return { clock, disk, gate: gates("megan") };
  };

  test.each([
    ["in seconds", "3600", 3_600],
    ["longer than timers can", "90000", 86_400],
    ["as a date", "Tue, 24 Nov 2026 13:00:00 GMT", 3_600],
  ])(
    "%s ends the call at once, with the moment from which it makes sense",
    async (_how, text, seconds) => {
      const { clock, gate } = open();
      const at = clock.now();
      const { graph, requests } = setUp(gate, [busy(text)], clock);
      const waits: number[] = [];
      expect(await graph({ ...call, onWait: (until) => waits.push(until) })).toMatchObject({
        ok: false,
        failure: {
          error: { kind: "throttled", retryAfterSeconds: seconds, retryAt: at + seconds * 1_000 },
          mayHaveActed: false,
        },
      });
      expect(clock.now()).toBe(at);
      expect(waits).toEqual([]);
      expect(requests).toHaveLength(1);
    },
  );

  test("a 503 says when too, and may have acted", async () => {
    const { clock, gate } = open();
    const { graph } = setUp(gate, [{ ...busy("600"), status: 503 }], clock);
    expect(await graph(call)).toMatchObject({
      failure: { error: { kind: "throttled", retryAt: clock.now() + 600_000 }, mayHaveActed: true },
    });
  });

  test("holds for every later call, without a word to Microsoft, until it is over", async () => {
    const { clock, gate, disk } = open();
    await setUp(gate, [busy("3600")], clock).graph(call);
    const later = setUp(gate, [{ status: 200, json: {} }], clock);
    const { requests } = later;
    const refused = {
      failure: { error: { kind: "throttled", retryAt: clock.now() + hour }, mayHaveActed: false },
    };
    expect(await later.graph(call)).toMatchObject(refused);
    // Also after a restart.
    const again = open(disk);
    expect(await setUp(again.gate, [], again.clock).graph(call)).toMatchObject(refused);
    await clock.advance(hour - 121_000);
    expect(await later.graph(call)).toMatchObject({
      failure: { error: { kind: "throttled", retryAfterSeconds: 121 } },
    });
    expect(requests).toHaveLength(0);
    await clock.advance(1_000);
    expect((await later.graph(call)).ok).toBe(true);
    expect(clock.now()).toBeGreaterThanOrEqual(gate.until());
  });

  test("that begins while a call waits for its next try ends that one too", async () => {
    const { clock, gate } = open();
    const { graph, requests } = setUp(gate, [{ status: 503 }], clock);
    const answer = await graph({ ...call, onWait: () => gate.hold(clock.now() + hour) });
    expect(answer).toMatchObject({
      failure: { error: { kind: "throttled" }, mayHaveActed: true },
    });
    expect(requests).toHaveLength(1);
  });
});

test("whoever waits already waits longer where another call is told to", async () => {
  const clock = createFakeClock();
  const gate = createThrottleGates({
    file: createMemoryDocument(new Map(), "throttled"),
    clock,
  })("megan");
  gate.hold(clock.now() + 60_000);
  const { graph, requests } = setUp(gate, [{ status: 200, json: {} }], clock);
  const answer = graph(call);
  await clock.advance(30_000);
  gate.hold(clock.now() + 90_000);
  await clock.advance(30_000);
  expect(requests).toEqual([]);
  await clock.advance(60_000);
  expect((await answer).ok).toBe(true);
});

/** Told to wait by the first one to come; the others find it told. */
const onceHolding = (gate: ThrottleGate, until: number) => {
  let isTold = false;
  return () => {
    if (!isTold) gate.hold(until);
    isTold = true;
  };
};

test("whoever is still getting a token waits too, and gets another one", async () => {
  const clock = createFakeClock({ autoAdvance: true });
  const file = createMemoryDocument(new Map(), "throttled");
  const gate = createThrottleGates({ file, clock })("megan");
  const until = clock.now() + 60_000;
  let tokens = 0;
  const hold = onceHolding(gate, until);
  const { graph, requests } = setUp(gate, [{ status: 200, json: {} }], clock, () => {
    tokens += 1;
    hold();
  });
  expect((await graph(call)).ok).toBe(true);
  expect(requests).toHaveLength(1);
  expect(clock.now()).toBeGreaterThanOrEqual(until);
  expect(tokens).toBe(2);
});

test("whoever was still looking waits too, and looks again", async () => {
  const clock = createFakeClock({ autoAdvance: true });
  const file = createMemoryDocument(new Map(), "throttled");
  const gate = createThrottleGates({ file, clock })("megan");
  const until = clock.now() + 60_000;
  const hold = onceHolding(gate, until);
  let looks = 0;
  const { graph, requests } = setUp(gate, [{ status: 503 }, { status: 200, json: {} }], clock);
  const answer = await graph({
    ...call,
    async isDone() {
      looks += 1;
      hold();
      return false;
    },
  });
  expect(answer.ok).toBe(true);
  expect(requests).toHaveLength(2);
  expect(clock.now()).toBeGreaterThanOrEqual(until);
  expect(looks).toBe(2);
});

test("another account does not wait", async () => {
  const clock = createFakeClock({ autoAdvance: true });
  const gates = createThrottleGates({
    file: createMemoryDocument(new Map(), "throttled"),
    clock,
  });
  gates("megan").hold(clock.now() + 60_000);
  const { graph } = setUp(gates("alex"), [{ status: 200, json: {} }], clock);
  const before = clock.now();
  expect((await graph(call)).ok).toBe(true);
  expect(clock.now()).toBe(before);
});

test("a restart does not forget; what is over is not kept", () => {
  const clock = createFakeClock();
  const disk: Disk = new Map();
  const open = () => createThrottleGates({ file: createMemoryDocument(disk, "throttled"), clock });
  const until = clock.now() + 600_000;
  // However short: a restart can be faster.
  open()("megan").hold(clock.now() + 1_000);
  expect(open()("megan").until()).toBe(clock.now() + 1_000);
  open()("megan").hold(until);
  expect(open()("megan").until()).toBe(until);
  void clock.advance(700_000);
  open()("alex").hold(clock.now() + 60_000);
  expect(JSON.stringify([...disk.values()])).not.toContain("megan");
});

test("a hold is never shortened", () => {
  const clock = createFakeClock();
  const gates = createThrottleGates({
    file: createMemoryDocument(new Map(), "throttled"),
    clock,
  });
  const until = clock.now() + 2_000;
  gates("megan").hold(until);
  gates("megan").hold(until - 1_000);
  expect(gates("megan").until()).toBe(until);
});
