import type { TFunction } from "i18next";

import type { InviteeStanding, InviteeTime } from "../../../main/contract/answers.ts";
import type { AppError } from "../../../main/contract/errors.ts";
import type { Invitee } from "../../../main/contract/event-draft.ts";
import { formatTime } from "../../format.ts";
import { joinFacts } from "../../i18n/joined.ts";
import type { WallTime } from "../../ui/wall-time.ts";
import { dateFormat } from "../../../main/contract/words/date-format.ts";

/** "06:30 – 07:15 Los Angeles, Wed"; of a meeting over midnight both days. */
export function clockText({ clock }: InviteeTime, locale: string, t: TFunction): string {
  if (!clock) return t("event.timesUnknown");
  const { start, end, city } = clock;
  const [startAt, endAt] = [instantOf(start), instantOf(end)];
  const place = { locale, timeZone: "UTC" };
  const weekday = dateFormat(locale, { weekday: "short", timeZone: "UTC" });
  const values = {
    start: formatTime(startAt, place),
    end: formatTime(endAt, place),
    day: weekday.format(startAt),
    endDay: weekday.format(endAt),
    city,
  };
  return t(start.date === end.date ? "event.timesThere" : "event.timesThereAcross", values);
}

/** What their wall shows, as if it were UTC: only to be written as it is. */
const instantOf = ({ date, time }: WallTime): number => Date.parse(`${date}T${time}Z`);

export const standingText = (standing: InviteeStanding, t: TFunction): string =>
  t(`event.standing.${standing}`);

const mostSpokenLines = 5;

/** All lines in one sentence, for as many as anybody listens to. */
export function spokenTimes(
  times: readonly InviteeTime[],
  invitees: readonly Invitee[],
  locale: string,
  t: TFunction,
): string {
  if (times.length > mostSpokenLines) return t("event.timesShown", { count: times.length });
  const lines = times.map((person) => {
    const { address, standing } = person;
    const name = invitees.find((one) => one.address === address)?.name ?? address;
    const time = clockText(person, locale, t);
    const line = t("event.timesLine", { name, time });
    return standing === null ? line : joinFacts([line, standingText(standing, t)], t);
  });
  return lines.reduce((title, sentence) => t("joined.titled", { title, sentence }));
}

/** What went wrong and what to do, in one sentence. */
export function timesProblemText(error: AppError, t: TFunction): string {
  if (error.kind === "throttled")
    return t("event.timesProblem.busy", { count: Math.ceil(error.retryAfterSeconds) });
  return t(`event.timesProblem.${sentences[error.kind] ?? "other"}`);
}

const sentences: Partial<Readonly<Record<AppError["kind"], string>>> = {
  offline: "unreachable",
  "captive-portal": "unreachable",
  "no-answer": "unreachable",
  intercepted: "unreachable",
  "calendar-not-allowed": "permission",
  "sign-in-again": "signIn",
  "sign-in-refused": "signIn",
  "not-signed-in": "signIn",
};
