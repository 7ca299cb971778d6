import { describe, expect, test } from "vitest";

import { fail, ok } from "../../../main/contract/errors.ts";
import { post, scriptedGraph } from "./scripted-graph.ts";

test("sends a token, a fresh client-request-id and JSON", async () => {
  const { graph, requests } = scriptedGraph([{ status: 200, json: { fine: true } }]);
  expect(await graph(post)).toMatchObject({ ok: true, value: { body: { fine: true } } });
  expect(requests[0]).toMatchObject({
    method: "POST",
    url: "https://graph.example/v1.0/me/things",
    headers: {
      authorization: "Bearer token-1",
      "client-request-id": "id-1",
      "content-type": "application/json",
    },
    body: '{"a":1}',
  });
});

describe("401", () => {
  test("is answered by one fresh token and one replay", async () => {
    const { graph, asked, requests } = scriptedGraph([{ status: 401 }, { status: 200, json: {} }]);
    expect((await graph(post)).ok).toBe(true);
    expect(asked).toEqual([false, true]);
    expect(requests.map((request) => request.headers["authorization"])).toEqual([
      "Bearer token-1",
      "Bearer token-2",
    ]);
  });

  test("twice is a new sign-in, not a loop", async () => {
    const { graph, requests } = scriptedGraph([{ status: 401 }, { status: 401 }]);
    expect(await graph(post)).toMatchObject({
      ok: false,
      failure: { error: { kind: "sign-in-again" }, mayHaveActed: false },
    });
    expect(requests).toHaveLength(2);
  });

  test("a refused refresh is passed on", async () => {
    const { graph } = scriptedGraph(
      [{ status: 401 }],
      [ok("t"), fail({ kind: "offline", trace: null })],
    );
    expect(await graph(post)).toMatchObject({ ok: false, failure: { error: { kind: "offline" } } });
  });
});

describe("retries", () => {
  test("wait as long as Retry-After says and tell when", async () => {
    const waits: [number, string][] = [];
    const { graph, clock } = scriptedGraph([
      { status: 429, headers: { "retry-after": "2.5" } },
      { status: 503 },
      { status: 201, json: {} },
    ]);
    const from = clock.now();
    const result = await graph({
      ...post,
      onWait: (at, reason) => {
        waits.push([at - from, reason]);
      },
    });
    expect(result).toMatchObject({ ok: true, value: { status: 201, trace: { attempts: 3 } } });
    expect(waits).toEqual([
      [2_500, "throttled"],
      [4_500, "no-answer"],
    ]);
  });

  test("of what may have been done come only where it was not", async () => {
    const asked: number[] = [];
    const { graph, requests } = scriptedGraph([{ status: 429 }, { status: 503 }, { status: 503 }]);
    const isDone = async () => asked.push(requests.length) === 2;
    expect(await graph({ ...post, isDone })).toMatchObject({
      ok: false,
      failure: { error: { kind: "no-answer" }, mayHaveActed: true },
    });
    expect(asked).toEqual([2, 3]);
  });

  test("end after five tries, and remember that one may have acted", async () => {
    const { graph, requests } = scriptedGraph([
      { status: 503 },
      { failure: "offline", mayHaveArrived: false },
      { failure: "offline", mayHaveArrived: false },
      { failure: "offline", mayHaveArrived: false },
      { failure: "offline", mayHaveArrived: false },
    ]);
    expect(await graph(post)).toMatchObject({
      ok: false,
      failure: { error: { kind: "offline" }, mayHaveActed: true },
    });
    expect(requests).toHaveLength(5);
  });

  test("stop when the person cancels during the wait", async () => {
    const controller = new AbortController();
    const { graph, requests } = scriptedGraph([{ status: 429, headers: { "retry-after": "100" } }]);
    const result = await graph({
      ...post,
      signal: controller.signal,
      onWait: () => {
        controller.abort();
      },
    });
    expect(result).toMatchObject({
      ok: false,
      failure: { error: { kind: "cancelled" }, mayHaveActed: false },
    });
    expect(requests).toHaveLength(1);
  });
});
