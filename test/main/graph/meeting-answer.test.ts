import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { optionNames } from "../../../main/contract/meeting-options.ts";
import { isJoinUrl, parseOnlineMeeting } from "../../../main/graph/meeting-answer.ts";

const hosts = ["teams.microsoft.com"];
const whole = {
  id: "graph-1",
  joinWebUrl: "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9",
  subject: "Review",
  startDateTime: "2026-11-24T12:00:00Z",
  endDateTime: "2026-11-24T13:00:00Z",
  expiryDateTime: "2027-01-22T00:00:00Z",
  meetingOptionsWebUrl: "https://teams.microsoft.com/meetingOptions/?x=1",
  joinInformation: { contentType: "html", content: "data:text/html,%3cp%3eJoin%3c%2fp%3e" },
  joinMeetingIdSettings: { joinMeetingId: "248719335402", passcode: "Xk4Ru9" },
  audioConferencing: {
    tollNumber: "+49 69 5550 0110",
    conferenceId: "902118447",
    dialinUrl: "https://dialin.teams.microsoft.com/1",
  },
  lobbyBypassSettings: { scope: "invited", isDialInBypassEnabled: true },
  allowedPresenters: "organizer",
  allowMeetingChat: "limited",
  allowAttendeeToEnableMic: false,
};
const parse = (changes: object) => parseOnlineMeeting({ ...whole, ...changes }, hosts);

test("a whole answer is read", () => {
  expect(parse({})).toEqual({
    graphId: "graph-1",
    coOrganizerCount: 0,
    joinUrl: whole.joinWebUrl,
    subject: "Review",
    startAt: Date.parse("2026-11-24T12:00:00Z"),
    endAt: Date.parse("2026-11-24T13:00:00Z"),
    expiresAt: Date.parse("2027-01-22T00:00:00Z"),
    meetingId: "248719335402",
    passcode: "Xk4Ru9",
    dialIn: {
      number: "+49 69 5550 0110",
      conferenceId: "902118447",
      moreNumbersUrl: "https://dialin.teams.microsoft.com/1",
    },
    options: {
      lobby: "invited",
      callersSkipLobby: true,
      presenters: "organizer",
      chat: "limited",
      attendeesMayUnmute: false,
    },
    optionsUrl: whole.meetingOptionsWebUrl,
    invitation: "data:text/html,%3cp%3eJoin%3c%2fp%3e",
  });
});

describe("hostile answers", () => {
  test.each([
    "https://evil.example/meet/1",
    "https://teams.microsoft.com.evil.example/meet/1",
    "https://teams.microsoft.com@evil.example/",
    "https://user:pass@teams.microsoft.com/meet/1",
    "https://teams.microsoft.com:444/meet/1",
    "http://teams.microsoft.com/meet/1",
    "javascript:alert(1)//https://teams.microsoft.com",
    "data:text/html,x",
    "file:///etc/passwd",
    "msteams:/meet/1",
    "https://teams.microsoft.com/\u202Emoc",
    "https://teams.microsoft.com/meet/1\nhttps://evil.example",
    " https://teams.microsoft.com/meet/1",
    "https://teams.mıcrosoft.com/meet/1",
    `https://teams.microsoft.com/${"x".repeat(5_000)}`,
    "",
    7,
    null,
  ])("a link that is none of Teams' is no meeting: %j", (joinWebUrl) => {
    expect(parse({ joinWebUrl })).toBeNull();
  });

  test("what is too long or of another type is as good as not said", () => {
    const huge = "x".repeat(10_000_000);
    const meeting = parse({
      subject: huge,
      startDateTime: 7,
      joinMeetingIdSettings: "no",
      joinInformation: { content: huge },
      audioConferencing: { tollNumber: { a: 1 } },
      lobbyBypassSettings: { scope: "nobody", isDialInBypassEnabled: "yes" },
      allowedPresenters: ["everyone"],
      recordAutomatically: "true",
      meetingOptionsWebUrl: {},
    });
    expect(meeting).toMatchObject({
      subject: null,
      startAt: null,
      meetingId: null,
      invitation: null,
      dialIn: null,
      optionsUrl: null,
    });
    expect(Object.keys(meeting?.options ?? {})).not.toContain("lobby");
    expect(Object.keys(meeting?.options ?? {})).not.toContain("recordAutomatically");
  });

  test("whatever comes, it is refused, or leads to Teams and holds known options only", () => {
    fc.assert(
      fc.property(fc.anything(), fc.object(), (anything, members) => {
        expect(parseOnlineMeeting(anything, hosts)).toBeNull();
        const meeting = parse(members);
        if (!meeting) return;
        expect(isJoinUrl(meeting.joinUrl, hosts)).toBe(true);
        const known = new Set<string>(optionNames);
        expect(Object.keys(meeting.options).every((name) => known.has(name))).toBe(true);
      }),
    );
  });

  test("a subject with a script in it is text", () => {
    const subject = `<img src=x onerror="alert(1)">\u202E`;
    expect(parse({ subject })?.subject).toBe(subject);
  });
});
