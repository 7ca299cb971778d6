import { describe, expect, test } from "vitest";

import { type CopyFormat, copyFormats } from "../../../main/contract/copy-formats.ts";
import { ok } from "../../../main/contract/errors.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { createHandOver } from "../../../main/handover/hand-over.ts";
import { invitationLocale } from "../../../main/handover/invitation-wording.ts";
import { initialState } from "../../../main/shell/initial-state.ts";
import type { HistoryEntry } from "../../../main/meetings/history.ts";
import { copyChoicesOf, defaultSettings, type Settings } from "../../../main/contract/settings.ts";
import { createStore } from "../../../main/base/store.ts";
import { createWords } from "../../../main/base/words.ts";
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
  coOrganizers: [],
  timeZone: null,
  asked: {},
  optionsUrl: null,
  takenAnyway: false,
  invitation:
    "data:text/html,%3cp+onclick%3d%22x()%22%3eJoin+now%3cscript%3ex%3c%2fscript%3e%3c%2fp%3e",
};

const environment = {
  platform: "linux",
  appVersion: "1",
  timeZone: "Europe/Berlin",
  preferredLanguages: ["en-GB"],
} as const;
const having = (settings: Partial<Settings>) => ({ settings: { ...defaultSettings, ...settings } });

const choicesOf = (copyFormat: CopyFormat) => ({
  ...copyChoicesOf(defaultSettings),
  template: "",
  copyFormat,
});

function setUp(change: Partial<AppState> = {}) {
  const store = createStore({ ...initialState(environment, defaultSettings), ...change });
  const copies: { text: string; html: string | null }[] = [];
  const secrets: string[] = [];
  const handOver = createHandOver({
    store,
    words: () => words,
    clock: createFakeClock(),
    clipboard: {
      async writeText(text, how) {
        if (how?.isSecret) secrets.push(text);
        return ok(void copies.push({ text, html: null }));
      },
      writeRich: async (copy) => ok(void copies.push(copy)),
      readText: async () => copies.at(-1)?.text ?? "",
      clearIfStill: async (text) => copies.at(-1)?.text === text,
    },
  });
  return { handOver, copies, secrets };
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
  expect(await handOver.mail(entry)).toMatch(/^mailto:\?subject=Quick%20meeting&body=/u);
});

describe("the format of a copy", () => {
  const markdown = { ...entry, copyFormat: "markdown" } as const;

  test("is the one named, else that of the meeting, else that of the settings", async () => {
    const { handOver, copies } = setUp(having({ copyFormat: "id-and-passcode" }));
    await handOver.copy(markdown, "link");
    await handOver.copy(markdown, null);
    await handOver.copy(entry, null);
    expect(copies.map(({ text }) => text.split("\n")[0])).toEqual([
      entry.joinUrl,
      `**[Quick meeting](${entry.joinUrl})**`,
      "Meeting ID: 248 719 335 402 Passcode: Xk4Ru9",
    ]);
  });

  test("a passcode is kept out of clipboard histories; nothing else is", async () => {
    const { handOver, secrets } = setUp();
    for (const format of copyFormats) await handOver.copy(entry, format);
    await handOver.copy({ ...entry, passcode: null }, "id-and-passcode");
    await handOver.copy({ ...entry, meetingId: null }, "id-and-passcode");
    expect(secrets).toEqual(["Meeting ID: 248 719 335 402 Passcode: Xk4Ru9"]);
  });
});

