import { failed } from "../fakes/a-creation.ts";
import { plainEvent } from "../fakes/event-draft.ts";
import { fail, ok } from "../../main/contract/errors.ts";
import type { EventDraft } from "../../main/contract/event-draft.ts";
import { expect, type Stage, test } from "./stage.ts";
import { appState, meeting, mockNow } from "./stage-state.ts";

const hour = 3_600_000;
const adele = { address: "adele@contoso.com", name: "Adele Vance" };
const yesterday = mockNow - 24 * hour;
const past = meeting({
  subject: "Design review",
  startAt: yesterday,
  endAt: yesterday + hour / 2,
  asked: { lobby: "organizer" },
});

const inputs = async ({ asked }: Stage, request: string) =>
  (await asked()).filter(({ name }) => name === request).map(({ input }) => input);

test("Ctrl+D in the details begins a meeting like this one, on a day to come", async ({ open }) => {
  const state = appState({ view: "details", detailsOf: "m-1", recent: [past] });
  const stage = await open({ state });
  const { page } = stage;
  await page.getByRole("heading", { name: "Design review" }).waitFor();
  await page.keyboard.press("Control+d");
  await expect
    .poll(() => inputs(stage, "navigate"))
    .toEqual([{ view: "duplicate", meetingId: "m-1" }]);
  await stage.show({ ...state, view: "duplicate" });
  await expect(page.getByRole("heading", { name: "Duplicate meeting" })).toBeVisible();
  await expect(page.getByLabel("Subject")).toHaveValue("Design review");
  // Yesterday at 13:52; now it is 13:52.
  await expect(page.locator("#start-time")).toHaveValue("13:52");
  await page.getByLabel("Subject").press("Control+Enter");
  const draft = {
    startDate: "2026-11-24",
    endTime: "14:22",
    options: { lobby: "organizer" },
    event: null,
  };
  await expect.poll(() => inputs(stage, "schedule")).toEqual([expect.objectContaining(draft)]);
  await page.keyboard.press("Escape");
  expect((await inputs(stage, "navigate")).at(-1)).toEqual({ view: "details", meetingId: "m-1" });
});

test("a duplicate of an event invites the same people, and is none of the old one", async ({
  open,
}) => {
  const event = { ...past, kind: "event", inviteeCount: 1 } as const;
  const inCalendar: EventDraft = {
    invitees: [adele],
    presenters: [],
    coOrganizers: [],
    message: "",
    recurrence: "other",
    reminder: 5,
  };
  const stage = await open({
    state: appState({
      view: "duplicate",
      detailsOf: "m-1",
      recent: [event],
      calendarAllowed: true,
    }),
    answers: { readEvent: ok(inCalendar) },
  });
  const { page } = stage;
  await page.getByRole("button", { name: "Create and send 1 invite" }).press("Enter");
  await expect
    .poll(() => inputs(stage, "schedule"))
    .toEqual([expect.objectContaining({ event: { ...inCalendar, recurrence: null } })]);
  expect(await inputs(stage, "moveMeeting")).toEqual([]);
});

test("an invitation that was begun before the old one was read is kept", async ({ open }) => {
  const event = { ...past, kind: "event", inviteeCount: 1 } as const;
  const stage = await open({
    state: appState({
      view: "duplicate",
      detailsOf: "m-1",
      recent: [event],
      calendarAllowed: true,
    }),
    answers: { readEvent: fail({ kind: "offline", trace: null }) },
  });
  const { page } = stage;
  const again = page.getByRole("button", { name: "Try again" });
  await again.waitFor();
  await expect(page.getByRole("alert").first()).toContainText("the copy is link-only");
  await page.getByRole("radio", { name: "Calendar event" }).check();
  await page.locator("#invite").fill("Adele Vance <adele@contoso.com>");
  await page.locator("#invite").press("Enter");
  await stage.answer("readEvent", ok(plainEvent));
  await again.press("Enter");
  await expect(again).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Remove Adele Vance" })).toBeVisible();
});

test("Extend until asks for an end, and refuses one before the start", async ({ open }) => {
  const soon = meeting({ subject: "Design review", startAt: mockNow, endAt: mockNow + hour });
  const state = appState({ recent: [soon] });
  const stage = await open({ state });
  const { page } = stage;
  await page.getByRole("row").first().press("Shift+F10");
  await page.getByRole("menuitem", { name: "Extend" }).press("ArrowRight");
  await page.getByRole("menuitem", { name: "Until…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Extend “Design review”" });
  const time = dialog.getByLabel("End", { exact: true });
  await time.fill("13:00");
  await dialog.getByRole("button", { name: "Extend" }).press("Enter");
  await expect(dialog).toContainText("The end is before the start.");
  await stage.settle();
  expect(await inputs(stage, "moveMeeting")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("Extend until moves the end alone", async ({ open }) => {
  const soon = meeting({ subject: "Design review", startAt: mockNow, endAt: mockNow + hour });
  const stage = await open({ state: appState({ recent: [soon] }) });
  const { page } = stage;
  await page.getByRole("row").first().press("Shift+F10");
  await page.getByRole("menuitem", { name: "Extend" }).press("ArrowRight");
  await page.getByRole("menuitem", { name: "Until…" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("End", { exact: true }).fill("16:30");
  await dialog.getByRole("button", { name: "Extend" }).press("Enter");
  const draft = { startTime: "13:52", endTime: "16:30", options: {}, event: null };
  await expect
    .poll(() => inputs(stage, "moveMeeting"))
    .toEqual([{ id: "m-1", draft: expect.objectContaining(draft), before: null }]);
  await expect(page.getByRole("status").first()).toHaveText("Extended until 16:30");
});

test("an event whose link is not there can be looked at in Outlook", async ({ open }) => {
  const creation = failed({ kind: "link-not-ready" }, { outcome: "unsure", meetingKind: "event" });
  const stage = await open({ state: appState({ creation }) });
  await stage.page.getByRole("button", { name: "Show event" }).press("Enter");
  await expect.poll(async () => (await inputs(stage, "showEvent")).length).toBe(1);
});
