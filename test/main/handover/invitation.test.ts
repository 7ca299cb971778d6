import { copyFormats } from "../../../main/contract/copy-formats.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { formatInvitation, unavailable } from "../../../main/handover/invitation.ts";
import { anyText } from "../../fakes/any-text.ts";
import { bareFacts, english, german, hostileSubjects, sampleFacts } from "./sample-facts.ts";

const url = "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9";
const anchor = `<a href="${url}">${url}</a>`;
const lf = { ...english, eol: "\n" } as const;

const block = `Design sync with Fabrikam
Tue 24 Nov 2026, 14:30 – 15:15 (Berlin)

Join the Teams meeting: ${url}
Meeting ID: 248 719 335 402
Passcode: Xk4Ru9

Dial in: +49 69 5550 0110 (Germany, Frankfurt)
Conference ID: 902 118 447#`;

const blockHtml = [
  `<div><div dir="auto"><strong>Design sync with Fabrikam</strong></div>`,
  `<div dir="auto">Tue 24 Nov 2026, 14:30 – 15:15 (Berlin)</div>`,
  `<div dir="auto"><br></div>`,
  `<div dir="auto"><a href="${url}"><strong>Join the Teams meeting</strong></a></div>`,
  `<div dir="auto"><br></div>`,
  `<div dir="auto">Meeting ID: 248 719 335 402</div>`,
  `<div dir="auto">Passcode: Xk4Ru9</div>`,
  `<hr><div dir="auto"><strong>Dial in by phone</strong></div>`,
  `<div dir="auto"><a href="tel:+496955500110,,902118447%23">+49 69 5550 0110</a> (Germany, Frankfurt)</div>`,
  `<div dir="auto">Conference ID: 902 118 447#</div></div>`,
].join("");

describe("each format says what it promises", () => {
  test("link", () => {
    expect(formatInvitation("link", sampleFacts(), lf)).toEqual({ text: url, html: anchor });
  });

  test("link and invitation: text stays the link, HTML is Teams' own or ours", () => {
    expect(formatInvitation("link-and-invitation", sampleFacts(), lf)).toEqual({
      text: url,
      html: blockHtml,
    });
    const joinInformationHtml = "<div>Teams</div>";
    const own = formatInvitation("link-and-invitation", sampleFacts({ joinInformationHtml }), lf);
    expect(own).toEqual({ text: url, html: joinInformationHtml });
  });

  test("invitation", () => {
    expect(formatInvitation("invitation", sampleFacts(), lf)).toEqual({
      text: block,
      html: blockHtml,
    });
  });

  test("markdown", () => {
    expect(formatInvitation("markdown", sampleFacts(), lf)).toEqual({
      text: [
        `**[Design sync with Fabrikam](${url})**`,
        "24 Nov 2026, 14:30 – 15:15 (Berlin)  ",
        "Meeting ID: 248 719 335 402, passcode: Xk4Ru9",
      ].join("\n"),
      html: null,
    });
  });

  test("meeting ID and passcode: one line", () => {
    const text = "Meeting ID: 248 719 335 402 Passcode: Xk4Ru9";
    expect(formatInvitation("id-and-passcode", sampleFacts(), lf)).toEqual({ text, html: null });
    const half = formatInvitation("id-and-passcode", sampleFacts({ passcode: null }), lf);
    expect(half.text).toBe("Meeting ID: 248 719 335 402");
  });

  test("dial-in", () => {
    const more = "https://dialin.teams.microsoft.com/1?id=902118447";
    expect(formatInvitation("dial-in", sampleFacts(), lf)).toEqual({
      text: `+49 69 5550 0110 (Germany, Frankfurt)\nConference ID: 902 118 447#\nMore numbers: ${more}`,
      html:
        `<div><div dir="auto"><a href="tel:+496955500110,,902118447%23">+49 69 5550 0110</a> (Germany, Frankfurt)</div>` +
        `<div dir="auto">Conference ID: 902 118 447#</div>` +
        `<div dir="auto">More numbers: <a href="${more}">${more}</a></div></div>`,
    });
  });

  test("own template", () => {
    const template = "{subject}: {url} [({passcode})]";
    const { text, html } = formatInvitation("template", sampleFacts(), { ...lf, template });
    expect([text, html]).toEqual([`Design sync with Fabrikam: ${url} (Xk4Ru9)`, null]);
  });
});

