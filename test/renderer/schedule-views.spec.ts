import type { Page } from "@playwright/test";

import type { AppState } from "../../main/contract/state.ts";
import { checkLooks } from "./looks.ts";
import { type StageOptions, test } from "./stage.ts";
import { appState, meeting, mockNow } from "./stage-state.ts";
import { showsData, type Sight, shows, showsRole } from "./stage/sights.ts";

const hour = 3_600_000;

const type = (text: string) => (page: Page) => page.getByLabel("When").fill(text);

interface Screen extends Pick<StageOptions, "viewport"> {
  readonly sees: readonly Sight[];
  readonly state?: Partial<AppState>;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const screens: Readonly<Record<string, Screen>> = {
  "schedule-fields": { sees: [shows("when.label"), shows("zone.label")] },
  "schedule-when": {
    sees: [shows("when.label"), shows("when.hint.next-day")],
    prepare: type("tomorrow 23:30 for 45 min"),
  },
  "schedule-zone": {
    sees: [shows("when.hint.repeat-needs-event"), showsData("Los Angeles")],
    prepare: type("tomorrow 5:30am PT every week"),
  },
  "schedule-doubt": { sees: [shows("when.hint.also-means")], prepare: type("1 hour") },
  "schedule-gap": {
    sees: [showsRole("button", "schedule.problem.use", { time: "03:30" })],
    prepare: type("28 mar 2027 02:30"),
  },
  "schedule-unclear-zone": {
    sees: [shows("when.unclearZone", { zone: "IST" })],
    prepare: type("tomorrow 10:00 IST"),
  },
  "schedule-not-understood": { sees: [shows("when.try")], prepare: type("asap-ish") },
  "schedule-options": {
    sees: [showsRole("textbox", "presets.name"), shows("options.footnote")],
    // All of it: axe takes a label that is scrolled away for none.
    viewport: { width: 380, height: 1_400 },
    prepare: async (page) => {
      await page.getByRole("button", { name: /^Options/u }).click();
      await page.getByLabel("Preset").selectOption("guarded");
      await page.getByLabel("Meeting chat").selectOption("limited");
      await page.getByRole("button", { name: "Save preset" }).click();
    },
  },
  "schedule-zones": {
    sees: [shows("zone.label"), showsData("Tokyo", "option")],
    prepare: async (page) => {
      await page.locator("#zone").focus();
      await page.keyboard.type("tok");
    },
  },
  "schedule-edit": {
    sees: [showsRole("button", "schedule.saveChanges")],
    state: {
      recent: [
        meeting({ subject: "Design review", startAt: mockNow + hour, endAt: mockNow + 2 * hour }),
      ],
      detailsOf: "m-1",
    },
  },
};

for (const [name, { state, sees, prepare, ...options }] of Object.entries(screens))
  test(`${name}: accessible, nothing cut off`, async ({ open }) => {
    const changes: Partial<AppState> = { view: "schedule", ...state };
    const stage = await open({ state: appState(changes), ...options });
    await stage.page.locator("#subject").waitFor();
    await prepare?.(stage.page);
    await checkLooks(name, stage, changes, sees);
  });
