import { describe, expect, test } from "vitest";

import { anna, ben, openLine } from "./a-line.ts";
import { asWritten, names, spread } from "./lines.ts";

/** What a line says: subject, day, times, addresses of those invited, preset. */
type Said = readonly [
  text: string,
  subject: string,
  span: string,
  people?: readonly string[],
  presetId?: string,
];

const addresses = [anna.address, ben.address];

async function said(text: string, languages: readonly string[] = ["en"]) {
  const { draft, problems } = await openLine({ languages })(text);
  const { startDate, startTime, endTime } = draft;
  return {
    subject: draft.subject,
    span: `${startDate} ${startTime}-${endTime}`,
    people: draft.event?.invitees.map(({ address }) => address) ?? [],
    presetId: draft.presetId,
    problems,
  };
}

const meant = ([, subject, span, people = [], presetId = "standard"]: Said) => ({
  subject,
  span,
  people,
  presetId,
  problems: null,
});

describe("a line is a whole meeting", () => {
  const lines: readonly Said[] = [
    [
      "Design review tomorrow 14:30 for 45 min with anna",
      "Design review",
      "2026-11-24 14:30-15:15",
      [anna.address],
    ],
    [
      "Design review with anna tomorrow 14:30",
      "Design review",
      "2026-11-24 14:30-15:30",
      [anna.address],
    ],
    [
      "tomorrow 14:30 with anna for 45 min: Design review",
      "Design review",
      "2026-11-24 14:30-15:15",
      [anna.address],
    ],
    [
      "Review with anna vance about budget, tomorrow 3pm",
      "Review about budget",
      "2026-11-24 15:00-16:00",
      [anna.address],
    ],
    ["lunch friday 12 with anna and ben", "lunch", "2026-11-27 12:00-13:00", addresses],
    ["lunch friday 12 with anna, ben", "lunch", "2026-11-27 12:00-13:00", addresses],
    [
      "lunch friday 12 with anna, menu: pasta",
      "lunch menu: pasta",
      "2026-11-27 12:00-13:00",
      [anna.address],
    ],
    ["1:1 @ben in 20 min", "1:1", "2026-11-23 14:12-15:12", [ben.address]],
    ["1:1 tomorrow 9 with zoe@fabrikam.com", "1:1", "2026-11-24 09:00-10:00", ["zoe@fabrikam.com"]],
    [
      "zoe@fabrikam.com tomorrow 9",
      "Quick meeting",
      "2026-11-24 09:00-10:00",
      ["zoe@fabrikam.com"],
    ],
    ["Standup", "Standup", "2026-11-23 13:52-14:52"],
    ["tomorrow 14:30", "Quick meeting", "2026-11-24 14:30-15:30"],
    ["call 22:30 for 3h", "call", "2026-11-23 22:30-01:30"],
    [
      "Interview friday 10, external guests",
      "Interview",
      "2026-11-27 10:00-11:00",
      [],
      "external-guests",
    ],
    [
      "Interview friday 10 External guests",
      "Interview",
      "2026-11-27 10:00-11:00",
      [],
      "external-guests",
    ],
    ["Interview friday 10 #guard", "Interview", "2026-11-27 10:00-11:00", [], "guarded"],
    ["tomorrow #guarded 14:30 sync", "sync", "2026-11-24 14:30-15:30", [], "guarded"],
    ["chat #cafe, short tomorrow 9", "chat", "2026-11-24 09:00-09:20", [], "mine"],
    ["tomorrow 9 #café, short", "Café 09:00", "2026-11-24 09:00-09:20", [], "mine"],
    ["chat tomorrow 9, Café, short", "chat", "2026-11-24 09:00-09:20", [], "mine"],
  ];
  test.each(lines.map((line) => [line[0], line] as const))("%s", async (text, line) => {
    expect(await said(text)).toEqual(meant(line));
  });
});

