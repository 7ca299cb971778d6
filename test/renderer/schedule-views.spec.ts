import type { Page } from "@playwright/test";

import type { AppState } from "../../main/contract/state.ts";
import { checkLooks } from "./looks.ts";
import { type StageOptions, test } from "./stage.ts";
import { appState, meeting, mockNow } from "./stage-state.ts";

const ok = (value: unknown) => ({ ok: true, value });
const hour = 3_600_000;
const tomorrow = Date.parse("2026-11-24T13:30:00Z");

const read = (changes: object) => ({
  kind: "read",
  startAt: tomorrow,
  endAt: tomorrow + 45 * 60_000,
  start: { date: "2026-11-24", time: "14:30" },
  end: { date: "2026-11-24", time: "15:15" },
  timeZone: null,
  repeats: null,
  hint: null,
  from: 0,
  to: 1,
  ...changes,
});
const gap = { kind: "does-not-exist", before: "01:30", after: "03:30" };
const fine = ok({ problems: null, startAt: tomorrow, endAt: tomorrow + hour });
const gapCheck = ok({
  problems: { subject: null, start: gap, end: null, event: null },
  startAt: null,
  endAt: null,
});

const type = (text: string) => async (page: Page) => {
  await page.getByLabel("When").fill(text);
  await page.locator("[data-reading] div").first().waitFor();
};

interface Screen extends Pick<StageOptions, "answers" | "viewport"> {
  readonly state?: Partial<AppState>;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const screens: Readonly<Record<string, Screen>> = {
  "schedule-fields": { answers: { checkSchedule: fine } },
  "schedule-when": {
    answers: {
      checkSchedule: fine,
      readPhrase: ok(read({ hint: { kind: "next-day", values: { date: "2026-11-25" } } })),
    },
    prepare: type("tomorrow 14:30 for 45 min"),
  },
  "schedule-zone": {
    answers: {
      checkSchedule: fine,
      readPhrase: ok(read({ timeZone: "America/Los_Angeles", repeats: "weekly" })),
    },
    prepare: type("tomorrow 5:30 PT every week"),
  },
  "schedule-gap": {
    answers: {
      checkSchedule: gapCheck,
      readPhrase: ok({
        kind: "problem",
        problem: gap,
        field: "start",
        start: { date: "2027-03-28", time: "02:30" },
      }),
    },
    prepare: type("28 mar 2027 02:30"),
  },
  "schedule-not-understood": {
    answers: { checkSchedule: fine, readPhrase: ok({ kind: "not-understood" }) },
    prepare: type("asap-ish"),
  },
  "schedule-options": {
    // All of it: axe takes a label that is scrolled away for none.
    viewport: { width: 380, height: 1_400 },
    answers: { checkSchedule: fine },
    prepare: async (page) => {
      await page.getByRole("button", { name: /^Options/u }).click();
      await page.getByLabel("Preset").selectOption("guarded");
      await page.getByLabel("Meeting chat").selectOption("limited");
      await page.getByRole("button", { name: "Save preset" }).click();
    },
  },
  "schedule-zones": {
    answers: {
      checkSchedule: fine,
      searchZones: ok([
        { id: "Asia/Tokyo", city: "Tokyo", offsetMinutes: 540 },
        { id: "America/Argentina/Buenos_Aires", city: "Buenos Aires", offsetMinutes: -180 },
      ]),
    },
    prepare: async (page) => {
      await page.locator("#zone").pressSequentially("o");
      await page.getByRole("option", { name: /Tokyo/u }).waitFor();
    },
  },
  "schedule-edit": {
    answers: { checkSchedule: fine },
    state: {
      recent: [meeting({ subject: "Design review", startAt: mockNow + hour })],
      detailsOf: "m-1",
    },
  },
};

for (const [name, { state, prepare, ...options }] of Object.entries(screens))
  test(`${name}: accessible, nothing cut off`, async ({ open }) => {
    const changes: Partial<AppState> = { view: "schedule", ...state };
    const stage = await open({ state: appState(changes), ...options });
    await stage.page.locator("#subject").waitFor();
    await prepare?.(stage.page);
    await checkLooks(name, stage, changes);
  });
