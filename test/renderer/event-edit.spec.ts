import { fail, ok } from "../../main/contract/errors.ts";
import type { EventDraft } from "../../main/contract/event-draft.ts";
import { expect, type Stage, test } from "./stage.ts";
import { appState, meeting } from "./stage-state.ts";

const startAt = Date.parse("2026-11-24T13:30:00Z");
const times = { startAt, endAt: startAt + 3_600_000 };
const adele = { address: "adele@contoso.com", name: "Adele Vance" };
const lee = { address: "lee@fabrikam.com", name: null };
const inCalendar: EventDraft = {
  invitees: [adele, lee],
  presenters: [],
  coOrganizers: [],
  message: "",
  recurrence: null,
  reminder: 15,
};
const answers = { readEvent: ok(inCalendar) };
const event = meeting({ kind: "event", inviteeCount: 2, subject: "Design sync", ...times });
const state = appState({
  view: "schedule",
  calendarAllowed: true,
  recent: [event],
  detailsOf: "m-1",
});

const inputs = async ({ asked }: Stage, request: string) =>
  (await asked()).filter(({ name }) => name === request).map(({ input }) => input);

test("an event is changed as it stands in the calendar, and what it was goes along", async ({
  open,
}) => {
  const stage = await open({ state, answers });
  const { page } = stage;
  await page.getByRole("button", { name: "Remove Adele Vance" }).press("Delete");
  await page.getByLabel("Add a note above the invitation (optional)").fill("Moved");
  await page.getByLabel("Reminder").selectOption("none");
  await page.getByLabel("Repeats").selectOption("day");
  // Whoever is taken out hears of it too.
  await page.getByRole("button", { name: /Save and update 2 people/u }).press("Enter");
  const recurrence = { every: "day", until: null, count: null };
  const after = { ...inCalendar, invitees: [lee], message: "Moved", reminder: "none", recurrence };
  await expect
    .poll(() => inputs(stage, "moveMeeting"))
    .toEqual([{ id: "m-1", draft: expect.objectContaining({ event: after }), before: inCalendar }]);
});

test("what Outlook alone knows is left as it is, until somebody chooses otherwise", async ({
  open,
}) => {
  const foreign: EventDraft = { ...inCalendar, recurrence: "other", reminder: 25 };
  const stage = await open({ state, answers: { readEvent: ok(foreign) } });
  const { page } = stage;
  await expect(page.getByLabel("Repeats")).toHaveValue("other");
  await expect(page.getByLabel("Reminder")).toHaveValue("25");
  await page.getByLabel("Repeats").selectOption("week");
  await expect(page.getByLabel("Ends")).toBeVisible();
  await page.getByLabel("Repeats").selectOption("other");
  await expect(page.getByLabel("Ends")).toHaveCount(0);
  await page.getByLabel("Subject").press("Control+Enter");
  await expect
    .poll(() => inputs(stage, "moveMeeting"))
    .toEqual([{ id: "m-1", draft: expect.objectContaining({ event: foreign }), before: foreign }]);
});

test("where the calendar cannot be read, the rest can still be changed", async ({ open }) => {
  const refused = fail({ kind: "offline", trace: null });
  const stage = await open({ state, answers: { readEvent: refused } });
  const { page } = stage;
  const again = page.getByRole("button", { name: "Try again" });
  await again.waitFor();
  await expect(page.getByRole("alert").first()).toContainText("The guest list couldn't be loaded");
  await expect(page.locator("#invite")).toHaveCount(0);
  await again.press("Enter");
  await expect.poll(async () => (await inputs(stage, "readEvent")).length).toBe(2);
  await page.getByLabel("Subject").fill("Design review");
  await page.getByLabel("Subject").press("Control+Enter");
  const draft = expect.objectContaining({ subject: "Design review", event: null });
  await expect
    .poll(() => inputs(stage, "moveMeeting"))
    .toEqual([{ id: "m-1", draft, before: null }]);
});

test("where the permission is missing it is approved there, and the event is read then", async ({
  open,
}) => {
  const refused = fail({ kind: "calendar-not-allowed", trace: null });
  const stage = await open({ state, answers: { readEvent: refused } });
  const { page } = stage;
  const approve = page.getByRole("button", { name: "Allow" });
  await approve.waitFor();
  await stage.answer("readEvent", ok(inCalendar));
  await approve.press("Enter");
  await page.getByRole("button", { name: "Remove Adele Vance" }).waitFor();
  expect(await inputs(stage, "allowCalendar")).toHaveLength(1);
});

test("a form in which nothing was changed shows the calendar anew", async ({ open }) => {
  const stage = await open({ state, answers });
  const { page } = stage;
  await page.getByRole("button", { name: "Remove Adele Vance" }).waitFor();
  await stage.show(appState({ recent: [event] }));
  await expect(page.getByRole("button", { name: /Meet now/u })).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove Adele Vance" })).toHaveCount(0);
  await stage.show(state);
  await expect.poll(async () => (await inputs(stage, "readEvent")).length).toBe(2);
});

test("who presents is chosen among the invited", async ({ open }) => {
  const stage = await open({ state, answers });
  const { page } = stage;
  await page.getByRole("button", { name: /^Options/u }).press("Enter");
  await page.getByLabel("Can present").selectOption("roleIsPresenter");
  const names = page.getByRole("group", { name: "Who presents" });
  await expect(names.getByRole("checkbox")).toHaveCount(2);
  await page.getByLabel("Subject").press("Control+Enter");
  await expect(names).toBeFocused();
  await expect(names).toHaveAccessibleDescription(/^Choose at least one invited person/u);
  await names.getByRole("checkbox", { name: "lee@fabrikam.com" }).press("Space");
  await page.getByLabel("Subject").press("Control+Enter");
  const chosen = expect.objectContaining({ event: { ...inCalendar, presenters: [lee.address] } });
  await expect
    .poll(async () => (await inputs(stage, "moveMeeting")).at(-1))
    .toMatchObject({
      draft: chosen,
    });
});

test("who organises it too is chosen among the invited", async ({ open }) => {
  const stage = await open({ state, answers });
  const { page } = stage;
  await page.getByRole("button", { name: /^Options/u }).press("Enter");
  await page.getByLabel("Co-organisers").selectOption("chosen");
  const names = page.getByRole("group", { name: "Who organises too" });
  await page.getByLabel("Subject").press("Control+Enter");
  await expect(names).toBeFocused();
  await expect(names).toHaveAccessibleDescription(/Choose someone, or “Nobody”/u);
  await expect(page.getByLabel("Skips the lobby").locator("option").nth(1)).toHaveText(
    "Only organisers",
  );
  await names.getByRole("checkbox", { name: "lee@fabrikam.com" }).press("Space");
  await page.getByLabel("Subject").press("Control+Enter");
  const chosen = expect.objectContaining({
    event: { ...inCalendar, coOrganizers: [lee.address] },
    options: { coOrganizers: "chosen" },
  });
  await expect
    .poll(async () => (await inputs(stage, "moveMeeting")).at(-1))
    .toMatchObject({ draft: chosen });
});

test("a link only is never presented by chosen people", async ({ open }) => {
  const stage = await open({ state: appState({ view: "schedule" }) });
  const { page } = stage;
  await page.getByRole("button", { name: /^Options/u }).press("Enter");
  await expect(page.getByLabel("Co-organisers")).toHaveCount(0);
  const options = page.getByLabel("Can present").locator("option");
  await expect(options).toHaveText(["Default", "Everyone", "My organisation", "Only me"]);
});
