import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { joinHosts } from "../../../main/base/clouds.ts";
import { createOnlineMeetings, type OnlineMeetings } from "../../../main/graph/online-meetings.ts";
import { openGraph } from "../../sandbox/open-graph.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";

let sandbox: Sandbox;
let online: OnlineMeetings;
beforeAll(async () => {
  sandbox = await startSandbox();
  const scopes = ["User.Read", "OnlineMeetings.ReadWrite"];
  const graph = await openGraph(sandbox, { persona: "alex", scopes });
  online = createOnlineMeetings({ graph, joinHosts });
});
beforeEach(() => {
  sandbox.faults.clear();
  sandbox.forgetRequests();
});
afterAll(() => sandbox.close());

const startAt = Date.now();
let count = 0;
async function made() {
  count += 1;
  const externalId = `shut-${count}`;
  const request = { externalId, subject: "Review", startAt, endAt: startAt + 1_800_000 };
  const result = await online.createOrGet(request, {});
  if (!result.ok) throw new Error(result.failure.error.kind);
  return result.value;
}
const operations = () => sandbox.requests().map(({ operation }) => operation);

describe("a meeting that is shut", () => {
  test("lets nobody in but its organiser, also when it was deleted since", async () => {
    const { graphId, joinUrl } = await made();
    expect(sandbox.join(joinUrl, "colleague")).toBe("in");
    sandbox.forgetRequests();
    expect(await online.shut(graphId)).toEqual({ ok: true, value: { isShut: true } });
    expect(await online.end(graphId)).toEqual({ ok: true, value: undefined });
    expect(operations()).toEqual(["updateMeeting", "deleteMeeting"]);
    expect(sandbox.join(joinUrl, "colleague")).toBe("lobby");
    expect(sandbox.join(joinUrl, "organiser")).toBe("in");
  });

  test("is shut by its lobby alone where the organisation does not take the rest", async () => {
    const { graphId, joinUrl } = await made();
    sandbox.faults.add({ on: "updateMeeting", kind: "status", status: 400 });
    expect(await online.shut(graphId)).toEqual({ ok: true, value: { isShut: true } });
    expect(sandbox.join(joinUrl, "colleague")).toBe("lobby");
  });

  test("that cannot be shut is not said to be", async () => {
    const { graphId, joinUrl } = await made();
    sandbox.faults.add({ on: "updateMeeting", kind: "status", status: 403, times: 2 });
    expect(await online.shut(graphId)).toEqual({ ok: true, value: { isShut: false } });
    expect(sandbox.join(joinUrl, "colleague")).toBe("in");
  });

  test("of what is gone nothing can be said, and its end is done", async () => {
    const { graphId } = await made();
    await online.end(graphId);
    expect(await online.shut(graphId)).toEqual({ ok: true, value: { isShut: false } });
    expect(await online.end(graphId)).toEqual({ ok: true, value: undefined });
  });
});
