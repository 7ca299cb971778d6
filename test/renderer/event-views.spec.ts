import type { Page } from "@playwright/test";

import type { AppState } from "../../main/contract/state.ts";
import { created } from "../fakes/a-creation.ts";
import { checkLooks } from "./looks.ts";
import { expect, type StageOptions, test } from "./stage.ts";
import { appState, meeting, mockNow } from "./stage-state.ts";

const ok = (value: unknown) => ({ ok: true, value });
const hour = 3_600_000;
const startAt = Date.parse("2026-11-24T13:30:00Z");
const nobody = { searchPeople: ok([]) };
const fine = ok({ problems: null, startAt, endAt: startAt + hour });
const adele = { address: "adele@contoso.com", name: "Adele Vance" };
const lee = { address: "lee.with.a.rather.long.address@research.fabrikam.example", name: null };
const wrong = {
  invitees: [lee.address],
  recurrence: "until-before-start",
  reminder: null,
};
const inCalendar = {
  invitees: [adele, lee],
  presenters: [],
  message: "",
  recurrence: "other",
  reminder: 25,
};
const reading = {
  kind: "read",
  startAt,
  endAt: startAt + hour,
  start: { date: "2026-11-24", time: "14:30" },
  end: { date: "2026-11-24", time: "15:30" },
  timeZone: null,
  repeats: "weekly",
  hint: null,
  from: 0,
  to: 1,
};

async function chooseEvent(page: Page) {
  await page.getByRole("radio", { name: "Calendar event" }).check();
  await page.locator("#invite").waitFor();
}

/** The answers are those of the sample: whoever is typed, these two come. */
async function invite(page: Page) {
  await chooseEvent(page);
  await page.locator("#invite").fill("adele@contoso.com, lee");
  await page.locator("#invite").press("Enter");
  await page.getByRole("button", { name: "Remove Adele Vance" }).waitFor();
}

interface Screen extends Pick<StageOptions, "answers" | "viewport"> {
  readonly state?: Partial<AppState>;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** All of it: axe takes a label that is scrolled away for none. */
const whole = { width: 380, height: 1_000 };
const scheduling: Partial<AppState> = { view: "schedule", calendarAllowed: true };
const invited = ok({ people: [adele, lee], rejected: [] });
const event = meeting({
  kind: "event",
  inviteeCount: 4,
  subject: "Design sync with Fabrikam",
  startAt: mockNow + hour,
  endAt: mockNow + 2 * hour,
});
const series = { ...event, id: "m-2", repeats: true, inviteeCount: 0 };

const screens: Readonly<Record<string, Screen>> = {
  "event-empty": { answers: { checkSchedule: fine }, prepare: chooseEvent },
  "event-invitees": {
    viewport: whole,
    answers: { checkSchedule: fine, checkInvitees: invited },
    prepare: async (page) => {
      await invite(page);
      await page.getByLabel("Message (optional)").fill("Draft agenda: tokens, tray icons.");
      await page.getByLabel("Repeats").selectOption("week");
      await page.getByLabel("Ends").selectOption("until");
    },
  },
  "event-problems": {
    viewport: whole,
    answers: {
      checkSchedule: ok({
        problems: { subject: null, start: null, end: null, presenters: null, event: wrong },
        startAt: null,
        endAt: null,
      }),
      checkInvitees: ok({ people: [adele, lee], rejected: ["Somebody Else", "Nobody"] }),
    },
    prepare: async (page) => {
      await invite(page);
      await page.getByLabel("Repeats").selectOption("month");
      await page.getByLabel("Ends").selectOption("until");
    },
  },
  "event-people": {
    answers: {
      checkSchedule: fine,
      searchPeople: ok([adele, { address: lee.address, name: "Lee Gu" }]),
    },
    prepare: async (page) => {
      await chooseEvent(page);
      await page.locator("#invite").pressSequentially("ad");
      await page.getByRole("option", { name: /Adele/u }).waitFor();
    },
  },
  "event-people-consent": {
    answers: {
      checkSchedule: fine,
      searchPeople: { ok: false, error: { kind: "sign-in-refused", reason: "approval-needed" } },
    },
    prepare: async (page) => {
      await chooseEvent(page);
      await page.locator("#invite").pressSequentially("ad");
      await page.getByRole("button", { name: "Allow suggestions" }).waitFor();
    },
  },
  "event-consent": {
    viewport: whole,
    state: { calendarAllowed: false },
    answers: { checkSchedule: fine },
    prepare: async (page) => {
      await chooseEvent(page);
      await page.getByRole("button", { name: "Approve" }).waitFor();
    },
  },
  "event-proposal": {
    answers: { checkSchedule: fine, readPhrase: ok(reading) },
    prepare: async (page) => {
      await page.getByLabel("When").fill("every tuesday 14:30");
      await page.getByRole("button", { name: "Make it a weekly calendar event" }).waitFor();
    },
  },
  "event-edit": {
    state: { recent: [{ ...event, repeats: true }], detailsOf: "m-1" },
    answers: { checkSchedule: fine, readPhrase: ok(reading), readEvent: ok(inCalendar) },
    viewport: whole,
    prepare: async (page) => {
      await page.getByRole("button", { name: /Save and update 2 people/u }).waitFor();
      await page.getByLabel("When").fill("every tuesday 14:30");
      await page.getByRole("button", { name: "Make it a weekly calendar event" }).waitFor();
      await expect(page.getByText("does not repeat")).toHaveCount(0);
    },
  },
  "event-not-read": {
    state: { recent: [event], detailsOf: "m-1" },
    answers: { checkSchedule: fine, readEvent: { ok: false, error: { kind: "offline" } } },
    prepare: async (page) => {
      await page.getByRole("button", { name: "Read it again" }).waitFor();
      await page.getByRole("button", { name: /Save and update 4 people/u }).waitFor();
    },
  },
  "event-presenters": {
    viewport: { width: 380, height: 1_800 },
    answers: { checkSchedule: fine, checkInvitees: invited },
    prepare: async (page) => {
      await invite(page);
      await page.getByRole("button", { name: /^Options/u }).click();
      await page.getByLabel("Can present").selectOption("roleIsPresenter");
      await page.getByRole("checkbox", { name: "Adele Vance" }).check();
    },
  },
  "event-created": {
    state: {
      view: "home",
      recent: [event, series, meeting({ id: "m-3" })],
      creation: created(event),
    },
    prepare: async (page) => {
      await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
    },
  },
};

for (const [name, { state, prepare, answers, ...options }] of Object.entries(screens))
  test(`${name}: accessible, nothing cut off`, async ({ open }) => {
    const changes = { ...scheduling, ...state };
    const stage = await open({
      state: appState(changes),
      ...options,
      answers: { ...nobody, ...answers },
    });
    await prepare?.(stage.page);
    await checkLooks(name, stage, changes);
  });
