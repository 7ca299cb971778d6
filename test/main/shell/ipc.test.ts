import type { IpcMainInvokeEvent, WebContents } from "electron";
import fc from "fast-check";
import { expect, test } from "vitest";

import { ok, type Result } from "../../../main/contract/errors.ts";
import { mostInvitees } from "../../../main/contract/event-limits.ts";
import {
  type Handlers,
  mayUse,
  namesAt,
  requestNames,
} from "../../../main/contract/requests/vocabulary.ts";
import type { Guard } from "../../../main/shell/guard/guard.ts";
import { serve } from "../../../main/shell/ipc.ts";
import { memoryLog } from "../../fakes/memory-log.ts";

type Listener = (event: IpcMainInvokeEvent, ...input: unknown[]) => Promise<Result<unknown>>;

interface SetUp {
  readonly trusted?: boolean;
  readonly handler?: () => Promise<Result<undefined>>;
  readonly guard?: Partial<Guard<WebContents>>;
}

function setUp(options: SetUp = {}) {
  const listeners = new Map<string, Listener>();
  const calls: { name: string; input: unknown[] }[] = [];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one recorder stands for every handler
  const handlers = Object.fromEntries(
    requestNames.map((name) => [
      name,
      async (...input: unknown[]) => {
        calls.push({ name, input });
        return options.handler ? options.handler() : ok(undefined);
      },
    ]),
  ) as Handlers;
  const { log, lines } = memoryLog();
  serve({
    ipc: { handle: (name, listener) => void listeners.set(name, listener) },
    handlers,
    isTrusted: () => options.trusted ?? true,
    guard: { hasRoom: () => true, refuse: async () => null, ...options.guard },
    log,
    newReference: () => "ref-1",
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the fake check does not look at it
  const event = {} as IpcMainInvokeEvent;
  const ask = (name: string, ...input: unknown[]) => listeners.get(name)?.(event, ...input);
  return { ask, calls, lines, names: [...listeners.keys()] };
}

const refusal = { ok: false, error: { kind: "unexpected", reference: "ref-1", trace: null } };

test("every request a window may use is served, and nothing else", () => {
  expect(setUp().names.toSorted()).toEqual([...namesAt("window")].toSorted());
});

test("what is of the other doors alone is not there to be called by a window", () => {
  const { ask, calls, names } = setUp();
  const others = requestNames.filter((name) => !mayUse("window", name));
  expect(others).toContain("quit");
  for (const name of others) expect(ask(name), name).toBeUndefined();
  expect([calls, names.filter((name) => others.some((other) => other === name))]).toEqual([[], []]);
});

test("a good input reaches the handler, and only what the schema let through", async () => {
  const { ask, calls } = setUp();
  expect(await ask("refreshMeeting", { id: "m-1" })).toEqual({ ok: true, value: undefined });
  expect(calls).toEqual([{ name: "refreshMeeting", input: [{ id: "m-1" }] }]);
});

test("a wrong sender is refused on every request, whatever it sends", async () => {
  const { ask, calls, names } = setUp({ trusted: false });
  for (const name of names) {
    expect(await ask(name)).toEqual(refusal);
    expect(await ask(name, { id: "m-1" })).toEqual(refusal);
  }
  expect(calls).toEqual([]);
});

const draftOfTimes = {
  startDate: "2027-03-03",
  startTime: "15:30",
  endDate: "2027-03-03",
  endTime: "",
  startOccurrence: null,
  endOccurrence: null,
  timeZone: "Europe/Berlin",
};
const timesQuestion = { addresses: ["a@x.example"], times: draftOfTimes, isFresh: false };

test("readInviteeTimes takes typed addresses and the times of a draft", async () => {
  const { ask, calls } = setUp();
  await ask("readInviteeTimes", timesQuestion);
  expect(calls).toEqual([{ name: "readInviteeTimes", input: [timesQuestion] }]);
});

test.each([
  { addresses: [] },
  { addresses: Array.from({ length: mostInvitees + 1 }, () => "a@x.example") },
  { addresses: ["x".repeat(401)] },
  { times: { startDate: "x" } },
  { times: { ...draftOfTimes, subject: "x" } },
  { times: { ...draftOfTimes, timeZone: "https://evil.example" } },
  { isFresh: "yes" },
  { url: "https://evil.example" },
])("readInviteeTimes refuses %j", async (wrong) => {
  const { ask, calls } = setUp();
  expect(await ask("readInviteeTimes", { ...timesQuestion, ...wrong })).toEqual(refusal);
  expect(calls).toEqual([]);
});

test.each([
  ["copyMeeting", undefined],
  ["copyMeeting", { id: "m-1", format: "rtf" }],
  ["openMeeting", { id: "m-1", where: "https://evil.example" }],
  ["join", { text: "x".repeat(20_001), passcode: "", how: "teams" }],
  ["extendMeeting", { id: "m-1", minutes: 7 }],
  ["copyMeeting", { id: "" }],
  ["copyMeeting", { id: 5 }],
  ["copyMeeting", { id: "x", url: "https://evil.example" }],
  ["openMeeting", "https://evil.example"],
  ["meetNow", { subject: "x" }],
  ["meetNow", null],
  ["navigate", { view: "admin" }],
  ["changeSettings", { theme: "neon" }],
  ["changeSettings", { sample: true }],
  ["saveOrganisation", { clientId: "x", tenant: "y", cloud: "moon" }],
  ["schedule", { subject: "x" }],
])("%s refuses %j", async (name, input) => {
  const { ask, calls } = setUp();
  expect(await ask(name, input)).toEqual(refusal);
  expect(calls).toEqual([]);
});

test("what the guard refuses reaches no handler, and is answered as what it is", async () => {
  const { ask, calls } = setUp({ guard: { refuse: async () => ({ kind: "no-gesture" }) } });
  expect(await ask("copyMeeting", { id: "m-1", format: null })).toEqual({
    ok: false,
    error: { kind: "no-gesture" },
  });
  expect(calls).toEqual([]);
});

test("beyond its rate a message is not even read", async () => {
  let asked = 0;
  const guard = {
    hasRoom: () => false,
    refuse: async () => {
      asked += 1;
      return null;
    },
  };
  const { ask, calls, names } = setUp({ guard });
  for (const name of names)
    expect(await ask(name, { anything: 1 })).toEqual({ ok: false, error: { kind: "too-often" } });
  expect([calls, asked]).toEqual([[], 0]);
});

test("the guard is not asked about who is not trusted, nor about what is no request", async () => {
  const seen: unknown[] = [];
  const guard: Partial<Guard<WebContents>> = {
    async refuse(name) {
      seen.push(name);
      return null;
    },
  };
  await setUp({ trusted: false, guard }).ask("copyRoom");
  await setUp({ guard }).ask("copyRoom", { id: "x" });
  expect(seen).toEqual([]);
});

test("a question that could not be shown is a bug, and nothing is done", async () => {
  const guard = { refuse: () => Promise.reject(new Error("no window")) };
  const { ask, calls } = setUp({ guard });
  expect(await ask("copyRoom")).toEqual(refusal);
  expect(calls).toEqual([]);
});

test("a second argument is refused", async () => {
  const { ask } = setUp();
  expect(await ask("copyMeeting", { id: "m-1" }, "more")).toEqual(refusal);
});

test("a handler that throws is answered with a reference, without its message", async () => {
  const handler = () => Promise.reject(new Error("token eyJ secret"));
  const { ask, lines } = setUp({ handler });
  expect(await ask("meetNow")).toEqual(refusal);
  expect(lines.join(" ")).toContain("ref-1");
  expect(lines.join(" ")).not.toContain("secret");
});

test("no invented value is taken by a request that takes none", async () => {
  const { ask, calls } = setUp();
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (value) => {
      fc.pre(value !== undefined);
      expect(await ask("signOut", value)).toEqual(refusal);
    }),
  );
  expect(calls).toEqual([]);
});
