import type { Page } from "@playwright/test";

import type { AppState } from "../../../main/contract/state.ts";
import { allShortcuts, type ShortcutName } from "../../../renderer/keys/shortcuts.ts";
import { created } from "../../fakes/a-creation.ts";
import { anEntry } from "../../fakes/an-entry.ts";
import { anUpcoming } from "../../fakes/an-upcoming.ts";
import { expect, test } from "../stage.ts";
import { appState, meeting, megan, mockNow } from "../stage-state.ts";

const recent = [meeting(), meeting({ id: "m-2", subject: "Design review" })];
const other = { ...megan, id: "adele", name: "Adele Vance", username: "adele@contoso.com" };

interface Case {
  readonly state?: Partial<AppState>;
  /** What has the focus; the page as it opens without. */
  readonly focus?: string;
  /** What is asked of main, or what is there to be seen. */
  readonly asks?: Readonly<Record<string, unknown>>;
  readonly shows?: (page: Page) => ReturnType<Page["locator"]>;
}

const row = "[data-meeting='m-1']";
const navigates = (input: Readonly<Record<string, unknown>>) => ({
  asks: { name: "navigate", input },
});

/** What each key of the list does, and where. */
const cases: Readonly<Record<ShortcutName, Case>> = {
  save: { asks: { name: "meetNow", input: { again: false } } },
  schedule: navigates({ view: "schedule" }),
  join: navigates({ view: "join" }),
  search: { shows: (page) => page.locator("input#search-meetings:focus") },
  recent: {
    shows: (page) => page.locator("[role=tab]:focus", { hasText: "Recent" }),
  },
  upcoming: {
    state: { upcoming: anUpcoming([anEntry({ startAt: mockNow + 3_600_000 })], mockNow) },
    shows: (page) => page.locator("[role=tab]:focus", { hasText: "Upcoming" }),
  },
  organiser: {
    state: {
      accounts: [megan, other].map((account) => ({ account, key: account.id, problem: null })),
    },
    shows: (page) => page.getByRole("menu"),
  },
  settings: { asks: { name: "openSettings" } },
  copy: { asks: { name: "copyMeeting", input: { id: "m-1", format: null } } },
  copyAs: { shows: (page) => page.getByRole("menu", { name: "Copy Quick meeting as" }) },
  undo: { state: { creation: created(meeting()) }, asks: { name: "undoCreation" } },
  duplicate: {
    state: { view: "details", detailsOf: "m-1" },
    ...navigates({ view: "duplicate", meetingId: "m-1" }),
  },
  refresh: {
    state: { upcoming: anUpcoming([anEntry({ startAt: mockNow + 3_600_000 })], mockNow) },
    asks: { name: "refreshUpcoming" },
  },
  move: { focus: row, shows: (page) => page.locator(":focus").and(page.locator(`:not(${row})`)) },
  details: { focus: row, ...navigates({ view: "details", meetingId: "m-1" }) },
  rowMenu: { focus: row, shows: (page) => page.getByRole("menu") },
  edit: { focus: row, ...navigates({ view: "schedule", meetingId: "m-1" }) },
  cancel: { focus: row, shows: (page) => page.getByText("Cancel “Quick meeting”?") },
  back: { asks: { name: "hidePopup" } },
  list: { shows: (page) => page.getByRole("dialog", { name: "Keyboard shortcuts" }) },
};

/** As Playwright names keys. */
const pressable = (keys: string): string =>
  keys
    .replace("CommandOrControl", "Control")
    .replace(/^Esc$/u, "Escape")
    .replace(/^(?:Up|Down|Left|Right)$/u, "Arrow$&");

/** From the first row there is nothing above, nor before it. */
const leadNowhere = new Set(["Up", "Left"]);

for (const [name, { keys, also = [] }] of allShortcuts)
  test(`the keys of “${name}” do what the list says`, async ({ open }) => {
    const { state = {}, focus, asks, shows } = cases[name];
    for (const each of [...keys, ...also].filter((one) => !leadNowhere.has(one))) {
      const { page, asked, settle } = await open({ state: appState({ recent, ...state }) });
      if (focus !== undefined) await page.locator(focus).focus();
      await settle();
      await page.keyboard.press(pressable(each));
      if (asks) await expect.poll(asked, each).toContainEqual(asks);
      if (shows) await expect(shows(page), each).toHaveCount(1);
    }
  });

test("every key is listed with its words, in every row once", async ({ open }) => {
  const { page } = await open({ state: appState({ recent }) });
  await page.keyboard.press("F1");
  const list = page.getByRole("dialog").locator("dl");
  // What is typed, and the key that works everywhere, are no keys of the popup.
  await expect(list.locator("kbd")).toHaveCount(2 + allShortcuts.size);
  const listed = await list.locator("kbd").allTextContents();
  expect(listed).toHaveLength(new Set(listed).size);
  expect(listed.slice(0, 2)).toEqual(["Any letter", "Alt+Shift+M"]);
  for (const words of await list.locator("dt").allTextContents())
    expect(words).not.toMatch(/^[a-z]+\.[a-zA-Z.]+$/u);
});
