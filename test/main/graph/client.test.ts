import { describe, expect, test } from "vitest";

import { fail, ok, type Result } from "../../../main/contract/errors.ts";
import { createGraph, type GraphCall } from "../../../main/graph/client.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import { type Reply, scriptedNetwork } from "../../fakes/scripted-network.ts";
import { freeGate } from "../../fakes/free-gate.ts";

const post: GraphCall = { method: "POST", path: "/me/things", body: { a: 1 } };

function setUp(script: Reply[], tokens: Result<string>[] = []) {
  const scripted = scriptedNetwork(script);
  const clock = createFakeClock({ autoAdvance: true });
  const asked: boolean[] = [];
  const { log, lines } = memoryLog();
  let ids = 0;
  const graph = createGraph({
    gate: freeGate(),
    baseUrl: "https://graph.example/v1.0",
    network: scripted.network,
    token: async ({ forceRefresh }) => {
      asked.push(forceRefresh);
      return tokens[asked.length - 1] ?? ok(`token-${asked.length}`);
    },
    clock,
    log,
    random: () => 1,
    newId: () => `id-${(ids += 1)}`,
  });
  return { graph, clock, asked, lines, requests: scripted.requests };
}

test("sends a token, a fresh client-request-id and JSON", async () => {
  const { graph, requests } = setUp([{ status: 200, json: { fine: true } }]);
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
    const { graph, asked, requests } = setUp([{ status: 401 }, { status: 200, json: {} }]);
    expect((await graph(post)).ok).toBe(true);
    expect(asked).toEqual([false, true]);
    expect(requests.map((request) => request.headers["authorization"])).toEqual([
      "Bearer token-1",
      "Bearer token-2",
    ]);
  });

  test("twice is a new sign-in, not a loop", async () => {
    const { graph, requests } = setUp([{ status: 401 }, { status: 401 }]);
    expect(await graph(post)).toMatchObject({
      ok: false,
      failure: { error: { kind: "sign-in-again" }, mayHaveActed: false },
    });
    expect(requests).toHaveLength(2);
  });

  test("a refused refresh is passed on", async () => {
    const { graph } = setUp([{ status: 401 }], [ok("t"), fail({ kind: "offline", trace: null })]);
    expect(await graph(post)).toMatchObject({ ok: false, failure: { error: { kind: "offline" } } });
  });
});

