import { describe, expect, test } from "vitest";

import { type JoinReading, readJoinText } from "../../../main/join/read-join-text.ts";
import pasted from "./pasted.json" with { type: "json" };

type Expected = Readonly<Record<string, unknown>> & {
  readonly anyOf?: readonly Readonly<Record<string, unknown>>[];
  readonly notMeeting?: boolean;
  readonly urlHas?: string;
};

/** Only what is expected of a reading, so that a difference is seen as a whole. */
function partOf(reading: JoinReading, { anyOf, notMeeting, urlHas, ...wanted }: Expected) {
  if (anyOf) return anyOf.map(matching(reading)).find(({ isMet }) => isMet)?.isMet ?? reading;
  if (notMeeting) return ["link", "id"].includes(reading.kind) ? reading : true;
  if (urlHas !== undefined)
    return "url" in reading && reading.url.includes(urlHas) ? true : reading;
  return matching(reading)(wanted).isMet || reading;
}

const matching = (reading: JoinReading) => (wanted: Readonly<Record<string, unknown>>) => ({
  isMet: Object.entries(wanted).every(([name, value]) => Reflect.get(reading, name) === value),
});

const kinds = [...new Set(pasted.map(({ kind }) => kind))];

test("of each kind there are more than one", () => {
  for (const kind of kinds)
    expect(pasted.filter((each) => each.kind === kind).length, kind).toBeGreaterThan(9);
});

describe.each(kinds)("%s", (kind) => {
  const ofKind = pasted.filter((each) => each.kind === kind);
  test.each(ofKind)("$name", ({ text, expect: wanted }) => {
    expect(partOf(readJoinText(text), wanted)).toBe(true);
  });
});
