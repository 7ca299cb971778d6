import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

import type { PhraseReading } from "../../../main/contract/answers.ts";
import type { ScheduleDraft } from "../../../main/contract/drafts.ts";
import type { FormDraft } from "../draft.ts";
import { endOf, minutesBetween, startOf } from "../../ui/wall-time.ts";
import { readWhen, type When } from "./read-when.ts";

const readAfterMilliseconds = 150;

/** Words that were to be sent and are no times. */
export interface RefusedWhen {
  /** Null where they could not be read. */
  readonly reading: PhraseReading | null;
}

/** Reads what is typed in "When", and makes times of it as soon as they can be told. */
export function useWhen(
  form: FormDraft,
  timeZone: string,
  onRead: (part: Partial<ScheduleDraft>) => void,
) {
  const [known, setKnown] = useState<When | null>(null);
  const [refusedWhen, setRefusedWhen] = useState<When | null>(null);
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
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What main is asked, or was. */
  const asked = useRef<{ text: string; answer: Promise<When | null> } | null>(null);
  useEffect(() => {
    if (phrase.trim() === "") return undefined;
    timer.current = setTimeout(() => {
      asked.current = { text: phrase, answer: reader.current(phrase) };
    }, readAfterMilliseconds);
    return () => clearTimeout(timer.current);
  }, [phrase]);

  /** Null where the times are those of the words, or there are no words. Whoever submits may be faster than the reading. */
  async function refused(): Promise<RefusedWhen | null> {
    if (phrase.trim() === "") return null;
    // Read once: what is read a second time would be told a second time.
    clearTimeout(timer.current);
    const asking = asked.current?.text === phrase ? await asked.current.answer : null;
    const last = (known?.text === phrase ? known : asking) ?? (await reader.current(phrase));
    if (last && isUsable(last.reading)) return null;
    // It is drawn before the focus comes to it.
    flushSync(() => setRefusedWhen(last));
    return { reading: last?.reading ?? null };
  }

  const when = known?.text === phrase ? known : null;
  return { when, isRefused: when !== null && when === refusedWhen, refused };
}

const isUsable = ({ kind }: PhraseReading): boolean => kind === "read" || kind === "empty";
