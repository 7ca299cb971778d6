import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  fieldNames,
  type FieldName,
  type Fields,
  fieldsOf,
} from "../../../main/handover/invitation-facts.ts";
import { checkTemplate, fillTemplate } from "../../../main/handover/template.ts";
import { anyText } from "../../fakes/any-text.ts";
import { isLinear } from "../../fakes/effort.ts";
import { bareFacts, english, german, sampleFacts } from "./sample-facts.ts";

const all = fieldsOf(sampleFacts(), english);
const bare = fieldsOf(bareFacts(), english);
const fill = (template: string, fields: Fields = all) => fillTemplate(template, fields, "\n");

test("every field has its value", () => {
  expect(fill(fieldNames.map((name) => `{${name}}`).join("|"))).toBe(
    "Design sync with Fabrikam|https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9|24 Nov 2026|14:30|15:15|Berlin|45 min|248 719 335 402|Xk4Ru9|+49 69 5550 0110|902 118 447|megan@contoso.com",
  );
});

test.each([
  [30, "30 min", "30 Min."],
  [60, "1 h", "1 Std."],
  [90, "1 h 30 min", "1 Std. 30 Min."],
  [1_440, "24 h", "24 Std."],
])("a duration of %i minutes", (minutes, inEnglish, inGerman) => {
  const facts = sampleFacts({ startAt: 0, endAt: minutes * 60_000 });
  const durations = [english, german].map((wording) => fieldsOf(facts, wording).duration);
  expect(durations).toEqual([inEnglish, inGerman]);
});

describe("what is missing", () => {
  test.each([
    ["{subject}[ Passcode: {passcode}]", "Design sync with Fabrikam"],
    ["a\n[Passcode: {passcode}]\nb", "a\nb"],
    ["a\nPasscode: {passcode}\nb", "a\nb"],
    ["a\n\nPasscode: {passcode}\n\nb", "a\n\nb"],
    ["a\n\n[Dial: {number}\nConference: {conference}]", "a"],
    ["{subject} [{passcode}] [{id}]", "Design sync with Fabrikam"],
    ["[{subject}] [{passcode}]", "Design sync with Fabrikam"],
    ["{passcode}", ""],
  ])("%j", (template, expected) => {
    expect(fill(template, bare)).toBe(expected);
  });

  test("what is there stays, without its brackets", () => {
    expect(fill("[Dial: {number}\nConference: {conference}]\nend")).toBe(
      "Dial: +49 69 5550 0110\nConference: 902 118 447\nend",
    );
  });
});

describe("what is wrong has its place", () => {
  test.each([
    ["Hello {foo}", [{ kind: "unknown-field", name: "foo", start: 6, end: 11 }]],
    ["{Subject}", [{ kind: "unknown-field", name: "Subject", start: 0, end: 9 }]],
    ["{}", [{ kind: "unknown-field", name: "", start: 0, end: 2 }]],
    ["{subject", [{ kind: "unclosed-brace", start: 0, end: 1 }]],
    ["{{subject}", [{ kind: "unclosed-brace", start: 0, end: 1 }]],
    ["a [b {id}", [{ kind: "unclosed-bracket", start: 2, end: 3 }]],
    ["[a [b {id}] c]", [{ kind: "unclosed-bracket", start: 0, end: 1 }]],
    [
      "[{x}",
      [
        { kind: "unclosed-bracket", start: 0, end: 1 },
        { kind: "unknown-field", name: "x", start: 1, end: 4 },
      ],
    ],
    ["{subject} [Passcode: {passcode}] ] }", []],
  ])("%j", (template, problems) => {
    expect(checkTemplate(template)).toEqual(problems);
  });

  test("and is filled all the same, as it stands", () => {
    expect(fill("{foo} {{id} [x {id} ]")).toBe("{foo} {248 719 335 402 x 248 719 335 402 ");
    expect(fill("[open {id}")).toBe("[open 248 719 335 402");
  });
});

describe("laws", () => {
  const signs = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    "\n",
    " ",
    "a",
    ...fieldNames.map((n) => `{${n}}`),
  );
  const wild = fc.oneof(
    anyText(),
    fc.array(signs, { maxLength: 40 }).map((parts) => parts.join("")),
  );
  const field = new RegExp(`\\{(?:${fieldNames.join("|")})\\}`, "u");

  test("a template without fields is itself", () => {
    fc.assert(
      fc.property(wild, (template) => {
        fc.pre(!field.test(template) && !template.includes("\r"));
        expect(fill(template, bare)).toBe(template);
      }),
    );
  });

  test("nothing throws, and problems lie within the text, in order", () => {
    fc.assert(
      fc.property(wild, fc.constantFrom(all, bare), (template, fields) => {
        expect(typeof fill(template, fields)).toBe("string");
        const starts = checkTemplate(template).map(({ start, end }) => {
          expect(start < end && end <= template.length).toBe(true);
          return start;
        });
        expect(starts).toEqual(starts.toSorted((one, other) => one - other));
      }),
    );
  });

  test("a value is put in once, whatever it looks like", () => {
    fc.assert(
      fc.property(wild, fc.constantFrom<FieldName>(...fieldNames), (value, name) => {
        expect(fill(`<{${name}}>[({${name}})]`, { ...bare, [name]: value })).toBe(
          `<${value}>(${value})`,
        );
      }),
    );
  });

  test.each(["[", "{", "[{", "{subject", "[{subject}", "]"])(
    "%s over and over takes linear time",
    async (part) => {
      expect(await isLinear(part, 60_000, (template) => fill(template))).toBe(true);
    },
  );
});