describe("retries", () => {
  test("wait as long as Retry-After says and tell when", async () => {
    const waits: [number, string][] = [];
    const { graph, clock } = setUp([
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
    const { graph, requests } = setUp([{ status: 429 }, { status: 503 }, { status: 503 }]);
    const isDone = async () => asked.push(requests.length) === 2;
    expect(await graph({ ...post, isDone })).toMatchObject({
      ok: false,
      failure: { error: { kind: "no-answer" }, mayHaveActed: true },
    });
    expect(asked).toEqual([2, 3]);
  });

  test("end after five tries, and remember that one may have acted", async () => {
    const { graph, requests } = setUp([
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
    const { graph, requests } = setUp([{ status: 429, headers: { "retry-after": "100" } }]);
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

describe("what is not Graph's answer", () => {
  test("an HTML page with 200 is a captive portal, never a success", async () => {
    const { graph } = setUp([{ status: 200, text: "<html>Sign in to this network</html>" }]);
    expect(await graph(post)).toMatchObject({
      ok: false,
      failure: { error: { kind: "captive-portal" } },
    });
  });

  test.each([
    ["Graph's where nothing is expected", { ...post, expects: "nothing" }, {}, true],
    ["not where a body is expected", post, {}, false],
    [
      "not Graph's with a type of its own",
      { ...post, expects: "nothing" },
      { "content-type": "text/html" },
      false,
    ],
  ] as const)("an empty 202 is %s", async (_title, call, headers, isSuccess) => {
    const { graph } = setUp([{ status: 202, text: "", headers }]);
    const error = { error: { kind: "captive-portal" } };
    expect(await graph(call)).toMatchObject(
      isSuccess
        ? { ok: true, value: { status: 202, body: undefined } }
        : { ok: false, failure: error },
    );
  });

  test("an empty 200 is nobody's, whatever is expected", async () => {
    const { graph } = setUp([{ status: 200, text: "" }]);
    expect((await graph({ ...post, expects: "nothing" })).ok).toBe(false);
  });

  test("JSON that breaks off is tried again", async () => {
    const { graph } = setUp([
      { status: 200, text: '{"id":', headers: { "content-type": "application/json" } },
      { status: 200, json: { id: 1 } },
    ]);
    expect(await graph(post)).toMatchObject({ ok: true, value: { body: { id: 1 } } });
  });

  test("a redirect is refused and not repeated", async () => {
    const { graph, requests } = setUp([{ failure: "redirected", mayHaveArrived: true }]);
    expect(await graph(post)).toMatchObject({
      ok: false,
      failure: { error: { kind: "intercepted" } },
    });
    expect(requests).toHaveLength(1);
  });
});

describe("errors", () => {
  test.each([
    [403, { error: { code: "Forbidden", message: "" } }, "not-allowed"],
    [404, { error: { code: "NotFound", message: "x" } }, "meeting-gone"],
    [400, { error: { code: "AuthenticationError", message: "x" } }, "personal-account"],
    [400, { error: { code: "General", message: "x" } }, "request-refused"],
    [400, "not an object", "request-refused"],
    [400, { error: { code: "ErrorCalendarEndDateIsEarlierThanStartDate" } }, "time-refused"],
    [
      400,
      { error: { code: "BadRequest", innerError: { code: "InvalidDateTime" } } },
      "time-refused",
    ],
    [
      400,
      {
        error: { code: "BadRequest", innererror: { innerError: { code: "ErrorInvalidTimeZone" } } },
      },
      "time-refused",
    ],
    // What an app may send is no matter of times.
    [400, { error: { code: "RequestTimeout", innerError: { code: "date" } } }, "request-refused"],
    [405, { error: { code: "MethodNotAllowed" } }, "request-refused"],
    [409, { error: { code: "Conflict" } }, "conflict"],
    [410, { error: { code: "Gone" } }, "meeting-gone"],
    [412, { error: { code: "PreconditionFailed" } }, "conflict"],
    [413, { error: { code: "RequestEntityTooLarge" } }, "request-too-large"],
    [413, "<html>", "request-too-large"],
    [422, { error: { code: "UnprocessableEntity" } }, "request-refused"],
    [423, { error: { code: "ResourceLocked" } }, "conflict"],
    [501, { error: { code: "NotImplemented" } }, "no-answer"],
    [507, { error: { code: "InsufficientStorage" } }, "no-answer"],
    [418, { error: { code: "Teapot", message: "x" } }, "unexpected"],
    [403, "not an object", "not-allowed"],
    [403, { error: null }, "not-allowed"],
  ])("%d %j is %s", async (code, json, kind) => {
    const { graph } = setUp([{ status: code, json }]);
    expect(await graph(post)).toMatchObject({ ok: false, failure: { error: { kind } } });
  });

  test("carry the ids support asks for, and never the message", async () => {
    const error = { code: "Forbidden", message: "secret megan@contoso.com" };
    const { graph, lines } = setUp([{ status: 403, json: { error } }]);
    const result = await graph(post);
    expect(result).toMatchObject({
      failure: {
        error: {
          trace: { status: 403, code: "Forbidden", requestId: "req-1", clientRequestId: "id-1" },
        },
      },
    });
    expect(JSON.stringify([result, lines])).not.toContain("megan");
  });

  test("no token, no request", async () => {
    const { graph, requests } = setUp([], [fail({ kind: "not-signed-in" })]);
    expect(await graph(post)).toMatchObject({
      ok: false,
      failure: { error: { kind: "not-signed-in" }, mayHaveActed: false },
    });
    expect(requests).toHaveLength(0);
  });
});
