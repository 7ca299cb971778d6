import type { TFunction } from "i18next";

import type { Meeting } from "../../main/contract/meeting.ts";
import type { Place } from "../format.ts";
import { dateFormat } from "../../main/contract/words/date-format.ts";

interface Day {
  readonly key: string;
  /** "Today", "Yesterday", "Friday 20 November". */
  readonly title: string;
  readonly meetings: readonly Meeting[];
}

/** By the day they were made on, in the order they come. */
export function groupByDay(
  meetings: readonly Meeting[],
  now: number,
  { locale, timeZone }: Place,
  t: TFunction,
): readonly Day[] {
  const dayOf = dateFormat("en-CA", { dateStyle: "short", timeZone });
  const full = { weekday: "long", day: "numeric", month: "long", timeZone } as const;
  const inWords = dateFormat(locale, full);
  const inWordsWithYear = dateFormat(locale, { ...full, year: "numeric" });
  const today = dayOf.format(now);
  const yesterday = dayBefore(today);
  const groups = Map.groupBy(meetings, ({ createdAt }) => dayOf.format(createdAt));

  function titleOf(key: string, at: number): string {
    if (key === today) return t("home.day.today");
    if (key === yesterday) return t("home.day.yesterday");
    return (key.slice(0, 4) === today.slice(0, 4) ? inWords : inWordsWithYear).format(at);
  }
  return [...groups].map(([key, group]) => ({
    key,
    title: titleOf(key, group[0]?.createdAt ?? now),
    meetings: group,
  }));
}

/** On the calendar: a day of 23 or 25 hours makes no difference. */
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** "22 Jan", with the year where it is another one. */
export function formatDay(at: number, now: number, { locale, timeZone }: Place): string {
  const year = (when: number) => dateFormat("en", { year: "numeric", timeZone }).format(when);
  const day = { day: "numeric", month: "short", timeZone } as const;
  return dateFormat(locale, year(at) === year(now) ? day : { ...day, year: "numeric" }).format(at);
}
