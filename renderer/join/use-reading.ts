import type { TFunction } from "i18next";
import { useEffect, useState } from "react";

import type { JoinReading } from "../../main/contract/answers.ts";
import { app } from "../app.ts";
import { announce } from "../ui/announcer.tsx";
import { readingText } from "./reading-text.ts";

/** What main reads in the text, a moment after typing. Told to a screen reader too. */
export function useReading(text: string, t: TFunction): JoinReading | null {
  const [reading, setReading] = useState<JoinReading | null>(null);
  const isEmpty = text.trim() === "";
  useEffect(() => {
    if (isEmpty) return undefined;
    let isWanted = true;
    const timer = setTimeout(async () => {
      const result = await app.readJoinText({ text });
      if (!isWanted || !result.ok) return;
      setReading(result.value);
      const sentence = readingText(result.value, t);
      if (sentence !== null) announce(sentence);
    }, 150);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text, isEmpty, t]);
  return isEmpty ? null : reading;
}
