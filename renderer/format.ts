import type { TFunction } from "i18next";

import { dateFormat } from "../main/contract/words/date-format.ts";

/** Every date and time people see is made here, in the locale and zone of the state. */
export interface Place {
  /** BCP 47. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
}

export const formatTime = (at: number, { locale, timeZone }: Place): string =>
  dateFormat(locale, { timeStyle: "short", timeZone }).format(at);

/** To the second, for whoever looks it up in a log. */
export const formatMoment = (at: number, { locale, timeZone }: Place): string =>
  dateFormat(locale, { dateStyle: "medium", timeStyle: "long", timeZone }).format(at);

/** A time on the clock ("14:30"), as people there write it; empty while there is none. */
export function formatClock(time: string, locale: string): string {
  const at = Date.parse(`2000-01-01T${time}Z`);
  return Number.isNaN(at) ? "" : formatTime(at, { locale, timeZone: "UTC" });
}

const dayOf = (at: number, { timeZone }: Place): string =>
  dateFormat("en-CA", { dateStyle: "short", timeZone }).format(at);

/** "Today 13:41", or the day in words: 3/12 could be two days. */
export function formatWhen(at: number, now: number, place: Place, t: TFunction): string {
  const time = formatTime(at, place);
  if (dayOf(at, place) === dayOf(now, place)) return t("home.today", { time });
  const { locale, timeZone } = place;
  const day = { weekday: "short", day: "numeric", month: "short", timeZone } as const;
  return `${dateFormat(locale, day).format(at)} ${time}`;
}

export function formatDuration(minutes: number, t: TFunction): string {
  if (minutes < 60 || minutes % 30 !== 0) return t("schedule.minutes", { n: minutes });
  return t("schedule.hours", { n: minutes / 60 });
}

/** "4:32". */
export function formatCountdown(milliseconds: number, locale: string): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  const digits = (value: number, minimumIntegerDigits: number) =>
    new Intl.NumberFormat(locale, { minimumIntegerDigits }).format(value);
  return `${digits(Math.floor(seconds / 60), 1)}:${digits(seconds % 60, 2)}`;
}

/** Digits one by one, as they are read out loud. */
export const spelledOut = (digits: string): string =>
  digits.replaceAll(/\D/gu, "").split("").join(" ");

/** As people tell a passcode. */
export const letterByLetter = (text: string): string => text.split("").join(" ");

/** Groups of three, as Teams shows them: "248 719 335 402". */
export const grouped = (digits: string): string =>
  /^\d{9,15}$/u.test(digits) ? digits.replaceAll(/(\d{3})(?=\d)/gu, "$1 ") : digits;

/** "(UTC+01:00)" and the city of a zone. */
export function formatZone(timeZone: string, now: number): { offset: string; city: string } {
  const parts = dateFormat("en", { timeZone, timeZoneName: "longOffset" });
  const name = parts.formatToParts(now).find((part) => part.type === "timeZoneName")?.value ?? "";
  const offset = name === "GMT" ? "UTC+00:00" : name.replace("GMT", "UTC");
  return { offset, city: timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone };
}
