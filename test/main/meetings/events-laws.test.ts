import fc from "fast-check";
import { expect, test } from "vitest";

import type { AppError } from "../../../main/contract/errors.ts";
import { createFakeCalendar } from "../../fakes/fake-calendar.ts";
import { createFakeOnlineMeetings, type Fault } from "../../fakes/fake-online-meetings.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";
import { plainEvent } from "../../fakes/event-draft.ts";

const lost: AppError = { kind: "no-answer", trace: null };
const trace = { status: 403, code: null, requestId: null, clientRequestId: null };
const faults: readonly Fault[] = [
  {},
  { error: { kind: "offline", trace: null } },
  { error: { kind: "not-allowed", trace: { ...trace, attempts: 1, at: "" } } },
  { error: lost },
  { act: true, error: lost },
  { wait: () => new Promise(() => undefined) },
];
const steps = ["retry", "cancel", "undo", "resume", "crash"] as const;

const schedules = fc.record({
  faults: fc.array(fc.integer({ min: 0, max: faults.length - 1 }), { maxLength: 8 }),
  steps: fc.array(fc.constantFrom(...steps), { maxLength: 6 }),
  invited: fc.boolean(),
  late: fc.integer({ min: 0, max: 9 }),
  isSealed: fc.boolean(),
});
type Schedule = typeof schedules extends fc.Arbitrary<infer Value> ? Value : never;

/** Nothing here waits for more than promises: by then, whatever does not hang has come to its end. */
const moment = () => new Promise((resolve) => setImmediate(resolve));

async function live(schedule: Schedule) {
  const online = createFakeOnlineMeetings();
  const calendar = createFakeCalendar(online);
  calendar.readsUntilLink = schedule.late;
  calendar.faults.push(...schedule.faults.map((index) => faults[index] ?? {}));
  const protection = schedule.isSealed ? "sealed" : "memory-only";
  let disk: Record<string, unknown> = {};
  const open = (later = 0) => createMeetingsDesk({ disk, online, calendar, protection, later });
  let desk = open();
  const invitees = schedule.invited ? [{ address: "zoe@contoso.com", name: null }] : [];
  const event = { ...plainEvent, invitees };
  const within = (work: Promise<unknown>) => Promise.race([work, moment()]);
  let isEnded = false;
  await within(desk.meetings.schedule({ ...desk.draft, event }));
  for (const step of schedule.steps) {
    if (step === "crash") {
      // What hung is gone with its process: it must not go on with the disk of the next one.
      disk = structuredClone(desk.disk);
      desk = open();
      await desk.meetings.start();
    } else {
      const before = desk.intentsOnDisk().length + desk.state().recent.length;
      const result = await within(desk.meetings[step]());
      const isDone = JSON.stringify(result) === '{"ok":true}';
      if ((step === "cancel" || step === "undo") && isDone && before > 0)
        isEnded ||= desk.intentsOnDisk().length + desk.state().recent.length === 0;
    }
  }
  calendar.faults.length = 0;
  calendar.readsUntilLink = 0;
  disk = structuredClone(desk.disk);
  const last = open(3_600_000);
  await last.meetings.start();
  await last.meetings.resume();
  return { last, calendar, isEnded };
}

test("an intent is never two events; what exists is in the list, what was ended does not come back", async () => {
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      const { last, calendar, isEnded } = await live(schedule);
      expect(new Set(calendar.created).size).toBe(calendar.created.length);
      expect(last.intentsOnDisk()).toEqual([]);
      // Without a keyring the list is in memory, and gone with its run.
      if (!schedule.isSealed) return;
      const listed = last.state().recent.map(({ id }) => id);
      // More is listed where the answer to an end was lost: a look at it says that it is gone.
      expect(listed).toEqual(expect.arrayContaining([...calendar.existing.keys()]));
      if (isEnded) expect([...listed, ...calendar.existing.keys()]).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
