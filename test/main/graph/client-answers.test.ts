import { describe, expect, test } from "vitest";

import { fail } from "../../../main/contract/errors.ts";
import { post, scriptedGraph } from "./scripted-graph.ts";

describe("what is not Graph's answer", () => {
  test("an HTML page with 200 is a captive portal, never a success", async () => {
    const { graph } = scriptedGraph([
      { status: 200, text: "<html>Sign in to this network</html>" },
    ]);
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
    const { graph } = scriptedGraph([{ status: 202, text: "", headers }]);
    const error = { error: { kind: "captive-portal" } };
    expect(await graph(call)).toMatchObject(
      isSuccess
        ? { ok: true, value: { status: 202, body: undefined } }
        : { ok: false, failure: error },
    );
  });

  test("an empty 200 is nobody's, whatever is expected", async () => {
    const { graph } = scriptedGraph([{ status: 200, text: "" }]);
    expect((await graph({ ...post, expects: "nothing" })).ok).toBe(false);
  });

  test("JSON that breaks off is tried again", async () => {
    const { graph } = scriptedGraph([
      { status: 200, text: '{"id":', headers: { "content-type": "application/json" } },
      { status: 200, json: { id: 1 } },
    ]);
    expect(await graph(post)).toMatchObject({ ok: true, value: { body: { id: 1 } } });
  });

  test("a redirect is refused and not repeated", async () => {
    const { graph, requests } = scriptedGraph([{ failure: "redirected", mayHaveArrived: true }]);
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
    const { graph } = scriptedGraph([{ status: code, json }]);
    expect(await graph(post)).toMatchObject({ ok: false, failure: { error: { kind } } });
  });

  test("carry the ids support asks for, and never the message", async () => {
    const error = { code: "Forbidden", message: "secret megan@contoso.com" };
    const { graph, lines } = scriptedGraph([{ status: 403, json: { error } }]);
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
    const { graph, requests } = scriptedGraph([], [fail({ kind: "not-signed-in" })]);
    expect(await graph(post)).toMatchObject({
      ok: false,
      failure: { error: { kind: "not-signed-in" }, mayHaveActed: false },
    });
    expect(requests).toHaveLength(0);
  });
});
