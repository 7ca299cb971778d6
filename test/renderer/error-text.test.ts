import { describe, expect, test } from "vitest";

import type { AppError, SignInRefusal } from "../../main/contract/errors.ts";
import { languages } from "../../main/contract/languages.ts";
import { errorText, stepLabel } from "../../renderer/error-text.ts";
import { windowWords } from "../fakes/window-words.ts";

const english = await windowWords("en");
const german = await windowWords("de");
const everyLanguage = await Promise.all(languages.map(({ tag }) => windowWords(tag)));

const trace = null;
const refused = (reason: SignInRefusal): AppError => ({ kind: "sign-in-refused", reason, trace });
const again = (reason: SignInRefusal): AppError => ({ kind: "sign-in-again", reason, trace });
const throttled = (retryAfterSeconds: number): AppError => ({
  kind: "throttled",
  retryAfterSeconds,
  retryAt: 0,
  trace,
});

describe("what can be done", () => {
  test.each([
    [{ kind: "not-allowed", trace }, ["use-another-account", "copy-details"]],
    [{ kind: "request-refused", trace }, ["copy-details", "use-another-account"]],
    [{ kind: "conflict", trace }, ["try-again"]],
    [{ kind: "request-too-large", trace }, ["edit-time"]],
    [{ kind: "answer-unreadable", trace }, ["try-again", "copy-details"]],
    [refused("blocked-by-policy"), ["use-another-account", "copy-details"]],
    [again("blocked-by-policy"), ["use-another-account", "copy-details"]],
    [refused("device-not-managed"), ["use-another-account", "copy-details"]],
    [refused("answer-lost"), ["try-again"]],
    [refused("account-disabled"), ["sign-in", "use-another-account"]],
  ] as const)("after %o", (error, nextSteps) => {
    const text = errorText(error, english);
    expect(text).toMatchObject({ nextSteps, nextStep: nextSteps[0] });
    for (const t of everyLanguage) {
      const { title, sentence, action } = errorText(error, t);
      expect(`${title} ${sentence} ${action}`).not.toMatch(/error\.|\{\{/u);
      for (const step of ["copy-details", "use-another-account"] as const)
        expect(stepLabel(step, t)).not.toContain("nextStep");
    }
  });

  test.each([
    [{ kind: "not-allowed", trace }, "Use another account"],
    [refused("blocked-by-policy"), "Use another account"],
    [{ kind: "request-refused", trace }, "Copy details"],
    [{ kind: "request-too-large", trace }, "Edit the meeting"],
  ] as const)("the button of %o says what it does", (error, action) => {
    expect(errorText(error, english).action).toBe(action);
  });
});

describe("how long Microsoft asks for", () => {
  test.each([
    [0.4, "1 second.", "1 Sekunde"],
    [3, "3 seconds.", "3 Sekunden"],
    [90, "90 seconds.", "90 Sekunden"],
    [91, "2 minutes.", "2 Minuten"],
    [600, "10 minutes.", "10 Minuten"],
    [3_600, "60 minutes.", "60 Minuten"],
    [5_401, "2 hours.", "2 Stunden"],
    [86_400, "24 hours.", "24 Stunden"],
  ])("%d seconds", (seconds, inEnglish, inGerman) => {
    expect(errorText(throttled(seconds), english).sentence).toMatch(
      new RegExp(`asked us to wait ${inEnglish}$`, "u"),
    );
    expect(errorText(throttled(seconds), german).sentence).toContain(inGerman);
  });
});
