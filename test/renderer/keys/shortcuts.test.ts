import { expect, test } from "vitest";

import { allShortcuts, shortcutOf } from "../../../renderer/keys/shortcuts.ts";

type Pressed = Parameters<typeof shortcutOf>[0];
type Platform = Parameters<typeof shortcutOf>[1];

const pressed = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

const everyKey = [...allShortcuts.values()].flatMap(({ keys, also = [] }) => [...keys, ...also]);

test("no key means two things", () => {
  expect(new Set(everyKey).size).toBe(everyKey.length);
});

test.each<[string, Platform, Pressed, string | null]>([
  ["Ctrl", "linux", pressed("n", { ctrlKey: true }), "schedule"],
  ["Ctrl", "win32", pressed("n", { ctrlKey: true }), "schedule"],
  ["Cmd", "darwin", pressed("n", { metaKey: true }), "schedule"],
  ["the other one on a Mac", "darwin", pressed("n", { ctrlKey: true }), null],
  ["the Windows key", "win32", pressed("n", { metaKey: true }), null],
  ["AltGr", "win32", pressed("n", { ctrlKey: true, altKey: true }), null],
  ["capital letters", "linux", pressed("N", { ctrlKey: true }), "schedule"],
  ["Shift", "linux", pressed("C", { ctrlKey: true, shiftKey: true }), "copyAs"],
  ["Enter", "linux", pressed("Enter", { ctrlKey: true, code: "Enter" }), "save"],
  ["a French digit", "linux", pressed("&", { ctrlKey: true, code: "Digit1" }), "recent"],
  ["a letter of Dvorak's", "linux", pressed("n", { ctrlKey: true, code: "KeyL" }), "schedule"],
  ["an Arabic keyboard", "linux", pressed("ى", { ctrlKey: true, code: "KeyN" }), "schedule"],
  ["a Greek keyboard", "darwin", pressed("ν", { metaKey: true, code: "KeyN" }), "schedule"],
  ["an umlaut", "linux", pressed("ö", { ctrlKey: true, code: "Semicolon" }), null],
  ["a sign with Shift", "linux", pressed("?", { shiftKey: true }), "list"],
  ["a sign without", "linux", pressed("?"), "list"],
  ["the delete key of a Mac", "darwin", pressed("Backspace"), "cancel"],
  ["Backspace elsewhere", "linux", pressed("Backspace"), null],
  ["F10 alone", "linux", pressed("F10"), null],
  ["F10 with Shift", "linux", pressed("F10", { shiftKey: true }), "rowMenu"],
  ["Escape", "linux", pressed("Escape"), "back"],
  ["a letter", "linux", pressed("n"), null],
])("%s on %s", (_what, platform, event, name) => {
  expect(shortcutOf(event, platform)).toBe(name);
});
