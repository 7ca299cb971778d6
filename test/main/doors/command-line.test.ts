import { expect, test } from "vitest";

import { readCommandLine } from "../../../main/doors/command-line.ts";

test.each([
  ["--meet-now", "meetNow"],
  ["--schedule", "schedule"],
  ["--settings", "openSettings"],
  ["--quit", "quit"],
])("%s asks for %s, wherever it stands", (verb, name) => {
  expect(readCommandLine([verb])).toEqual({ name });
  expect(readCommandLine(["/usr/bin/quick-meeting", "--no-sandbox", verb, "."])).toEqual({ name });
});

test("the first known verb counts", () => {
  expect(readCommandLine(["--what", "--schedule", "--quit"])).toEqual({ name: "schedule" });
});

test.each([
  [[]],
  [[""]],
  [["/usr/bin/quick-meeting"]],
  [["meet-now"]],
  [["-meet-now"]],
  [["--MEET-NOW"]],
  [["--meet-now=1"]],
  [["--meet-now "]],
  [["--copyMeeting", "id-1"]],
  [["--signOut"]],
  [["--constructor", "constructor", "__proto__", "toString"]],
  [["https://teams.microsoft.com/l/meetup-join/x"]],
  [["quick-meeting://meet-now"]],
])("%j just opens the popup", (words) => {
  expect(readCommandLine(words)).toEqual({ name: "openPopup" });
});
