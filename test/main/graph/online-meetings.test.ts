import { afterAll, beforeAll, expect, test } from "vitest";

import { joinHosts } from "../../../main/base/clouds.ts";
import { createOnlineMeetings, type OnlineMeetings } from "../../../main/graph/online-meetings.ts";
import type { GraphCall } from "../../../main/graph/client.ts";
import { openGraph } from "../../sandbox/open-graph.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";

let sandbox: Sandbox;
let online: OnlineMeetings;
beforeAll(async () => {
  sandbox = await startSandbox();
  const scopes = ["User.Read", "OnlineMeetings.ReadWrite"];
  online = createOnlineMeetings({
    graph: await openGraph(sandbox, { persona: "alex", scopes }),
    joinHosts,
  });
});
afterAll(() => sandbox.close());

const startAt = Date.parse("2027-03-01T09:00:00Z");
const request = { externalId: "intent-1", subject: "Review", startAt, endAt: startAt + 1_800_000 };

test("a meeting is found by its link, and by no other", async () => {
  const made = await online.createOrGet(request, {});
  if (!made.ok) throw new Error(made.failure.error.kind);
  const { joinUrl } = made.value;
  expect(await online.findByJoinUrl(joinUrl)).toEqual({ ok: true, value: made.value });
  expect(await online.findByJoinUrl(`${joinUrl}1`)).toEqual({ ok: true, value: null });
});

test("a link cannot break out of the filter", async () => {
  const calls: GraphCall[] = [];
  const { findByJoinUrl } = createOnlineMeetings({
    joinHosts,
    async graph(call) {
      calls.push(call);
      const trace = { status: 200, code: null, requestId: null, clientRequestId: null };
      const body = { value: [{ id: "1", joinWebUrl: "https://evil.example/" }] };
      return { ok: true, value: { status: 200, body, trace: { ...trace, attempts: 1, at: "" } } };
    },
  });
  const hostile = "https://teams.microsoft.com/l/x?y=' or 1 eq 1&$top=9#";
  // And an answer that leads elsewhere is no meeting.
  expect(await findByJoinUrl(hostile)).toEqual({ ok: true, value: null });
  const { search, hash } = new URL(calls[0]?.path ?? "", "https://graph.microsoft.com");
  expect([...new URLSearchParams(search)]).toEqual([
    ["$filter", `JoinWebUrl eq '${hostile.replace("'", "''")}'`],
  ]);
  expect(hash).toBe("");
});
