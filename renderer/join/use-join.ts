import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppError } from "../../main/contract/errors.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { announce } from "../ui/announcer.tsx";
import { readingText } from "./reading-text.ts";

/** What main takes. */
export const longestText = 20_000;

export type How = "teams" | "browser" | "copy";

export const focusText = (): void => document.querySelector<HTMLElement>("#join-text")?.focus();

/** What was typed, why it leads nowhere, and what can be done with it. */
export function useJoin() {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [passcode, setPasscode] = useState("");
  const [problem, setProblem] = useState("");

  async function paste(): Promise<void> {
    const result = await app.pasteJoinText();
    if (result.ok) type(result.value);
    else fail(result.error);
    focusText();
  }

  function type(value: string): void {
    setProblem("");
    setText(value.slice(0, longestText));
  }

  function fail(error: AppError): void {
    const { title, whole } = errorText(error, t);
    setProblem(whole);
    announce(title, "assertive");
  }

  async function join(how: How): Promise<void> {
    setProblem("");
    // Read once more: Enter may come sooner than the preview.
    const read = await app.readJoinText({ text });
    if (read.ok && read.value.kind !== "meeting") {
      const sentence = readingText(read.value, t) ?? t("join.nothing");
      setProblem(sentence);
      announce(sentence, "assertive");
      return focusText();
    }
    const result = await app.join({ text, passcode, how });
    if (!result.ok) fail(result.error);
    else announce(t(how === "copy" ? "join.copied" : "join.opened"));
  }

  return { text, passcode, problem, type, setPasscode, paste, join };
}
