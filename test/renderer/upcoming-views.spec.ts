import type { Page } from "@playwright/test";

import type { AppState } from "../../main/contract/state.ts";
import { anEntry } from "../fakes/an-entry.ts";
import { anUpcoming } from "../fakes/an-upcoming.ts";
import { created } from "../fakes/a-creation.ts";
import { checkLooks, fits, judge, judgeAxe } from "./looks.ts";
import { expect, test } from "./stage.ts";
import { appState, meeting, mockNow } from "./stage-state.ts";
import { chooseTab } from "./stage/choose-tab.ts";
import { measure } from "./stage/measure.ts";
import { locate, showsData, type Sight, shows, showsRole } from "./stage/sights.ts";
import { violations } from "./stage/violations.ts";

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
const elsewhere = anUpcoming(
  [
    anEntry({
      startAt: at(13),
      subject: "Retro elsewhere",
      joinUrl: null,
      places: ["https://us02web.zoom.us/j/83443460156"],
    }),
  ],
  mockNow,
);
const stale = (updatedAt: number) => ({ ...upcoming, updatedAt, isStale: true });
const ids = entries.map(({ eventId }) => eventId);
const recent = [
  meeting(),
  meeting({ id: "m-2", subject: "Fabrikam contract call", createdAt: mockNow - 7_200_000 }),
];
const settings = { ...appState().settings, showUpcoming: true };
const error = { kind: "not-allowed", trace: null } as const;

