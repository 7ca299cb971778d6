import type { TFunction } from "i18next";

import type { TimeProblem } from "../../../main/contract/errors.ts";
import { formatClock } from "../../format.ts";
import { dayToDate, type WallTime } from "../wall-time.ts";

/** Why a time cannot be. `wall` is null where nothing was read that could be named. */
export function timeProblemText(
  problem: TimeProblem,
  wall: WallTime | null,
  locale: string,
  t: TFunction,
): string {
  const { date, time } = wall ?? { date: "", time: "" };
  switch (problem.kind) {
    case "does-not-exist":
    case "exists-twice": {
      const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" });
      const day = dayToDate(date);
      return t(`schedule.problem.${problem.kind}`, {
        time: formatClock(time, locale),
        date: day ? format.format(day) : date,
      });
    }
    case "missing":
      return t(date === "" ? "schedule.problem.missing" : "schedule.problem.missing-time");
    case "past":
    case "end-before-start":
    case "too-long":
      return t(`schedule.problem.${problem.kind}`);
  }
}

/** "+02:00" as "+2", "+05:30" as "+5:30". */
export const shortOffset = (offset: string): string =>
  offset.replace(/^([+-])0?(\d+):00$/u, "$1$2").replace(/^([+-])0(\d:)/u, "$1$2");
