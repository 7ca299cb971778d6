import { expect, test } from "vitest";

import { completeEntry, readEntry } from "../../../main/meetings/kept/kept-entry.ts";
import { nothingOfMainsOwn } from "../../fakes/a-kept-entry.ts";

const first = {
  id: "id",
  subject: "Daily",
  startAt: 1,
  endAt: 2,
  createdAt: 0,
  joinUrl: "https://teams.microsoft.com/meet/1",
  organiserId: "contoso/megan",
  organiserUsername: "megan@contoso.com",
};
const notKnown = {
  kind: "link",
  inviteeCount: 0,
  repeats: false,
  meetingId: null,
  passcode: null,
  dialIn: null,
  expiresAt: null,
  lobby: null,
  asked: {},
  differences: [],
  optionsFailed: false,
  copyFormat: null,
  isSettling: false,
  isGone: false,
  graphId: null,
  ...nothingOfMainsOwn,
};

test("what is not known of a new entry is what the oldest list lacks, fact by fact", () => {
  expect(completeEntry(first)).toStrictEqual({ ...first, ...notKnown });
  expect(readEntry(JSON.stringify(first))).toStrictEqual({ ...first, ...notKnown });
});

test("a telephone number of before, and one with more to it than is known, are read", () => {
  const dialIn = { number: "+49 69 1", conferenceId: "1", country: "DE" };
  expect(readEntry(JSON.stringify({ ...first, dialIn }))?.dialIn).toStrictEqual({
    number: "+49 69 1",
    conferenceId: "1",
    moreNumbersUrl: null,
  });
});
