import { expect, test } from "vitest";

import { searchMeetings } from "../../../main/meetings/search-meetings.ts";
import { aMeeting } from "../../fakes/a-meeting.ts";

const meetings = [
  aMeeting({ id: "1", subject: "Größe prüfen", meetingId: "248719335402" }),
  aMeeting({ id: "2", subject: "2026 budget", meetingId: null }),
  aMeeting({ id: "3", subject: "(a+b)*", organiserUsername: "alex@fabrikam.example" }),
];
const ids = (query: string) => searchMeetings(meetings, query, "en-GB").map(({ id }) => id);

test.each([
  ["", ["1", "2", "3"]],
  ["  ", ["1", "2", "3"]],
  ["GRÖSSE", []],
  ["größe", ["1"]],
  ["BUDGET", ["2"]],
  ["fabrikam", ["3"]],
  ["(a+b)*", ["3"]],
  ["248 719", ["1", "3"]],
  ["248-719-335", ["1", "3"]],
  ["2026", ["2"]],
  ["nowhere", []],
])("%j finds %j", (query, found) => {
  expect(ids(query)).toEqual(found);
});
