import { describe, expect, test } from "vitest";

import { createWords } from "../../../../main/base/words.ts";
import { languages } from "../../../../main/contract/languages.ts";
import { questionText } from "../../../../main/shell/guard/question-words.ts";
import type { Question } from "../../../../main/shell/guard/questions.ts";

const questions: readonly Question[] = [
  { kind: "invite", count: 1, outside: ["a@b.example"], domain: "contoso.com" },
  { kind: "invite", count: 30, outside: [], domain: "contoso.com" },
  {
    kind: "invite",
    count: 30,
    outside: Array.from({ length: 9 }, (_, n) => `p${n}@evil.example`),
    domain: "contoso.com",
  },
  { kind: "keep-unprotected" },
  { kind: "remove-organisation", count: 3 },
  { kind: "change-organisation", count: 3 },
  { kind: "sign-out-everybody", count: 3 },
  { kind: "forget" },
];

describe.each(languages.map(({ tag }) => tag))("in %s", (language) => {
  test.each(questions)("every word is there: %j", async (question) => {
    const text = Object.values(questionText(question, await createWords(language))).join("\n");
    expect(text).not.toMatch(/ask\.|\{\{|undefined/u);
    // One is a word in some languages.
    if ("count" in question && question.count > 1) expect(text).toContain(String(question.count));
  });

  test("yes and no are told apart, and neither is the other", async () => {
    const words = await createWords(language);
    for (const question of questions) {
      const { confirm, cancel } = questionText(question, words);
      expect(confirm).not.toBe(cancel);
    }
  });
});

test("strangers are named as far as anybody reads, and counted", async () => {
  const { title, body } = questionText(questions[2]!, await createWords("en"));
  expect(title).toBe("Send invitations to 30 people?");
  expect(body).toBe(
    "9 of them are not at contoso.com: p0@evil.example, p1@evil.example, p2@evil.example, p3@evil.example, " +
      "p4@evil.example and 4 more.\n\nAn invitation that was sent cannot be taken back.",
  );
});

test("what a page writes into an address turns nothing round, and makes no lines", async () => {
  const address = `a\n\nReally fine\u202e@evil.example${"x".repeat(300)}`;
  const outside = Array.from({ length: 6 }, () => address);
  const question: Question = { kind: "invite", count: 6, outside, domain: "contoso.com" };
  const { body } = questionText(question, await createWords("en"));
  expect(body.split("\n")).toHaveLength(3);
  expect(body).not.toContain("\u202e");
  expect(body.length).toBeLessThan(700);
});