describe("what is missing leaves no trace", () => {
  test("in the invitation", () => {
    expect(formatInvitation("invitation", bareFacts(), lf).text).toBe(
      `Design sync with Fabrikam\nTue 24 Nov 2026, 14:30 – 15:15 (Berlin)\n\nJoin the Teams meeting: ${url}`,
    );
    const least = bareFacts({ subject: " ", startAt: null });
    expect(formatInvitation("invitation", least, lf).text).toBe(`Join the Teams meeting: ${url}`);
  });

  test("in Markdown, where nothing follows no break is left either", () => {
    expect(formatInvitation("markdown", bareFacts(), lf).text).toBe(
      `**[Design sync with Fabrikam](${url})**\n24 Nov 2026, 14:30 – 15:15 (Berlin)`,
    );
  });

  test("a number without a place, and an address that is none", () => {
    const dialIn = {
      number: "+49 69 5550 0110",
      country: null,
      city: null,
      conferenceId: null,
      moreNumbersUrl: "javascript:alert(1)",
    };
    expect(formatInvitation("dial-in", sampleFacts({ dialIn }), lf)).toEqual({
      text: "+49 69 5550 0110",
      html: `<div><div dir="auto"><a href="tel:+496955500110">+49 69 5550 0110</a></div></div>`,
    });
  });

  test("why a format cannot be had; it is the link then, and so is an empty template", () => {
    expect(copyFormats.map((format) => unavailable(format, bareFacts()))).toEqual([
      null,
      null,
      null,
      null,
      "no-meeting-id",
      "no-dial-in",
      null,
    ]);
    expect(copyFormats.map((format) => unavailable(format, sampleFacts()))).toEqual(
      copyFormats.map(() => null),
    );
    for (const format of ["id-and-passcode", "dial-in", "template"] as const)
      expect(formatInvitation(format, bareFacts(), lf)).toEqual({ text: url, html: anchor });
  });
});

describe("places and languages", () => {
  test("German, with CRLF", () => {
    const { text } = formatInvitation("invitation", sampleFacts(), { ...german, eol: "\r\n" });
    expect(text.split("\r\n").slice(0, 6)).toEqual([
      "Design sync with Fabrikam",
      "Di, 24. Nov. 2026, 14:30 – 15:15 (Berlin)",
      "",
      `An der Teams-Besprechung teilnehmen: ${url}`,
      "Besprechungs-ID: 248 719 335 402",
      "Kennung: Xk4Ru9",
    ]);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  });

  test("over midnight the end has its own day; across a clock change hours are the zone's", () => {
    const late = bareFacts({
      startAt: Date.parse("2027-03-27T22:30:00Z"),
      endAt: Date.parse("2027-03-28T02:00:00Z"),
    });
    expect(formatInvitation("invitation", late, lf).text).toContain(
      "Sat 27 Mar 2027, 23:30 – Sun 28 Mar 2027, 04:00 (Berlin)",
    );
    const newYork = sampleFacts({ timeZone: "America/New_York" });
    expect(
      formatInvitation("markdown", newYork, { ...lf, locale: "en-US" }).text.split("\n")[1],
    ).toBe("Nov 24, 2026, 8:30 AM – 9:15 AM (New York)  ");
  });
});

describe("hostile values", () => {
  // Tags we make ourselves, with the attributes we give them; nothing else may look like a tag.
  const own =
    /<\/?(?:div|strong)>|<div dir="auto">|<[bh]r>|<a href="(?:https|tel):[^"<>]*">|<\/a>/gu;
  const check = (text: string, html: string | null) => {
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    expect(text.isWellFormed()).toBe(true);
    expect((html ?? "").replaceAll(own, "")).not.toMatch(/[<>"']/u);
    expect(html ?? "").not.toMatch(/[^\P{Cc}]|[\u202a-\u202e\u2066-\u2069]/u);
  };

  test.each(hostileSubjects)("%j", (subject) => {
    const known = sampleFacts({ subject, passcode: subject, organiser: subject });
    const template = "{subject} {passcode} {organiser}";
    for (const format of copyFormats) {
      const { text, html } = formatInvitation(format, known, { ...lf, template });
      check(text, html);
    }
    expect(formatInvitation("invitation", known, lf).text.split("\n")).toHaveLength(9);
    expect(formatInvitation("markdown", known, lf).text.split("\n")).toHaveLength(3);
  });

  test("markdown cannot be closed early", () => {
    const facts = bareFacts({
      subject: "a](https://evil.example)** `x` <b>",
      joinUrl: "https://teams.microsoft.com/meet/1?p=)(",
    });
    expect(formatInvitation("markdown", facts, lf).text.split("\n")[0]).toBe(
      String.raw`**[a\](https://evil.example)\*\* \`x\` \<b\>](https://teams.microsoft.com/meet/1?p=%29%28)**`,
    );
  });

  test("any text at all, in any place", () => {
    const any = anyText({ maxLength: 60 });
    fc.assert(
      fc.property(any, any, any, fc.constantFrom(...copyFormats), (one, two, three, format) => {
        const dialIn = {
          number: one,
          country: two,
          city: three,
          conferenceId: one,
          moreNumbersUrl: two,
        };
        const changes = { subject: one, meetingId: two, passcode: three, organiser: one, dialIn };
        const facts = sampleFacts({ ...changes, joinUrl: `${url}${three}` });
        const { text, html } = formatInvitation(format, facts, {
          ...lf,
          template: "{subject}{id}",
        });
        check(text, html);
        expect(text).not.toMatch(/\n\n\n|\n$/u);
      }),
    );
  });
});
