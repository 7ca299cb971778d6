import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { ScheduleDraft } from "../../../main/contract/drafts.ts";
import type { EventDraft } from "../../../main/contract/event-draft.ts";
import {
  adele,
  draftOf,
  formOf,
  lee,
  openEventDesk,
  sightsOf,
  zoe,
} from "../../fakes/event-desk.ts";
import { eventDate } from "../../fakes/event-draft.ts";
import type { Graph } from "../../../main/graph/client.ts";
import { runningSandbox } from "../../fakes/running-sandbox.ts";
import { openGraph } from "../../sandbox/open-graph.ts";

const sandbox = runningSandbox();
/** Somebody else with the same calendar, in Outlook. */
let outlook: Graph;
beforeAll(async () => {
  const scopes = ["Calendars.ReadWrite", "OnlineMeetings.ReadWrite"];
  outlook = await openGraph(sandbox(), { persona: "alex", scopes });
});
beforeEach(() => sandbox().emptyCalendar("alex"));

const { count, living } = sightsOf(sandbox);

/** An event that was made, and its form. */
async function open(event: Partial<EventDraft> = {}, others: Partial<ScheduleDraft> = {}) {
  const desk = await openEventDesk(sandbox());
  const { id } = await desk.made(event, others);
  /** What somebody else does in Outlook meanwhile. */
  async function elsewhere(body: object) {
    const path = `/me/events/${encodeURIComponent(living()[0]?.id ?? "")}`;
    const answer = await outlook({ method: "PATCH", path, body });
    expect(answer.ok).toBe(true);
  }
  return { ...desk, id, ...formOf(desk.meetings, id), elsewhere };
}

const invited = (...people: readonly { address: string }[]) =>
  people.map(({ address }) => ({ emailAddress: { address }, type: "required" }));
const fine = { ok: true, value: undefined };

describe("the form of an event", () => {
  test("shows what stands in the calendar, rooms left out", async () => {
    const desk = await open({ reminder: 5 });
    const room = { emailAddress: { address: "room@contoso.com" }, type: "resource" };
    await desk.elsewhere({ attendees: [...invited(zoe, lee), room] });
    expect(await desk.read()).toEqual({
      invitees: [
        { address: zoe.address, name: null },
        { address: lee.address, name: null },
      ],
      presenters: [],
      coOrganizers: [],
      message: "",
      recurrence: null,
      reminder: 5,
    });
    await desk.close();
  });

  test.each([
    [{ type: "daily", interval: 1 }, { type: "numbered", numberOfOccurrences: 4 }, "day"],
    [{ type: "daily", interval: 3 }, { type: "noEnd" }, "other"],
    [
      { type: "weekly", interval: 1, daysOfWeek: ["monday", "thursday"] },
      { type: "noEnd" },
      "other",
    ],
  ])("knows how it repeats: %j", async (pattern, range, every) => {
    const desk = await open();
    const { start } = living()[0] ?? {};
    await desk.elsewhere({
      recurrence: { pattern, range: { ...range, startDate: start?.dateTime.slice(0, 10) } },
    });
    const { recurrence } = await desk.read();
    expect(recurrence).toEqual(every === "other" ? every : { every, until: null, count: 4 });
    await desk.close();
  });

  test("cannot be read of an event that was deleted elsewhere", async () => {
    const desk = await open();
    sandbox().emptyCalendar("alex");
    expect(await desk.meetings.changes.readEvent(desk.id)).toMatchObject({
      error: { kind: "meeting-gone" },
    });
    await desk.close();
  });
});

describe("a change of who is invited", () => {
  test("adds and removes, and keeps what the person did not touch", async () => {
    const desk = await open({ invitees: [zoe, lee] });
    expect(await desk.edit({ invitees: [zoe, adele] })).toEqual(fine);
    expect(living()).toMatchObject([{ attendees: [zoe.address, adele.address] }]);
    expect(desk.state().recent).toMatchObject([{ inviteeCount: 2 }]);
    await desk.close();
  });

  test("keeps whom somebody else invited while the form was open", async () => {
    const desk = await open();
    const before = await desk.read();
    await desk.elsewhere({ attendees: invited(zoe, lee) });
    expect(await desk.save(before, { ...before, invitees: [zoe, adele] })).toEqual(fine);
    expect(living()[0]?.attendees).toEqual([zoe.address, lee.address, adele.address]);
    await desk.close();
  });

  test("brings nobody back whom somebody else took out", async () => {
    const desk = await open({ invitees: [zoe, lee] });
    const before = await desk.read();
    await desk.elsewhere({ attendees: invited(zoe) });
    expect(await desk.save(before, { ...before, reminder: "none" })).toEqual(fine);
    expect(living()).toMatchObject([{ attendees: [zoe.address], isReminderOn: false }]);
    await desk.close();
  });
});

