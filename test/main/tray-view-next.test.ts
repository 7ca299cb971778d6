import { describe, expect, test } from "vitest";

import type { AppState } from "../../main/contract/state.ts";
import { initialState } from "../../main/shell/initial-state.ts";
import { defaultSettings } from "../../main/contract/settings.ts";
import { type TrayItem, trayView } from "../../main/shell/tray-view.ts";
import { createWords } from "../../main/base/words.ts";
import { anEntry } from "../fakes/an-entry.ts";
import { anUpcoming } from "../fakes/an-upcoming.ts";
import { signedIn } from "../fakes/upcoming-desk.ts";

const english = await createWords("en");
const german = await createWords("de");
const environment = {
  platform: "darwin",
  appVersion: "1.0.0",
  timeZone: "Europe/Berlin",
  preferredLanguages: ["en-GB"],
} as const;
const now = Date.parse("2026-11-24T12:00:00Z");
const minute = 60_000;

/** A meeting that begins in so many minutes. */
function view(
  inMinutes: number,
  entry: Partial<ReturnType<typeof anEntry>> = {},
  words = english,
  change: Partial<AppState> = {},
) {
  const event = anEntry({ startAt: now + inMinutes * minute, eventId: "review", ...entry });
  const state: AppState = {
    ...initialState(environment, defaultSettings),
    organisations: [{ kind: "sample", id: "sample" }],
    session: signedIn("megan"),
    upcoming: anUpcoming([event], now),
    ...change,
  };
  return trayView(state, words);
}

const joinItems = (items: readonly TrayItem[]) =>
  items.filter((item) => item.kind === "item" && item.asks?.name === "joinUpcoming");
const labels = (items: readonly TrayItem[]) =>
  items.map((item) => (item.kind === "separator" ? "-" : item.label));

describe("a meeting that is about to begin", () => {
  test("can be joined from the menu, between the actions and the rest", () => {
    const { menu } = view(12);
    expect(joinItems(menu)).toEqual([
      {
        kind: "item",
        label: 'Join "Design review" (in 12 min)',
        asks: { name: "joinUpcoming", input: { id: "review" } },
      },
    ]);
    const lines = labels(menu);
    const place = lines.indexOf('Join "Design review" (in 12 min)');
    expect(lines.slice(place - 2, place + 2)).toEqual([
      "Copy the link of my room",
      "-",
      'Join "Design review" (in 12 min)',
      "-",
    ]);
  });

  test("is in the tooltip and beside the icon", () => {
    expect(view(12)).toMatchObject({
      tooltip: "Quick Meeting: megan@contoso.com, Design review in 12 min",
      title: "12 min",
    });
    expect(view(12, {}, english, { online: false }).tooltip).toBe(
      "Quick Meeting: offline, Design review in 12 min",
    );
  });

  test("is not beside the icon where nobody wants it there", () => {
    const settings = { ...defaultSettings, showCountdown: false };
    expect(view(12, {}, english, { settings })).toMatchObject({
      tooltip: "Quick Meeting: megan@contoso.com, Design review in 12 min",
      title: "",
    });
  });

  test("in German", () => {
    const { tooltip, title, menu } = view(12, {}, german);
    expect(tooltip).toBe("Quick Meeting: megan@contoso.com, Design review in 12 Min.");
    expect(title).toBe("12 Min.");
    expect(labels(menu)).toContain("An „Design review“ teilnehmen (in 12 Min.)");
  });
});

describe("when it is offered", () => {
  test.each([
    [31, null, ""],
    [30, 'Join "Design review" (in 30 min)', "30 min"],
    [1, 'Join "Design review" (in 1 min)', "1 min"],
    [0, 'Join "Design review" (starts now)', ""],
    [-9, 'Join "Design review" (started 9 min ago)', ""],
    [-10, null, ""],
  ])("%i minutes before the start", (inMinutes, label, title) => {
    const tray = view(inMinutes);
    expect(labels(joinItems(tray.menu))).toEqual(label === null ? [] : [label]);
    expect(tray.title).toBe(title);
    if (title === "") expect(tray.tooltip).toBe("Quick Meeting: megan@contoso.com");
  });

  test("never without a link, nor where no calendar is shown", () => {
    expect(joinItems(view(12, { joinUrl: null }).menu)).toEqual([]);
    const off = view(12, {}, english, { upcoming: { kind: "off" } });
    expect(joinItems(off.menu)).toEqual([]);
    expect(off.title).toBe("");
  });
});

describe("subjects from outside", () => {
  test("are one short line, in menu and tooltip", () => {
    const subject = `R&D\u202e\n${"x".repeat(300)} {{minutes}}`;
    const { menu, tooltip } = view(12, { subject });
    const [label = ""] = labels(joinItems(menu));
    expect(label).toMatch(/^Join "R&&D x+…" \(in 12 min\)$/u);
    expect(label.length).toBeLessThan(90);
    expect(tooltip).toMatch(/^Quick Meeting: megan@contoso\.com, R&D x+… in 12 min$/u);
    expect(tooltip.length).toBeLessThan(127);
  });

  test.each([null, "", " \u200b "])("have a name where they have none: %j", (subject) => {
    expect(view(12, { subject }).tooltip).toMatch(/, Untitled meeting in 12 min$/u);
  });
});
