import type { Page } from "@playwright/test";

import type { AppState } from "../../main/contract/state.ts";
import { created } from "../fakes/a-creation.ts";
import { checkLooks } from "./looks.ts";
import { test } from "./stage.ts";
import { appState, meeting, mockNow } from "./stage-state.ts";
import { type Sight, shows, showsRole } from "./stage/sights.ts";

const day = 86_400_000;
const dialIn = { number: "+49 69 5550 0110", conferenceId: "902118447", moreNumbersUrl: null };
const recent = [
  meeting({ id: "m-1", isSettling: true }),
  meeting({ id: "m-2", subject: "Fabrikam contract call", createdAt: mockNow - 7_200_000, dialIn }),
  meeting({ id: "m-3", subject: "Design review", createdAt: mockNow - day, isGone: true }),
  meeting({ id: "m-4", subject: "Northwind weekly", createdAt: mockNow - day }),
  meeting({
    id: "m-5",
    subject: "Interview: UX writer",
    createdAt: mockNow - 3 * day,
    startAt: mockNow + day,
    expiresAt: mockNow + 5 * day,
  }),
  meeting({ id: "m-6", createdAt: mockNow - 400 * day, expiresAt: mockNow - day }),
];
const room = meeting({ id: "room", subject: "Megan's room" });
const settings = {
  ...appState().settings,
  copyFormat: "link-and-invitation",
  presets: [{ id: "own", name: "Customer calls with a rather long name", options: {} }],
} as const;
const justMade = (changes: Parameters<typeof meeting>[0]): Partial<AppState> => ({
  recent,
  creation: created(meeting(changes)),
});

interface Screen extends Partial<AppState> {
  readonly sees: readonly Sight[];
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const screens: Readonly<Record<string, Screen>> = {
  "list-home": {
    sees: [showsRole("row", "home.fact.updating")],
    recent,
    room,
    linkReady: true,
  },
  "list-hero-menu": {
    sees: [shows("home.linkReady"), shows("tips.ready"), shows("home.roomHint")],
    recent,
    room,
    linkReady: true,
    prepare: (page) => page.locator("#more-ways").press("Enter"),
  },
  "list-home-invitation": { sees: [shows("home.hint.link-and-invitation")], recent, settings },
  "list-ready-offline": {
    sees: [shows("notice.offline")],
    recent,
    online: false,
    linkReady: true,
  },
  "list-presets": {
    sees: [showsRole("menuitem", "home.editPresets")],
    recent,
    settings,
    prepare: (page) => page.locator("#preset").press("Enter"),
  },
  "list-room-menu": {
    sees: [shows("home.roomNotYet")],
    recent,
    prepare: (page) => page.locator("#more-ways").press("Enter"),
  },
  "list-repeat": {
    sees: [showsRole("heading", "repeat.title")],
    recent,
    creation: { kind: "repeat", meeting: meeting({ createdAt: mockNow - 60_000 }), copied: false },
  },
  "list-repeat-copied": {
    sees: [shows("repeat.copied")],
    recent,
    creation: { kind: "repeat", meeting: meeting({ createdAt: mockNow - 60_000 }), copied: true },
  },
  "list-created-differs": {
    sees: [shows("created.settling"), shows("created.differs", { count: 2 })],
    ...justMade({
      isSettling: true,
      lobby: "organization",
      differences: [
        { option: "lobby", asked: "everyone", got: "organization" },
        { option: "recordAutomatically", asked: true, got: null },
      ],
    }),
  },
  "list-leaving": {
    sees: [shows("home.cancelled"), shows("home.ends")],
    recent,
    leaving: [
      { id: "m-1", endsAt: mockNow + 8_000 },
      { id: "m-2", endsAt: mockNow - 1_000 },
    ],
  },
  "list-menu": {
    sees: [showsRole("menuitem", "copyAs.more"), shows("copyAs.why.noDialIn")],
    recent,
    prepare: (page) => page.locator("[data-meeting=m-1] button").last().press("Enter"),
  },
  "list-menu-gone": {
    sees: [showsRole("menuitem", "menu.forget"), shows("copyAs.why.gone")],
    recent,
    prepare: (page) => page.locator("[data-meeting=m-3]").click({ button: "right" }),
  },
  "list-cancel": {
    sees: [shows("menu.cancelSentence")],
    recent,
    async prepare(page) {
      await page.locator("[data-meeting=m-4]").focus();
      await page.keyboard.press("Delete");
      await page.getByRole("dialog").or(page.getByRole("alertdialog")).waitFor();
    },
  },
  "list-extend": {
    sees: [showsRole("dialog", "menu.extendTitle", { subject: "Northwind weekly" })],
    recent,
    async prepare(page) {
      await page.locator("[data-meeting=m-4]").press("Shift+F10");
      await page.getByRole("menuitem", { name: "Extend" }).press("ArrowRight");
      await page.getByRole("menuitem", { name: "Until…" }).press("Enter");
      await page.getByRole("dialog").waitFor();
    },
  },
  "list-search": {
    sees: [shows("home.noResult", { query: "nowhere to be found" })],
    recent,
    async prepare(page) {
      await page.locator("#search-meetings").click();
      await page.keyboard.type("nowhere to be found");
    },
  },
};

for (const [name, { prepare, sees, ...changes }] of Object.entries(screens))
  test(`${name}: accessible, nothing cut off`, async ({ open }) => {
    const stage = await open({ state: appState(changes) });
    await prepare?.(stage.page);
    await checkLooks(name, stage, changes, sees);
  });
