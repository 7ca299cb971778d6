import { expect, test } from "vitest";

import { readCommandLine } from "../../../main/doors/command-line.ts";

test.each([
  ["--meet-now", { name: "meetNow", input: { again: false } }],
  ["--schedule", { name: "openView", input: { view: "schedule" } }],
  ["--join", { name: "openView", input: { view: "join" } }],
  ["--settings", { name: "openSettings" }],
  ["--quit", { name: "quit" }],
])("%s asks for %j, wherever it stands", (verb, call) => {
  expect(readCommandLine([verb])).toEqual(call);
  expect(readCommandLine(["/usr/bin/quick-meeting", "--no-sandbox", verb, "."])).toEqual(call);
});

test("the first known verb counts", () => {
  const first = { name: "openView", input: { view: "schedule" } };
  expect(readCommandLine(["--what", "--schedule", "--quit"])).toEqual(first);
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

test("a start that nobody watches opens nothing, but does what it asks for", () => {
  expect(readCommandLine(["/usr/bin/quick-meeting", "--hidden"])).toBeNull();
  const call = { name: "meetNow", input: { again: false } };
  expect(readCommandLine(["quick-meeting", "--hidden", "--meet-now"])).toEqual(call);
  expect(readCommandLine(["--hidden=1"])).toEqual({ name: "openPopup" });
});
