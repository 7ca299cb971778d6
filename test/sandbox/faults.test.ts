import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { FaultInput } from "./faults/fault.ts";
import { createGraphCaller, type GraphCaller } from "./graph-caller.ts";
import { obtainTokens } from "./obtain-tokens.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";

let sandbox: Sandbox;
let graph: GraphCaller;
let token: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  ({ access_token: token } = await obtainTokens(sandbox));
  graph = createGraphCaller(sandbox.descriptor.graphBaseUrl, token);
});
beforeEach(() => {
  sandbox.faults.clear();
  sandbox.forgetRequests();
});
afterAll(() => sandbox.close());

let count = 0;
/** One create under one fault: what came back, and how many meetings there are of it. */
async function createUnder(fault: FaultInput) {
  count += 1;
  const externalId = `fault-${count}`;
  sandbox.faults.add(fault);
  const reply = await graph("POST", "/me/onlineMeetings/createOrGet", { externalId }).catch(
    () => null,
  );
  const made = sandbox.meetings().filter((meeting) => meeting.externalId === externalId).length;
  return { reply, made, record: sandbox.requests().at(-1) };
}

const on = "createOrGet";
/** Only what hangs takes this long. */
const patiently = { timeout: 60_000 };

describe("a fault on one call", () => {
  it.each([401, 403, 500, 502, 503, 504])(
    "answers %i before the meeting is made, or after",
    async (status) => {
      const before = await createUnder({ on, kind: "status", status });
      expect([before.reply?.status, before.made]).toEqual([status, 0]);
      const after = await createUnder({ on, kind: "status", status, when: "after" });
      expect([after.reply?.status, after.made]).toEqual([status, 1]);
      expect(after.reply?.body).toMatchObject({ error: { innerError: {} } });
      expect(after.record).toMatchObject({ status, faults: ["status"] });
    },
  );

  it.each([
    ["in seconds", "2", /^2$/u],
    ["in a fraction of them", "2.128", /^2\.128$/u],
    ["as a date", { dateInSeconds: 30 }, /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/u],
  ])("throttles with Retry-After %s", async (_name, retryAfter, text) => {
    const { reply, made } = await createUnder({ on, kind: "status", status: 429, retryAfter });
    expect([reply?.status, made]).toEqual([429, 0]);
    expect(reply?.headers.get("retry-after")).toMatch(text);
    expect(reply?.body).toMatchObject({ error: { code: "TooManyRequests" } });
  });

  it("throttles without Retry-After", async () => {
    const { reply } = await createUnder({ on, kind: "status", status: 429 });
    expect(reply?.headers.has("retry-after")).toBe(false);
  });

  it("cuts the line before the meeting is made, or after", async () => {
    const before = await createUnder({ on, kind: "reset", when: "before" });
    expect([before.reply, before.made]).toEqual([null, 0]);
    const after = await createUnder({ on, kind: "reset", when: "after" });
    expect([after.reply, after.made]).toEqual([null, 1]);
    expect(after.record).toMatchObject({ status: null, faults: ["reset"] });
  });

  it("sends half of the body", async () => {
    const { reply, made, record } = await createUnder({ on, kind: "half-body" });
    expect([reply, made, record?.status]).toEqual([null, 1, 201]);
  });

  it("sends a page in place of JSON", async () => {
    const { reply, made } = await createUnder({ on, kind: "html" });
    expect([reply?.status, reply?.headers.get("content-type"), made]).toEqual([
      200,
      "text/html; charset=utf-8",
      0,
    ]);
  });

  it("points at another host, which notes who follows", async () => {
    const { reply } = await createUnder({ on, kind: "redirect" });
    const location = reply?.headers.get("location") ?? "";
    expect([reply?.status, new URL(location).hostname]).toEqual([307, "localhost"]);
    await fetch(location, { headers: { authorization: "Bearer lost" } });
    expect(sandbox.requests().at(-1)).toMatchObject({ part: "elsewhere", carriedToken: true });
  });

  it("drips the answer byte by byte", async () => {
    sandbox.faults.add({ on: "getMe", kind: "slow-drip", bytesPerSecond: 100 });
    const response = await fetch(`${sandbox.descriptor.graphBaseUrl}/me`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect([response.status, (first?.value?.byteLength ?? 100) < 20]).toEqual([200, true]);
    await reader?.cancel();
  });

  it("sends a huge body", async () => {
    const { reply } = await createUnder({ on, kind: "huge-body", bytes: 3_000_000 });
    expect(String(reply?.body?.["subject"])).toHaveLength(3_000_000);
  });

  it("hangs until the caller gives up", async () => {
    sandbox.faults.add({ on: "getMe", kind: "hang" });
    const controller = new AbortController();
    const call = fetch(`${sandbox.descriptor.graphBaseUrl}/me`, { signal: controller.signal });
    await expect.poll(() => sandbox.requests().at(-1)?.endedAt ?? null).not.toBeNull();
    expect(sandbox.requests().at(-1)).toMatchObject({ status: null, faults: ["hang"] });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });

  it("takes its time before and after", async () => {
    const delay = { on, kind: "delay", beforeMilliseconds: 60, afterMilliseconds: 60 } as const;
    const startedAt = performance.now();
    const { reply } = await createUnder(delay);
    expect(reply?.status).toBe(201);
    // Less than both together, as a timer may ring a moment early; slower it may always be.
    expect(performance.now() - startedAt).toBeGreaterThan(110);
  });

  it.each([
    ["before the meeting is made", "before", 0],
    ["after it", "after", 1],
  ] as const)("waits %s until it is let go", async (_name, when, madeMeanwhile) => {
    const all = () => sandbox.meetings().length;
    const before = all();
    const creating = createUnder({ on, kind: "hold", when });
    await expect.poll(() => sandbox.requests().at(-1)?.operation).toBe(on);
    await expect.poll(all).toBe(before + madeMeanwhile);
    expect(sandbox.requests().at(-1)).toMatchObject({ status: null, faults: ["hold"] });
    sandbox.faults.release();
    expect(await creating).toMatchObject({ reply: { status: 201 }, made: 1 });
  });

  it("is held before it has an effect, or after, until it may go on", async () => {
    for (const [when, made] of [
      ["before", 0],
      ["after", 1],
    ] as const) {
      const there = sandbox.meetings().length;
      const call = createUnder({ on, kind: "hold", when });
      await expect.poll(() => sandbox.requests().length, patiently).toBeGreaterThan(0);
      await expect.poll(() => sandbox.meetings().length - there, patiently).toBe(made);
      expect(sandbox.requests().at(-1)).toMatchObject({ status: null, faults: ["hold"] });
      sandbox.faults.release();
      expect(await call).toMatchObject({ made: 1, reply: { status: 201 } });
      sandbox.forgetRequests();
    }
  });

  it("refuses a fault nobody knows", () => {
    expect(() => sandbox.faults.add(JSON.parse('{"on":"graph","kind":"fire"}'))).toThrow(/fire/u);
  });
});

async function statuses(calls: number) {
  const seen: number[] = [];
  for (let call = 0; call < calls; call += 1) seen.push((await graph("GET", "/me")).status);
  return seen;
}

describe("which calls a fault hits", () => {
  it("is the next one, unless said otherwise", async () => {
    sandbox.faults.add({ on: "graph", kind: "status", status: 503 });
    expect(await statuses(2)).toEqual([503, 200]);
    expect(sandbox.faults.pending()).toEqual([]);
  });

  it("is as many as said, after as many as said", async () => {
    sandbox.faults.add({ on: "getMe", kind: "status", status: 503, times: 2, skip: 1 });
    expect(await statuses(5)).toEqual([200, 503, 503, 200, 200]);
  });

  it("is every one until they are cleared", async () => {
    sandbox.faults.add({ on: "everything", kind: "status", status: 401, times: "always" });
    expect(await statuses(3)).toEqual([401, 401, 401]);
    sandbox.faults.clear();
    expect(await statuses(1)).toEqual([200]);
  });

  it("is one fault a call, in the order they were added, beside all delays", async () => {
    sandbox.faults.add({ on: "getMe", kind: "status", status: 500 });
    sandbox.faults.add({ on: "getMe", kind: "delay", beforeMilliseconds: 1, times: "always" });
    sandbox.faults.add({ on: "graph", kind: "status", status: 502 });
    expect(await statuses(3)).toEqual([500, 502, 200]);
    expect(sandbox.requests().map(({ faults }) => faults)).toEqual([
      ["delay", "status"],
      ["delay", "status"],
      ["delay"],
    ]);
  });

  it("is none of another operation", async () => {
    sandbox.faults.add({ on: "token", kind: "status", status: 500 });
    sandbox.faults.add({ on: "deleteMeeting", kind: "status", status: 500 });
    expect(await statuses(1)).toEqual([200]);
  });
});
