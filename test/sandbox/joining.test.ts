import { expect, test } from "vitest";

import { createMeetings } from "./graph/meetings.ts";
import { join } from "./graph/joining.ts";
import { meetingView } from "./graph/meeting-view.ts";
import { findPersona } from "./personas.ts";

const day = 24 * 3_600_000;

function oneMeeting(joinUrlShape: "meet" | "meetup-join") {
  let now = Date.now();
  const meetings = createMeetings({ saved: [], joinUrlShape, now: () => now, onChange: () => {} });
  const megan = findPersona("megan");
  if (!megan) throw new Error("Megan is not there");
  const at = (time: number) => new Date(time).toISOString();
  const properties = { subject: "Review", startDateTime: at(now), endDateTime: at(now + day) };
  const { id, joinWebUrl } = meetings.create(megan, "intent-1", properties);
  return {
    meetings,
    id,
    pass: (milliseconds: number) => (now += milliseconds),
    open: (who: "stranger" | "colleague" | "organiser") => join(meetings, joinWebUrl, who, now),
    found: () => meetings.getByExternalId(megan, "intent-1"),
    expiry: () => {
      const meeting = meetings.everFound(() => true);
      const options = { baseUrl: "", language: "en", showsNewMembers: true, footerBytes: 0 };
      return meeting && meetingView(meeting, options).expiryDateTime;
    },
  };
}

test("a deleted meeting opens for whoever skipped its lobby before, and is there again", () => {
  const { meetings, id, open, found } = oneMeeting("meet");
  meetings.remove(id);
  expect([found(), open("stranger")]).toEqual([null, "lobby"]);
  expect(open("colleague")).toBe("in");
  expect(found()?.id).toBe(id);
});

test("a short link stops working 60 days after the end, a long one does not", () => {
  const short = oneMeeting("meet");
  short.pass(61 * day - 1_000);
  expect([short.open("organiser"), short.found()]).toEqual(["in", expect.anything()]);
  short.pass(2_000);
  expect([short.open("organiser"), short.found()]).toEqual(["dead", null]);
  const long = oneMeeting("meetup-join");
  long.pass(400 * day);
  expect([long.open("organiser"), long.expiry()]).toEqual(["in", null]);
});
