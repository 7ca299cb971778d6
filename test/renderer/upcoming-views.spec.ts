import type { Page } from "@playwright/test";

import type { AppState } from "../../main/contract/state.ts";
import { anEntry } from "../fakes/an-entry.ts";
import { anUpcoming } from "../fakes/an-upcoming.ts";
import { created } from "../fakes/a-creation.ts";
import { checkLooks, overflow } from "./looks.ts";
import { expect, test } from "./stage.ts";
import { appState, meeting, mockNow } from "./stage-state.ts";

const minute = 60_000;
const day = 86_400_000;
const at = (minutes: number) => mockNow + minutes * minute;

const entries = [
  anEntry({ startAt: at(-22), endAt: at(8), subject: "Sprint check-in" }),
  anEntry({ startAt: at(13), endAt: at(53) }),
  anEntry({
    startAt: at(128),
    endAt: at(158),
    subject: "Dentist",
    joinUrl: null,
    webLink: null,
    organiserName: null,
  }),
  anEntry({
    startAt: mockNow + day + 38 * minute,
    subject: "Design sync with Fabrikam",
    youOrganise: true,
    inviteeCount: 3,
  }),
  anEntry({
    startAt: mockNow + day + 60 * minute,
    subject: "A rather long name, as people give them to their meetings of all kinds",
    organiserName: "Christopher Constantine von Hohenstein-Württemberg",
    response: "tentative",
  }),
  anEntry({ startAt: mockNow + 3 * day, subject: null, inviteeCount: 0, youOrganise: true }),
  anEntry({
    startAt: Date.parse("2026-11-22T23:00:00Z"),
    endAt: Date.parse("2026-11-23T23:00:00Z"),
    subject: "Conference in Aarhus",
    isAllDay: true,
    showsAs: "free",
  }),
];
const upcoming = anUpcoming(entries, mockNow);
const nothing = anUpcoming([], mockNow);
const soon = anUpcoming([anEntry({ startAt: at(2), subject: "Design review" })], mockNow);
const stale = (updatedAt: number) => ({ ...upcoming, updatedAt, isStale: true });
const ids = entries.map(({ eventId }) => eventId);
const recent = [
  meeting(),
  meeting({ id: "m-2", subject: "Fabrikam contract call", createdAt: mockNow - 7_200_000 }),
];
const settings = { ...appState().settings, showUpcoming: true };
const error = { kind: "not-allowed", trace: null } as const;

interface Screen extends Partial<AppState> {
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const open = (page: Page) => page.getByRole("tab", { name: "Upcoming" }).click();

const screens: Readonly<Record<string, Screen>> = {
  "upcoming-strip": { recent, upcoming },
  "upcoming-strip-join": { recent, upcoming: soon },
  "upcoming-created": {
    recent,
    upcoming,
    creation: created(meeting()),
  },
  "upcoming-list": { upcoming, prepare: open },
  "upcoming-list-long": {
    upcoming,
    async prepare(page) {
      await page.setViewportSize({ width: 380, height: 900 });
      await open(page);
    },
  },
  "upcoming-menu": {
    upcoming,
    async prepare(page) {
      await open(page);
      await page.getByRole("button", { name: "More for Dentist" }).click();
    },
  },
  "upcoming-menu-join": {
    upcoming,
    async prepare(page) {
      await open(page);
      await page.getByRole("button", { name: "More for Design review" }).click();
    },
  },
  "upcoming-menu-copy-as": {
    upcoming,
    async prepare(page) {
      await open(page);
      await page.getByRole("button", { name: "More for Design review" }).click();
      await page.getByRole("menuitem", { name: "Copy as" }).press("ArrowRight");
      await page.getByRole("menuitem", { name: "Markdown" }).waitFor();
    },
  },
  "upcoming-dismissed": {
    upcoming: anUpcoming(entries, mockNow, ids.slice(1, 5)),
    async prepare(page) {
      await page.setViewportSize({ width: 380, height: 760 });
      await open(page);
      await page.getByRole("button", { name: "4 dismissed" }).click();
    },
  },
  "upcoming-dismissed-all": { upcoming: anUpcoming(entries, mockNow, ids), prepare: open },
  "upcoming-stale": { upcoming: stale(at(-152)), online: false, prepare: open },
  "upcoming-nothing": { upcoming: nothing, prepare: open },
  "upcoming-offer": { prepare: open },
  "upcoming-asking": { upcoming: { kind: "asking" }, prepare: open },
  "upcoming-loading": {
    upcoming: { kind: "loading" },
    async prepare(page) {
      await open(page);
      await page.waitForTimeout(400);
    },
  },
  "upcoming-failed": { upcoming: { kind: "failed", error }, prepare: open },
};

for (const [name, { prepare, ...changes }] of Object.entries(screens))
  test(`${name}: accessible, nothing cut off`, async ({ open: openStage }) => {
    const stage = await openStage({ state: appState(changes) });
    await prepare?.(stage.page);
    await checkLooks(name, stage, changes);
  });

test("upcoming-12-hours: times of twelve hours fit", async ({ open: openStage }) => {
  const stage = await openStage({ state: appState({ upcoming, locale: "en-US" }) });
  await open(stage.page);
  await expect(stage.page.getByRole("listitem").nth(1)).toContainText("2:05 PM");
  await checkLooks("upcoming-12-hours", stage, { upcoming, locale: "en-US" });
});

test("upcoming-large: as wide as the popup is at 200 %, nothing is cut off", async ({
  open: openStage,
}) => {
  const viewport = { width: 240, height: 700 };
  const { page } = await openStage({ state: appState({ recent, upcoming: soon }), viewport });
  await page.getByRole("button", { name: "Join Design review" }).waitFor();
  await page.screenshot({ path: "out/screens/upcoming-large-strip.png" });
  expect(await overflow(page)).toEqual([]);
  await open(page);
  await page.getByRole("listitem").waitFor();
  await page.screenshot({ path: "out/screens/upcoming-large-list.png" });
  expect(await overflow(page)).toEqual([]);
  await page.getByRole("button", { name: "More for Design review" }).click();
  await page.getByRole("menuitem", { name: "Copy as" }).press("ArrowRight");
  await page.getByRole("menuitem", { name: "Markdown" }).waitFor();
  await page.screenshot({ path: "out/screens/upcoming-large-menu.png" });
  expect(await overflow(page)).toEqual([]);
});

for (const [name, changes] of Object.entries({
  "upcoming-settings": {},
  "upcoming-settings-on": { settings, upcoming },
  "upcoming-settings-refused": { settings },
}))
  test(`${name}: accessible, nothing cut off`, async ({ open: openStage }) => {
    // All of it: axe takes a label that is scrolled away for none.
    const viewport = { width: 760, height: 1_100 };
    const stage = await openStage({ state: appState(changes), window: "settings", viewport });
    await stage.page.getByRole("tab", { name: "General" }).click();
    await checkLooks(name, stage, changes);
  });
