import type { Page } from "@playwright/test";

import { fail, ok } from "../../main/contract/errors.ts";
import type { EventDraft } from "../../main/contract/event-draft.ts";
import type { AppState } from "../../main/contract/state.ts";
import { created } from "../fakes/a-creation.ts";
import { checkLooks } from "./looks.ts";
import { expect, type StageOptions, test } from "./stage.ts";
import { appState, meeting, mockNow } from "./stage-state.ts";
import { showsData, type Sight, shows, showsRole } from "./stage/sights.ts";

const hour = 3_600_000;
const adele = { address: "adele@contoso.com", name: "Adele Vance" };
const lee = { address: "lee.with.a.rather.long.address@research.fabrikam.example", name: null };
const inCalendar: EventDraft = {
  invitees: [adele, lee],
  presenters: [],
  coOrganizers: [],
  message: "",
  recurrence: "other",
  reminder: 25,
};
const nextTuesday = "every tuesday 14:30";
const proposal = showsRole("button", "event.make.week");

async function chooseEvent(page: Page) {
  await page.getByRole("radio", { name: "Calendar event" }).check();
  await page.locator("#invite").waitFor();
}

async function invite(page: Page, typed = `Adele Vance <${adele.address}>, ${lee.address}`) {
  await chooseEvent(page);
  await page.locator("#invite").fill(typed);
  await page.locator("#invite").press("Enter");
  await page.getByRole("button", { name: "Remove Adele Vance" }).waitFor();
}

interface Screen extends Pick<StageOptions, "answers" | "viewport" | "people"> {
  readonly sees: readonly Sight[];
  readonly state?: Partial<AppState>;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** All of it: axe takes a label that is scrolled away for none. */
const whole = { width: 380, height: 1_000 };
const scheduling: Partial<AppState> = { view: "schedule", calendarAllowed: true };
const event = meeting({
  kind: "event",
  inviteeCount: 2,
  subject: "Design sync with Fabrikam",
  startAt: mockNow + hour,
  endAt: mockNow + 2 * hour,
});
const series = { ...event, id: "m-2", repeats: true, inviteeCount: 0 };

const removes = showsRole("button", "event.remove", { name: "Adele Vance" });
const screens: Readonly<Record<string, Screen>> = {
  "event-empty": { sees: [shows("event.message")], prepare: chooseEvent },
  "event-invitees": {
    sees: [removes, shows("event.until")],
    viewport: whole,
    prepare: async (page) => {
      await invite(page);
      await page.getByLabel("Message (optional)").fill("Draft agenda: tokens, tray icons.");
      await page.getByLabel("Repeats").selectOption("week");
      await page.getByLabel("Ends").selectOption("until");
    },
  },
  "event-problems": {
    sees: [
      removes,
      shows("event.noAddress", { count: 2 }),
      shows("event.problem.count-out-of-range", { most: 999 }),
    ],
    viewport: whole,
    prepare: async (page) => {
      await invite(page, `Adele Vance <${adele.address}>; Somebody Else; Nobody`);
      await page.getByLabel("Repeats").selectOption("month");
      await page.getByLabel("Ends").selectOption("times");
      await page.getByLabel("Number of times").fill("");
    },
  },
  "event-people": {
    sees: [shows("event.message"), showsData("Adele Vance", "option")],
    people: [adele, { address: lee.address, name: "Lee Adams" }],
    prepare: async (page) => {
      await chooseEvent(page);
      await page.locator("#invite").fill("ad");
    },
  },
  "event-people-consent": {
    sees: [showsRole("button", "event.peopleAllowNamed")],
    answers: {
      searchPeople: fail({ kind: "sign-in-refused", reason: "approval-needed", trace: null }),
    },
    prepare: async (page) => {
      await chooseEvent(page);
      await page.locator("#invite").fill("ad");
    },
  },
  "event-consent": {
    sees: [showsRole("button", "event.approve")],
    viewport: whole,
    state: { calendarAllowed: false },
    prepare: chooseEvent,
  },
  "event-proposal": {
    sees: [proposal],
    prepare: (page) => page.getByLabel("When").fill(nextTuesday),
  },
  "event-edit": {
    sees: [proposal, showsRole("button", "event.saveAndUpdate", { count: 2 })],
    state: { recent: [{ ...event, repeats: true }], detailsOf: "m-1" },
    answers: { readEvent: ok(inCalendar) },
    viewport: whole,
    prepare: async (page) => {
      await page.getByRole("button", { name: /Save and update 2 people/u }).waitFor();
      await page.getByLabel("When").fill(nextTuesday);
      await page.getByRole("button", { name: "Make it a weekly calendar event" }).waitFor();
      await expect(page.getByText("does not repeat")).toHaveCount(0);
    },
  },
  "event-not-read": {
    sees: [
      showsRole("button", "event.readAgain"),
      showsRole("button", "event.saveAndUpdate", { count: 2 }),
    ],
    state: { recent: [event], detailsOf: "m-1" },
    answers: { readEvent: fail({ kind: "offline", trace: null }) },
  },
  "event-presenters": {
    sees: [showsRole("group", "options.who.presenters")],
    viewport: { width: 380, height: 1_800 },
    prepare: async (page) => {
      await invite(page);
      await page.getByRole("button", { name: /^Options/u }).click();
      await page.getByLabel("Can present").selectOption("roleIsPresenter");
      await page.getByRole("checkbox", { name: "Adele Vance" }).check();
    },
  },
  "event-co-organisers": {
    sees: [showsRole("group", "options.who.coOrganizers")],
    viewport: { width: 380, height: 1_800 },
    prepare: async (page) => {
      await invite(page);
      await page.getByRole("button", { name: /^Options/u }).click();
      await page.getByLabel("Co-organisers").selectOption("chosen");
      await page.getByRole("checkbox", { name: "Adele Vance" }).check();
    },
  },
  "event-created": {
    sees: [showsRole("heading", "created.title"), showsRole("button", "event.cancel")],
    state: {
      view: "home",
      recent: [event, series, meeting({ id: "m-3" })],
      creation: created(event),
    },
    prepare: async (page) => {
      await page.getByRole("button", { name: "Cancel meeting…" }).waitFor();
      await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
    },
  },
};

for (const [name, { state, sees, prepare, ...options }] of Object.entries(screens))
  test(`${name}: accessible, nothing cut off`, async ({ open }) => {
    const changes = { ...scheduling, ...state };
    const stage = await open({ state: appState(changes), ...options });
    await prepare?.(stage.page);
    await checkLooks(name, stage, changes, sees);
  });