describe("how long it takes may stand away from when it is", () => {
  const lines: readonly (readonly [language: string, ...Said])[] = [
    [
      "en",
      "30 min sync with anna tomorrow 10:00",
      "sync",
      "2026-11-24 10:00-10:30",
      [anna.address],
    ],
    ["en", "tomorrow 14:30 design review 45 min", "design review", "2026-11-24 14:30-15:15"],
    ["en", "friday 10 plan with ben for 30 min", "plan", "2026-11-27 10:00-10:30", [ben.address]],
    ["en", "half hour catch up tomorrow 11", "catch up", "2026-11-24 11:00-11:30"],
    ["en", "2h workshop next tuesday 9", "workshop", "2026-12-01 09:00-11:00"],
    ["en", "sync for 30 min", "sync", "2026-11-23 13:52-14:22"],
    ["en", "Sprint review 1h", "Sprint review", "2026-11-23 13:52-14:52"],
    ["en", "24 hour race", "24 hour race", "2026-11-23 13:52-14:52"],
    ["de", "eine halbe Stunde Planung morgen um 10", "Planung", "2026-11-24 10:00-10:30"],
    ["fr", "30 min de point demain à 10h", "point", "2026-11-24 10:00-10:30"],
    ["pl", "pół godziny przeglądu jutro o 10", "przeglądu", "2026-11-24 10:00-10:30"],
    ["ja", "明日15時会議30分", "会議", "2026-11-24 15:00-15:30"],
    ["zh", "明天下午3点开会30分钟", "开会", "2026-11-24 15:00-15:30"],
  ];
  test.each(lines.map(([language, ...line]) => [language, line] as const))(
    "%s: %s",
    async (language, line) => {
      expect(await said(line[0], [language])).toEqual(meant(line));
    },
  );

  test("the form is told it as one phrase", async () => {
    const { phrase } = await openLine()("friday 10 plan for 30 min");
    expect(phrase).toBe("for 30 min friday 10");
  });
});

describe("the day here and the hour there", () => {
  test.each(spread)("%s: %s", async (language, text, subject, span, people = []) => {
    expect(await said(text, [language])).toEqual(meant([text, subject, span, people]));
  });

  test("an hour that needs the word before it takes it along", async () => {
    expect(await said("Evening call tomorrow at 8")).toMatchObject({
      subject: "call",
      span: "2026-11-24 20:00-21:00",
    });
  });

  test.each([
    "9:15 sync instead of 9:30",
    "tomorrow sync before 10:00",
    "friday or saturday lunch at 12",
    "monday sync not at 10:00",
    "9 to 5 culture talk tomorrow 2pm",
  ])("nothing is put together that is no one time: %s", async (text) => {
    expect(await openLine()(text)).toMatchObject({ time: { kind: "empty" } });
  });
});

describe("what looks like a time in a name", () => {
  test.each([...names, ...asWritten])(
    "%s: %s",
    async (language, text, subject, span, people = []) => {
      expect(await said(text, [language])).toEqual(meant([text, subject, span, people]));
    },
  );
});

describe("in every language that the reader of times has", () => {
  const lines: readonly (readonly [language: string, ...Said])[] = [
    [
      "de",
      "Termin morgen halb drei mit anna und ben für 45 Minuten",
      "Termin",
      "2026-11-24 14:30-15:15",
      addresses,
    ],
    [
      "fr",
      "Revue demain 14h30 avec anna et ben pendant 45 min",
      "Revue",
      "2026-11-24 14:30-15:15",
      addresses,
    ],
    [
      "es",
      "Revisión mañana a las 14:30 con anna y ben",
      "Revisión",
      "2026-11-24 14:30-15:30",
      addresses,
    ],
    [
      "it",
      "Revisione domani alle 14:30 con anna e ben",
      "Revisione",
      "2026-11-24 14:30-15:30",
      addresses,
    ],
    [
      "pt",
      "Revisão amanhã às 14h30 com anna e ben",
      "Revisão",
      "2026-11-24 14:30-15:30",
      addresses,
    ],
    ["pl", "Przegląd jutro o 14:30 z anna i ben", "Przegląd", "2026-11-24 14:30-15:30", addresses],
    ["nl", "Overleg morgen 14:30 met anna en ben", "Overleg", "2026-11-24 14:30-15:30", addresses],
    [
      "ar",
      "مراجعة التصميم غدا 14:30 مع ليلى",
      "مراجعة التصميم",
      "2026-11-24 14:30-15:30",
      ["layla@contoso.com"],
    ],
    [
      "ja",
      "田中さんと 明日15時に打ち合わせ",
      "打ち合わせ",
      "2026-11-24 15:00-16:00",
      ["tanaka@contoso.com"],
    ],
    ["zh", "和王伟明天下午3点开会", "开会", "2026-11-24 15:00-16:00", ["wei@contoso.com"]],
  ];
  test.each(lines.map(([language, ...line]) => [language, line] as const))(
    "%s: %s",
    async (language, line) => {
      expect(await said(line[0], [language])).toEqual(meant(line));
    },
  );

  test("English is read beside the others, and others are not read in English", async () => {
    const english = await said("sync tomorrow 9 with anna", ["de"]);
    expect(english).toMatchObject({ subject: "sync", people: [anna.address] });
    expect(await said("sync tomorrow 9 mit anna")).toMatchObject({ subject: "sync mit anna" });
  });
});
