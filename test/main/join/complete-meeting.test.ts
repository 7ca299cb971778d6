import { describe, expect, test } from "vitest";

import {
  completeMeeting,
  joinAddressOf,
  withPasscode,
} from "../../../main/join/complete-meeting.ts";
import { readJoinText } from "../../../main/join/read-join-text.ts";

const host = "teams.microsoft.com";
const meet = `https://${host}/meet/248719335402`;

test("the address of an ID is read as what it was made of", () => {
  expect(joinAddressOf("248 719 335 402", "Xk4Ru9", host)).toBe(`${meet}?p=Xk4Ru9`);
  expect(joinAddressOf("248719335402", null, host)).toBe(meet);
  expect(joinAddressOf("../1&", "a&b=c#\ud800", host)).toBe(
    `https://${host}/meet/1?p=a%26b%3Dc%23%EF%BF%BD`,
  );
  expect(readJoinText(joinAddressOf("248719335402", "Xk4Ru9", host))).toEqual({
    kind: "link",
    url: `${meet}?p=Xk4Ru9`,
    meetingId: "248719335402",
    passcode: "Xk4Ru9",
  });
});

test("another passcode takes the place of a link's own, where it takes one", () => {
  expect(withPasscode(meet, "Ab1&2")).toBe(`${meet}?p=Ab1%262`);
  expect(withPasscode(`${meet}?p=Xk4Ru9`, "Ab12")).toBe(`${meet}?p=Ab12`);
  expect(withPasscode(`${meet}?p=abcdefghijklmnopqr`, "Ab12")).toBe(`${meet}?p=Ab12`);
  const older = `https://${host}/l/meetup-join/19%3ax%40thread.v2/0?context=%7b%7d`;
  expect(withPasscode(older, "Ab12")).toBe(older);
});

describe("what a text adds to a link", () => {
  const link = { kind: "meeting", url: meet, meetingId: "248719335402", passcode: null } as const;
  const own = { ...link, url: `${meet}?p=Xk4Ru9`, passcode: "Xk4Ru9" };
  const said = { meetingId: null, passcode: "Ab12", product: null };

  test("a passcode, where it has none of its own", () => {
    expect(completeMeeting(link, said)).toEqual({
      ...link,
      url: `${meet}?p=Ab12`,
      passcode: "Ab12",
    });
    expect(completeMeeting(own, said)).toEqual(own);
  });

  test("nothing, where the text tells of another meeting", () => {
    expect(completeMeeting(link, { ...said, meetingId: "111222333444" })).toEqual(link);
    expect(completeMeeting(link, { ...said, product: "Zoom" })).toEqual(link);
  });
});