describe("a change of its text", () => {
  test("stands above the old one, and keeps the meeting", async () => {
    const desk = await open({ message: "Agenda" });
    expect(await desk.edit({ message: "New: <b>bring</b>\nthe plan" })).toEqual(fine);
    const [event] = living();
    expect(event?.bodyText).toContain("New: &lt;b&gt;bring&lt;/b&gt;<br>the plan");
    expect(event?.bodyText).toContain("Agenda");
    expect(event?.meetingId).not.toBeNull();
    await desk.close();
  });
});

describe("a change of how it repeats", () => {
  test("makes a series of one meeting, and one meeting of a series", async () => {
    const desk = await open();
    await desk.edit({ recurrence: { every: "week", until: null, count: 3 } });
    const range = { type: "numbered", numberOfOccurrences: 3, startDate: eventDate() };
    expect(living()).toMatchObject([
      { recurrence: { pattern: { daysOfWeek: ["monday"] }, range } },
    ]);
    expect(desk.state().recent).toMatchObject([{ repeats: true }]);
    await desk.edit({ recurrence: null });
    expect(living()).toMatchObject([{ recurrence: null }]);
    expect(desk.state().recent).toMatchObject([{ repeats: false }]);
    await desk.close();
  });

  test("is not one where the series is moved: what Outlook has stays", async () => {
    const desk = await open();
    const pattern = { type: "daily", interval: 3 };
    await desk.elsewhere({
      recurrence: { pattern, range: { type: "noEnd", startDate: eventDate() } },
    });
    const moved = { startDate: eventDate(1), endDate: eventDate(1) };
    await desk.meetings.changes.refresh(desk.id);
    expect(await desk.edit({}, moved)).toEqual(fine);
    const range = { type: "noEnd", startDate: eventDate(1) };
    expect(living()).toMatchObject([{ recurrence: { pattern, range } }]);
    await desk.close();
  });
});

describe("chosen presenters", () => {
  const options = { presenters: "roleIsPresenter", lobby: "organizer" } as const;
  async function participants(): Promise<unknown> {
    const id = encodeURIComponent(living()[0]?.meetingId ?? "");
    const answer = await outlook({ method: "GET", path: `/me/onlineMeetings/${id}` });
    return answer.ok ? answer.value.body : answer.failure;
  }
  const roles = (...attendees: readonly { upn: string; role: string }[]) => ({
    participants: { attendees },
  });

  test("get their role with the event", async () => {
    const desk = await open({ invitees: [zoe, adele], presenters: [zoe.address] }, { options });
    expect(desk.state().recent).toMatchObject([{ differences: [], lobby: "organizer" }]);
    expect(await participants()).toMatchObject(
      roles({ upn: zoe.address, role: "presenter" }, { upn: adele.address, role: "attendee" }),
    );
    expect((await desk.read()).presenters).toEqual([zoe.address]);
    await desk.close();
  });

  test("who are of no directory cost nobody the other options", async () => {
    const desk = await open({ invitees: [zoe, lee], presenters: [lee.address] }, { options });
    expect(desk.state().recent).toMatchObject([
      {
        lobby: "organizer",
        differences: [{ option: "presenters", asked: "roleIsPresenter", got: "everyone" }],
      },
    ]);
    await desk.close();
  });

  test("can be chosen afterwards, and asked for again", async () => {
    const desk = await open({ invitees: [zoe, adele] });
    const chosen = roles(
      { upn: zoe.address, role: "attendee" },
      { upn: adele.address, role: "presenter" },
    );
    await desk.edit({ presenters: [adele.address] }, { options });
    expect(await participants()).toMatchObject(chosen);
    expect((await desk.meetings.changes.applyOptions(desk.id)).ok).toBe(true);
    expect(await participants()).toMatchObject(chosen);
    await desk.close();
  });

  test.each([
    ["nobody is", { presenters: [] }],
    ["nobody of the invited is", { presenters: ["somebody@contoso.com"] }],
  ])("where %s is a problem before anything is sent", async (_what, event) => {
    const desk = await openEventDesk(sandbox());
    expect(await desk.schedule(event, { options })).toMatchObject({
      error: { kind: "invalid-schedule", problems: { presenters: "nobody" } },
    });
    expect(
      await desk.meetings.schedule({ ...draftOf({}, { options }), event: null }),
    ).toMatchObject({
      error: { problems: { presenters: "nobody" } },
    });
    expect(count("createEvent")).toBe(0);
    await desk.close();
  });
});
