import { expect, test } from "vitest";

import { ok } from "../../../main/contract/errors.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { createHandOver } from "../../../main/handover/hand-over.ts";
import { initialState } from "../../../main/initial-state.ts";
import type { HistoryEntry } from "../../../main/meetings/history.ts";
import { defaultSettings } from "../../../main/settings/settings.ts";
import { createStore } from "../../../main/store.ts";
import { createWords } from "../../../main/words.ts";
import { aMeeting } from "../../fakes/a-meeting.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";

const words = await createWords("en");
const { hasOptionsPage: _page, ...meeting } = aMeeting({
  startAt: Date.parse("2026-11-24T12:00:00Z"),
  endAt: Date.parse("2026-11-24T13:00:00Z"),
});
const entry: HistoryEntry = {
  ...meeting,
  graphId: "graph",
  eventId: null,
  presenters: [],
  timeZone: null,
  asked: {},
  optionsUrl: null,
  invitation:
    "data:text/html,%3cp+onclick%3d%22x()%22%3eJoin+now%3cscript%3ex%3c%2fscript%3e%3c%2fp%3e",
};

function setUp(change: Partial<AppState> = {}) {
  const environment = {
    platform: "linux",
    appVersion: "1",
    timeZone: "Europe/Berlin",
    preferredLanguages: ["en-GB"],
  } as const;
  const store = createStore({ ...initialState(environment, defaultSettings), ...change });
  const copies: { text: string; html: string | null }[] = [];
  const handOver = createHandOver({
    store,
    words: () => words,
    clock: createFakeClock(),
    clipboard: {
      writeText: async (text) => ok(void copies.push({ text, html: null })),
      writeRich: async (copy) => ok(void copies.push(copy)),
      readText: async () => copies.at(-1)?.text ?? "",
      clearIfStill: async (text) => copies.at(-1)?.text === text,
    },
  });
  return { handOver, copies };
}

test("a link is plain: no rich editor gets a surprise", async () => {
  const { handOver, copies } = setUp();
  await handOver.copy(entry, "link");
  expect(copies).toEqual([{ text: entry.joinUrl, html: null }]);
});

test("Teams' own invitation goes along cleaned, the plain link beside it", async () => {
  const { handOver, copies } = setUp();
  await handOver.copy(entry, "link-and-invitation");
  expect(copies).toEqual([{ text: entry.joinUrl, html: "<p>Join now</p>" }]);
});

test("without one of Teams', our own block", async () => {
  const { handOver, copies } = setUp();
  await handOver.copy({ ...entry, invitation: null, subject: "<b>x</b>" }, "invitation");
  expect(copies[0]?.html).toContain("&lt;b&gt;x&lt;/b&gt;");
  expect(copies[0]?.text).toContain(`Meeting ID: 248 719 335 402`);
});

test("lines end as the system's do", async () => {
  const { handOver, copies } = setUp({ platform: "win32" });
  await handOver.copy(entry, "markdown");
  expect(copies[0]?.text).toContain("\r\n");
});

test("what was copied last of a meeting is what is taken back", async () => {
  const { handOver } = setUp();
  await handOver.copy(entry, "markdown");
  expect(await handOver.takeBack(entry)).toBe(true);
  expect(await handOver.takeBack({ ...entry, id: "another" })).toBe(false);
});

test("an .ics of it, and a mail", async () => {
  const { handOver } = setUp();
  expect(await handOver.calendarFile(entry)).toContain("DTSTART:20261124T120000Z");
  expect(handOver.mail(entry)).toMatch(/^mailto:\?subject=Quick%20meeting&body=/u);
});