describe("what invitations include", () => {
  const known = {
    ...entry,
    dialIn: { number: "+49 69 1", conferenceId: "1", moreNumbersUrl: null },
  };
  const everything = /Tue 24 Nov|Meeting ID|Passcode|(?<!tel:)\+49/gu;
  test.each([
    [{}, ["Tue 24 Nov", "Meeting ID", "Passcode", "+49"]],
    [{ includeTime: false }, ["Meeting ID", "Passcode", "+49"]],
    [{ includeMeetingId: false }, ["Tue 24 Nov", "+49"]],
    [{ includeDialIn: false }, ["Tue 24 Nov", "Meeting ID", "Passcode"]],
  ] as const)("%j", async (change, said) => {
    const { handOver, copies } = setUp(having(change));
    await handOver.copy({ ...known, invitation: null }, "invitation");
    const [{ text, html } = { text: "", html: null }] = copies;
    expect(text.match(everything)).toEqual(said);
    expect(html?.match(everything)).toEqual(said);
    expect(decodeURIComponent((await handOver.mail(known)) ?? "").match(everything)).toEqual(said);
  });

  test("Microsoft's own is taken whole or not at all; it has no time to leave out", async () => {
    const htmlOf = async (change: Partial<Settings>) => {
      const { handOver, copies } = setUp(having(change));
      await handOver.copy(known, "link-and-invitation");
      return copies[0]?.html;
    };
    expect(await htmlOf({ includeTime: false })).toBe("<p>Join now</p>");
    expect(await htmlOf({ includeMeetingId: false })).not.toContain("Join now");
    expect(await htmlOf({ includeDialIn: false })).toContain("248 719 335 402");
  });

  test("in Markdown too; what a format is named after stays", async () => {
    const nothing = { includeTime: false, includeMeetingId: false, includeDialIn: false };
    const { handOver, copies } = setUp(having({ ...nothing, template: "{id}, {number}, {date}" }));
    for (const format of ["markdown", "id-and-passcode", "dial-in", "template"] as const)
      await handOver.copy(known, format);
    expect(copies.map(({ text }) => text)).toEqual([
      `**[Quick meeting](${entry.joinUrl})**`,
      "Meeting ID: 248 719 335 402 Passcode: Xk4Ru9",
      "+49 69 1\nConference ID: 1#",
      "248 719 335 402, +49 69 1, 24 Nov 2026",
    ]);
  });
});

describe("the language of invitations", () => {
  const linesOf = async (invitationLanguage: Settings["invitationLanguage"], change = {}) => {
    const { handOver, copies } = setUp({ ...having({ invitationLanguage }), ...change });
    await handOver.copy({ ...entry, invitation: null }, "invitation");
    return (copies[0]?.text ?? "").split("\n").slice(1, 5);
  };
  const english = [
    "Tue 24 Nov 2026, 13:00 – 14:00 (Berlin)",
    "",
    `Join the Teams meeting: ${entry.joinUrl}`,
    "Meeting ID: 248 719 335 402",
  ];

  test("is the app's, unless another is chosen: words and dates", async () => {
    expect(await linesOf("app")).toEqual(english);
    expect(await linesOf("de")).toEqual([
      "Di, 24. Nov. 2026, 13:00 – 14:00 (Berlin)",
      "",
      `An der Teams-Besprechung teilnehmen: ${entry.joinUrl}`,
      "Besprechungs-ID: 248 719 335 402",
    ]);
    expect((await linesOf("en-US"))[0]).toBe("Tue Nov 24, 2026, 1:00 PM – 2:00 PM (Berlin)");
  });

  test("where there are no words of it, it is the app's whole", async () => {
    expect(await linesOf("sv")).toEqual(english);
  });

  test("is what Microsoft is asked for", () => {
    const state = { ...initialState(environment, defaultSettings), locale: "de-AT" };
    expect(invitationLocale(state)).toBe("de-AT");
    expect(invitationLocale({ ...state, ...having({ invitationLanguage: "ja" }) })).toBe("ja");
  });
});

test("the sample is copied as it is previewed, and is nobody's meeting", async () => {
  const { handOver, copies, secrets } = setUp();
  for (const format of copyFormats) {
    const choices = { ...choicesOf(format), template: "{subject} {id}" };
    const { text } = await handOver.preview(choices);
    await handOver.copySample(choices);
    expect(copies.at(-1)?.text).toBe(text);
  }
  expect(secrets).toHaveLength(1);
  const { text } = await handOver.preview(choicesOf("invitation"));
  expect(text).toMatch(/^Design sync with Fabrikam\n.*, 14:30 – 15:15 \(Berlin\)\n/u);
  const without = { ...choicesOf("invitation"), includeTime: false } as const;
  const german = await handOver.preview({ ...without, invitationLanguage: "de" });
  expect(german.text).toMatch(/^Designabstimmung mit Fabrikam\n\nAn der/u);
});
