import { expect, test } from "vitest";

import {
  keyFaults,
  placeholderFaults,
  pluralFaults,
  sameFaults,
  sentencesOf,
  spaceFaults,
  uncountedFaults,
} from "./faults.ts";

const english = sentencesOf({
  title: "Your meetings",
  open: "Open {{name}}",
  app: "Markdown",
  at: "{{start}} – {{end}}",
  people: { invited_one: "{{count}} person", invited_other: "{{count}} people" },
});

const polish = {
  title: "Twoje spotkania",
  open: "Otwórz: {{name}}",
  app: "Markdown",
  at: "{{start}} – {{end}}",
  people: {
    invited_one: "Jedna osoba",
    invited_few: "{{count}} osoby",
    invited_many: "{{count}} osób",
    invited_other: "{{count}} osoby",
  },
};

function faultsOf(change: object): string[] {
  // As a file has it: what is undefined is not there.
  const catalogue = sentencesOf(JSON.parse(JSON.stringify({ ...polish, ...change })));
  return [
    ...keyFaults("pl", catalogue, english),
    ...pluralFaults("pl", catalogue, english),
    ...placeholderFaults("pl", catalogue, english),
    ...sameFaults("pl", catalogue, english, new Set(["Markdown"])),
    ...uncountedFaults("pl", catalogue),
    ...spaceFaults("pl", catalogue),
  ];
}

test("a sound catalogue has none", () => {
  expect(faultsOf({})).toEqual([]);
});

const { invited_few: few, ...withoutFew } = polish.people;

test.each([
  ["a sentence that is missing", { open: undefined, opens: "Otwiera" }, "open is missing"],
  ["one that no other has", { extra: "Dodatek" }, "extra is nowhere else"],
  ["a plural form too few", { people: withoutFew }, "forms many, one, other instead of few, many"],
  [
    "one too many",
    { people: { ...polish.people, invited_two: few } },
    "few, many, one, other, two",
  ],
  ["forms where nothing is counted", { title_one: "Twoje" }, "title has the forms one instead of"],
  ["a value that is left out", { open: "Otwórz" }, "open names  instead of {{name}}"],
  ["one that nobody gives", { open: "{{nane}} {{name}}" }, "open names {{name}} {{nane}}"],
  ["one with a blank", { open: "Otwórz: {{ name }}" }, "open names {{ name }} instead of"],
  [
    "the number, where it can be any",
    { people: { ...polish.people, invited_many: "Wiele osób" } },
    "people.invited_many names  instead of {{count}}",
  ],
  ["a number without forms", { title: "{{count}} spotkania" }, "title counts, and has no forms"],
  ["a copy of the English", { title: "Your meetings" }, 'title is the English "Your meetings"'],
  [
    "a copy of an English plural",
    { people: { ...polish.people, invited_few: "{{count}} people" } },
    "people.invited_few is the English",
  ],
  ["a blank before", { title: " Twoje spotkania" }, 'title is " Twoje spotkania"'],
  ["a blank behind", { title: "Twoje spotkania " }, 'title is "Twoje spotkania "'],
  ["two blanks", { title: "Twoje  spotkania" }, 'title is "Twoje  spotkania"'],
  ["nothing", { title: "" }, 'title is ""'],
  ["no text", { title: 3 }, 'title is ""'],
])("%s is found", (_fault, change, found) => {
  expect(faultsOf(change).join("\n")).toContain(found);
});
