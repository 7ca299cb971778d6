import type { TFunction } from "i18next";

import type { PhraseHint } from "../../../main/contract/answers.ts";
import { formatClock, formatDuration, formatTime, type Place } from "../../format.ts";
import { dayToDate, wallTimeOf } from "../../ui/wall-time.ts";
import { dateFormat } from "../../../main/contract/words/date-format.ts";

interface Span {
  readonly startAt: number;
  readonly endAt: number;
}

/** "Tue 24 Nov, 14:30 – 15:15, 45 min": the day in words, so that 3/12 cannot be misread. */
export function spanText(span: Span, now: number, place: Place, t: TFunction): string {
  const minutes = (span.endAt - span.startAt) / 60_000;
  return sentence("reading", "short", formatDuration(minutes, t), { ...span, now }, place, t);
}

/** The same as it is read out loud: "Tuesday 24 November, 14:30 to 15:15, 45 minutes". */
export function spokenSpan(span: Span, now: number, place: Place, t: TFunction): string {
  const minutes = (span.endAt - span.startAt) / 60_000;
  const unit = { style: "unit", unit: "minute", unitDisplay: "long" } as const;
  const duration = new Intl.NumberFormat(place.locale, unit).format(minutes);
  return sentence("spoken", "long", duration, { ...span, now }, place, t);
}

function sentence(
  kind: "reading" | "spoken",
  length: "short" | "long",
  duration: string,
  { startAt, endAt, now }: Span & { readonly now: number },
  place: Place,
  t: TFunction,
): string {
  const { locale, timeZone } = place;
  const day = (at: number) =>
    dateFormat(locale, {
      weekday: length,
      day: "numeric",
      month: length,
      timeZone,
      ...(yearOf(at, timeZone) === yearOf(now, timeZone) ? {} : { year: "numeric" }),
    })
      .format(at)
      // "Tue, 24 Nov" has one comma too many for a sentence with two of its own.
      .replace(/^(\p{L}+), /u, "$1 ");
  const [start, end] = [formatTime(startAt, place), formatTime(endAt, place)];
  const values = { day: day(startAt), endDay: day(endAt), start, end, duration };
  const isAcross = wallTimeOf(startAt, timeZone).date !== wallTimeOf(endAt, timeZone).date;
  return t(`when.${kind}${isAcross ? "Across" : ""}`, values);
}

const yearOf = (at: number, timeZone: string): string => wallTimeOf(at, timeZone).date.slice(0, 4);

/** What was assumed. Empty for a kind that nobody knew when this was written. */
export function hintText({ kind, values }: PhraseHint, locale: string, t: TFunction): string {
  const day = (key: string, style: Intl.DateTimeFormatOptions) => {
    const date = dayToDate(values[key] ?? "");
    return date ? new Intl.DateTimeFormat(locale, style).format(date) : "";
  };
  const weekday = { weekday: "short" } as const;
  const time = (key: string) => formatClock(values[key] ?? "", locale);
  const words = {
    time: time("time"),
    morning: time("morning"),
    date: day("date", { day: "numeric", month: "short" }),
    weekday: day("date", { weekday: "long" }),
    from: day("from", weekday),
    to: day("to", weekday),
  };
  // "Nov." brings a full stop of its own.
  return t(`when.hint.${kind}`, { ...words, defaultValue: "" }).replace(/\.\.$/u, ".");
}
