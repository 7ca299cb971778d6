import { useEffect, useRef, useState } from "react";

import type { ScheduleDraft } from "../../../main/contract/drafts.ts";
import type { FormDraft } from "../draft.ts";
import { endOf, minutesBetween, startOf } from "../../ui/wall-time.ts";
import { readWhen, type When } from "./read-when.ts";

const readAfterMilliseconds = 150;

/** Reads what is typed in "When", and makes times of it as soon as they can be told. */
export function useWhen(
  form: FormDraft,
  timeZone: string,
  onRead: (part: Partial<ScheduleDraft>) => void,
) {
  const [known, setKnown] = useState<When | null>(null);
  const latest = useRef({ form, onRead, known });
  useEffect(() => {
    latest.current = { form, onRead, known };
  });
  const { phrase } = form;

  async function read(text: string): Promise<When | null> {
    const { schedule: draft, zone } = latest.current.form;
    const minutes = minutesBetween(startOf(draft), endOf(draft)) || 0;
    const when = await readWhen(text, { timeZone, zone, draft, minutes });
    // Somebody typed on: another reading is on its way.
    if (latest.current.form.phrase !== text) return null;
    setKnown(when);
    if (when?.part) latest.current.onRead(when.part);
    return when;
  }

  const reader = useRef(read);
  useEffect(() => {
    reader.current = read;
  });
  useEffect(() => {
    if (phrase.trim() === "") return undefined;
    const timer = setTimeout(() => void reader.current(phrase), readAfterMilliseconds);
    return () => clearTimeout(timer);
  }, [phrase]);

  /** Whether the times are those of the words, or there are no words. Whoever submits may be faster than the reading. */
  async function isSettled(): Promise<boolean> {
    if (phrase.trim() === "") return true;
    const when = known?.text === phrase ? known : await read(phrase);
    return when?.reading.kind === "read" || when?.reading.kind === "empty";
  }

  return { when: known?.text === phrase ? known : null, isSettled };
}