interface Screen extends Partial<AppState> {
  readonly sees: readonly Sight[];
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** The list is drawn, with its first row in it. */
const lists = [
  shows("upcoming.allDay", { subjects: "Conference in Aarhus" }),
  showsData("Dentist"),
];

const open = (page: Page) => chooseTab(page, "Upcoming");

const screens: Readonly<Record<string, Screen>> = {
  "upcoming-strip": { sees: [shows("upcoming.startsIn", { n: 13 })], recent, upcoming },
  "upcoming-strip-join": { sees: [shows("upcoming.startsIn", { n: 2 })], recent, upcoming: soon },
  "upcoming-created": {
    sees: [showsRole("heading", "created.title"), shows("upcoming.startsIn", { n: 13 })],
    recent,
    upcoming,
    creation: created(meeting()),
  },
  "upcoming-list": { sees: lists, upcoming, prepare: open },
  "upcoming-list-long": {
    sees: [...lists, shows("upcoming.noSubject"), shows("upcoming.tentative")],
    upcoming,
    async prepare(page) {
      await page.setViewportSize({ width: 380, height: 900 });
      await open(page);
    },
  },
  "upcoming-menu": {
    sees: [showsRole("menuitem", "upcoming.openInOutlook"), shows("upcoming.why.noLink")],
    upcoming,
    async prepare(page) {
      await open(page);
      await page.getByRole("button", { name: "More for Dentist" }).press("Enter");
    },
  },
  "upcoming-menu-join": {
    sees: [showsRole("menuitem", "upcoming.dismiss")],
    upcoming,
    async prepare(page) {
      await open(page);
      await page.getByRole("button", { name: "More for Design review" }).press("Enter");
    },
  },
  "upcoming-other-product": {
    sees: [showsData("Retro elsewhere"), shows("upcoming.why.onlyLink", { product: "Zoom" })],
    upcoming: elsewhere,
    async prepare(page) {
      await open(page);
      await page.locator("[data-upcoming]").first().press("Control+Shift+C");
    },
  },
  "upcoming-dismissed": {
    sees: [showsRole("button", "upcoming.dismissedCount", { count: 4 }), showsData("Dentist")],
    upcoming: anUpcoming(entries, mockNow, ids.slice(1, 5)),
    async prepare(page) {
      await page.setViewportSize({ width: 380, height: 760 });
      await open(page);
      await page.getByRole("button", { name: "4 dismissed" }).click();
    },
  },
  "upcoming-dismissed-all": {
    sees: [shows("upcoming.nothing"), shows("upcoming.dismissedCount", { count: 6 })],
    upcoming: anUpcoming(entries, mockNow, ids),
    prepare: open,
  },
  "upcoming-stale": {
    sees: [shows("upcoming.stale")],
    upcoming: stale(at(-152)),
    online: false,
    prepare: open,
  },
  "upcoming-nothing": { sees: [shows("upcoming.nothing")], upcoming: nothing, prepare: open },
  "upcoming-offer": { sees: [showsRole("button", "upcoming.show")], prepare: open },
  "upcoming-asking": {
    sees: [shows("upcoming.asking")],
    upcoming: { kind: "asking" },
    prepare: open,
  },
  "upcoming-loading": {
    sees: [shows("upcoming.loading")],
    upcoming: { kind: "loading" },
    prepare: open,
  },
  "upcoming-failed": {
    sees: [shows("upcoming.failed"), shows("upcoming.notAllowed")],
    upcoming: { kind: "failed", error },
    prepare: open,
  },
};

for (const [name, { prepare, sees, ...changes }] of Object.entries(screens))
  test(`${name}: accessible, nothing cut off`, async ({ open: openStage }) => {
    const stage = await openStage({ state: appState(changes) });
    await prepare?.(stage.page);
    await checkLooks(name, stage, changes, sees);
  });

// Another theme or language closes a menu within a menu, so it is looked at in one.
test("upcoming-menu-copy-as: accessible, nothing cut off", async ({ open: openStage }) => {
  const { page } = await openStage({ state: appState({ upcoming }) });
  await open(page);
  await page.getByRole("button", { name: "More for Design review" }).press("Enter");
  await page.getByRole("menuitem", { name: "Copy as" }).press("ArrowRight");
  for (const sight of [
    showsRole("menuitem", "copyAs.formats.dial-in"),
    shows("upcoming.why.noDialIn"),
  ])
    await expect(locate(page, sight, "en")).toBeVisible();
  judge(await page.evaluate(measure), "light");
  judgeAxe(await violations(page, null), "light");
});

test("upcoming-12-hours: times of twelve hours fit", async ({ open: openStage }) => {
  const stage = await openStage({ state: appState({ upcoming, locale: "en-US" }) });
  await open(stage.page);
  await expect(stage.page.getByRole("row").nth(1)).toContainText("2:05 PM");
  await checkLooks("upcoming-12-hours", stage, { upcoming, locale: "en-US" }, lists);
});

test("upcoming-large: as wide as the popup is at 200 %, nothing is cut off", async ({
  open: openStage,
}) => {
  const viewport = { width: 240, height: 700 };
  const stage = await openStage({ state: appState({ recent, upcoming: soon }), viewport });
  const { page } = stage;
  await page.getByRole("button", { name: "Join Design review" }).waitFor();
  await fits(stage, "strip");
  await open(page);
  await page.getByRole("row").waitFor();
  await fits(stage, "list");
  await page.getByRole("button", { name: "More for Design review" }).press("Enter");
  await page.getByRole("menuitem", { name: "Copy as" }).press("ArrowRight");
  await page.getByRole("menuitem", { name: "Markdown" }).waitFor();
  await fits(stage, "menu");
});

const shown = shows("settings.showUpcoming");
const settingsScreens: Readonly<Record<string, Screen>> = {
  "upcoming-settings": { sees: [shown] },
  "upcoming-settings-on": {
    sees: [shown, shows("settings.notifyBeforeMinutes")],
    settings,
    upcoming,
  },
  "upcoming-settings-refused": {
    sees: [shows("settings.showUpcomingNotAllowed", { username: "megan@contoso.com" })],
    settings,
  },
};

for (const [name, { sees, ...changes }] of Object.entries(settingsScreens))
  test(`${name}: accessible, nothing cut off`, async ({ open: openStage }) => {
    // All of it: axe takes a label that is scrolled away for none.
    const viewport = { width: 760, height: 1_100 };
    const stage = await openStage({ state: appState(changes), window: "settings", viewport });
    await stage.page.getByRole("tab", { name: "General" }).click();
    await checkLooks(name, stage, changes, sees);
  });
