import { expect, test } from "vitest";

import type { Spoken } from "./speech.ts";
import { isSame, readTranscript, settled, writeTranscript } from "./transcript.ts";
import { wordsOf } from "./words.ts";

const said = (text: string): Spoken => ({ at: 0, kind: "said", text });
const heard = (language: "en" | "de" | "ja" | "ar", text: string) =>
  settled([said(text)], wordsOf(language))[0];

test("what differs from run to run is left out, in each language", () => {
  expect(heard("en", "Link copied. Review, 13:52 to 14:52.")).toBe(
    "Link copied. Review, ‹time› to ‹time›.",
  );
  expect(heard("en", "Join link https://teams.microsoft.com/l/1 selected.")).toBe(
    "Join link ‹address› selected.",
  );
  expect(heard("en", "7 7 9 6 9 6 3 1 description value. Passcode p f a 1 Q 1 Z R.")).toBe(
    "‹spelt› description value. Passcode ‹spelt›.",
  );
  for (const language of ["en", "de", "ja", "ar"] as const) {
    const { locale } = wordsOf(language);
    const form = { weekday: "long", day: "numeric", month: "long" } as const;
    const day = new Intl.DateTimeFormat(locale, form).format(Date.now() + 86_400_000);
    expect(heard(language, `${day}!`)).toBe("‹day›!");
  }
  expect(heard("en", "(UTC-05:00) New York, this computer")).toBe("‹zone›, this computer");
});

test("a page that loads and a mark that nobody hears are left out", () => {
  const lines = [said("Saved\u200B"), { at: 1, kind: "loading", text: "Loading." } as const];
  expect(settled(lines, wordsOf("en"))).toEqual(["Saved"]);
});

test("a transcript is read as it was written, also where nothing was heard", () => {
  const steps = [
    { name: "Tab", lines: ["Undo push button.", "Control+Z"], waited: 3 },
    { name: "Escape", lines: [], waited: null },
  ];
  const read = readTranscript(writeTranscript(steps));
  expect(read.map(({ name, lines }) => ({ name, lines }))).toEqual(
    steps.map(({ name, lines }) => ({ name, lines })),
  );
});

test("the order within a step may differ, and nothing else", () => {
  expect(isSame(["a", "b"], ["b", "a"])).toBe(true);
  expect(isSame(["a", "b"], ["a"])).toBe(false);
  expect(isSame(["a", "a"], ["a", "b"])).toBe(false);
});
