import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { offeredPresets } from "../../main/contract/presets.ts";
import type { AppState } from "../../main/contract/state.ts";
import type { TypedLine } from "../../main/contract/requests/typed-line.ts";
import { app } from "../app.ts";
import { presetName } from "../ui/option-words.ts";
import { useNow } from "../ui/use-now.ts";

const readAfterMilliseconds = 120;

export interface LineReading {
  /** What is on the screen, of this very text; null while that is still being read. */
  readonly shown: TypedLine | null;
  /** Reads it once more and shows that; null where main did not answer. */
  readonly readNow: () => Promise<TypedLine | null>;
}

/** Reads the line at each key, and each minute: "in 20 min" is another time then. */
export function useLineReading(text: string, { settings }: AppState): LineReading {
  const { t } = useTranslation();
  const [known, setKnown] = useState<{ readonly text: string; readonly line: TypedLine } | null>(
    null,
  );
  const minute = Math.floor(useNow(true) / 60_000);
  const presets = offeredPresets(settings.presets).map((preset) => ({
    id: preset.id,
    name: presetName(preset, t),
  }));

  async function read(typed: string): Promise<TypedLine | null> {
    const answer = await app.readTypedLine({ text: typed, presets });
    // Somebody typed on: another reading is on its way.
    if (!answer.ok || latest.current.text !== typed) return null;
    setKnown({ text: typed, line: answer.value });
    return answer.value;
  }

  const latest = useRef({ text, read });
  useEffect(() => {
    latest.current = { text, read };
  });
  // Read anew for another line, later, and where presets have other names.
  const occasion = JSON.stringify([minute, text, presets]);
  useEffect(() => {
    const [, typed]: readonly [unknown, string] = JSON.parse(occasion);
    if (typed.trim() === "") return undefined;
    const timer = setTimeout(() => void latest.current.read(typed), readAfterMilliseconds);
    return () => clearTimeout(timer);
  }, [occasion]);

  const isShown = text.trim() !== "" && known?.text === text;
  return { shown: isShown ? known.line : null, readNow: () => read(text) };
}

/** Whether one press may stand for both: what the person sees is what would be made. */
export function isSameMeeting(one: TypedLine, other: TypedLine): boolean {
  const isSameTime =
    one.startAt !== null &&
    other.startAt !== null &&
    Math.abs(one.startAt - other.startAt) <= latestMilliseconds &&
    (one.endAt ?? 0) - one.startAt === (other.endAt ?? 0) - other.startAt;
  return isSameTime && JSON.stringify(untimed(one)) === JSON.stringify(untimed(other));
}

/** "Now" goes on while somebody reads. */
const latestMilliseconds = 2 * 60_000;

const untimed = ({
  draft: { subject, options, presetId, event, timeZone },
  problems,
}: TypedLine) => ({
  subject,
  options,
  presetId,
  event,
  timeZone,
  problems,
});
