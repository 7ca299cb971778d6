import type { Page } from "@playwright/test";

import { created, creating } from "../fakes/a-creation.ts";
import { fail } from "../../main/contract/errors.ts";
import { expect, type Stage, test } from "./stage.ts";
import { appState, meeting, mockNow } from "./stage-state.ts";

const day = 86_400_000;
const lee = { address: "lee@fabrikam.com", name: null };
const state = appState({ view: "schedule", calendarAllowed: true });

const inputs = async ({ asked }: Stage, request: string) =>
  (await asked()).filter(({ name }) => name === request).map(({ input }) => input);

const field = (page: Page) => page.locator("#invite");

async function chooseEvent(page: Page) {
  await page.getByRole("radio", { name: "Link only" }).focus();
  await page.keyboard.press("ArrowRight");
  await field(page).waitFor();
}

test("nothing is lost between link and event, or by going away", async ({ open }) => {
  const stage = await open({ state });
  const { page } = stage;
  await chooseEvent(page);
  await field(page).fill("lee@fabrikam.com");
  await field(page).press("Enter");
  await page.getByLabel("Message (optional)").fill("Agenda");
  await page.getByLabel("Repeats").selectOption("weekday");
  await page.getByLabel("Ends").selectOption("times");
  await page.getByLabel("Number of times").fill("1x2");
  await page.getByLabel("Reminder").selectOption("15");
  await field(page).fill("Somebo");
  await page.getByRole("radio", { name: "Calendar event" }).press("ArrowLeft");
  await expect(field(page)).toHaveCount(0);
  await expect
    .poll(async () => (await inputs(stage, "checkSchedule")).at(-1))
    .toMatchObject({ event: null });
  await page.getByRole("radio", { name: "Link only" }).press("ArrowRight");
  await expect(field(page)).toHaveValue("Somebo");
  await stage.show(appState());
  await expect(field(page)).toHaveCount(0);
  await stage.show(state);
  await expect(page.getByLabel("Message (optional)")).toHaveValue("Agenda");
  await field(page).fill("");
  await page.keyboard.press("Control+Enter");
  const recurrence = { every: "weekday", until: null, count: 12 };
  const event = {
    invitees: [lee],
    presenters: [],
    coOrganizers: [],
    message: "Agenda",
    recurrence,
    reminder: 15,
  };
  await expect.poll(() => inputs(stage, "schedule")).toEqual([expect.objectContaining({ event })]);
});

test("words that repeat propose an event", async ({ open }) => {
  const stage = await open({ state });
  const { page } = stage;
  await page.getByLabel("When").fill("every tuesday 14:30");
  await page.getByRole("button", { name: "Make it a weekly calendar event" }).press("Enter");
  await expect(page.getByLabel("When")).toBeFocused();
  await expect(page.getByLabel("Repeats")).toHaveValue("week");
  await expect(page.locator("[data-reading]")).not.toContainText("does not repeat");
  await expect(page.getByRole("button", { name: /weekly/u })).toHaveCount(0);
  // The words are enough; the fields are one press away.
  await expect(page.locator("#start-time")).toHaveCount(0);
  await page.getByRole("button", { name: "Date, start and end" }).press("Enter");
  await expect(page.locator("#start-time")).toHaveValue("14:30");
});

test("problems stand at their fields, and the first one gets the focus", async ({ open }) => {
  const stage = await open({ state });
  const { page } = stage;
  await chooseEvent(page);
  await page.getByLabel("Repeats").selectOption("day");
  await page.getByLabel("Ends").selectOption("times");
  await page.getByLabel("Number of times").fill("");
  await page.getByLabel("Subject").press("Control+Enter");
  await expect(page.getByLabel("Number of times")).toBeFocused();
  await expect(page.getByLabel("Number of times")).toHaveAccessibleDescription(
    "Type a number from 1 to 999.",
  );
  await expect(page.getByRole("alert").first()).toHaveText("1 field needs attention");
  // A time that is folded away comes out: the form was open until the next day.
  const other = await open({ state });
  await chooseEvent(other.page);
  await expect(other.page.locator("#start-time")).toHaveCount(0);
  await other.passTo(mockNow + day);
  await other.page.getByLabel("Subject").press("Control+Enter");
  await expect(other.page.locator("#start-time")).toBeFocused();
  await expect(other.page.locator("#start-time")).toHaveAccessibleDescription(
    "That time has passed.",
  );
});

test("permissions are asked for where they are missing", async ({ open }) => {
  const error = { kind: "sign-in-refused", reason: "approval-needed", trace: null } as const;
  const stage = await open({
    state: appState({ view: "schedule", calendarAllowed: false }),
    answers: { searchPeople: fail(error) },
  });
  const { page } = stage;
  await page.getByLabel("When").waitFor();
  await stage.settle();
  expect(await inputs(stage, "checkCalendar")).toEqual([]);
  await chooseEvent(page);
  await page.getByRole("button", { name: "Allow" }).press("Enter");
  await expect.poll(async () => (await inputs(stage, "allowCalendar")).length).toBe(1);
  await stage.show(state);
  await expect(page.getByRole("button", { name: "Allow" })).toHaveCount(0);
  await field(page).focus();
  await page.keyboard.type("ad");
  await page.getByRole("button", { name: "Allow suggestions" }).press("Enter");
  await expect.poll(async () => (await inputs(stage, "allowPeople")).length).toBe(1);
  await expect(field(page)).toHaveValue("ad");
});

test("what people were invited to is cancelled, not undone", async ({ open }) => {
  const event = meeting({ kind: "event", inviteeCount: 9, repeats: true, subject: "Northwind" });
  const stage = await open({ state: appState() });
  const { page } = stage;
  const creation = created(event);
  await stage.show(appState({ recent: [event], creation }));
  await expect(page.getByRole("status").first()).toHaveText(
    /^Northwind, .* 9 invitations were sent\.$/u,
  );
  await expect(page.getByRole("row", { name: /calendar series, 9 invited/u })).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await page.getByRole("button", { name: "Cancel meeting…" }).press("Enter");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(
    "9 people get a cancellation, and nobody gets in without you. The whole series is cancelled.",
  );
  await dialog.getByRole("button", { name: "Cancel meeting" }).press("Enter");
  await expect.poll(() => inputs(stage, "cancelMeeting")).toEqual([{ id: "m-1" }]);
  const leaving = [{ id: "m-1", endsAt: mockNow + 8_000 }];
  await stage.show(appState({ recent: [event], creation, leaving }));
  await expect(page.getByRole("heading", { name: "cancelled" })).toBeVisible();
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  await expect(undo).toBeFocused();
  await undo.press("Enter");
  await expect.poll(() => inputs(stage, "keepMeeting")).toEqual([{ id: "m-1" }]);
});

test("while the link of an event is prepared, that is said and can be cancelled", async ({
  open,
}) => {
  const creation = creating({ startedAt: mockNow, reason: "link-not-ready" });
  const stage = await open({ state });
  const { page } = stage;
  await chooseEvent(page);
  await stage.show({ ...state, creation });
  const sentence = "The event exists. Microsoft is preparing its link.";
  await expect(page.locator("footer")).toContainText(sentence);
  await expect(page.getByRole("status").first()).toHaveText(sentence);
  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect.poll(async () => (await inputs(stage, "cancelCreation")).length).toBe(1);
});
