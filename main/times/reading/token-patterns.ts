import type { Meaning } from "../words/vocabulary.ts";

export type Shape =
  /** A word or a phrase of the vocabulary. */
  | { readonly shape: "word"; readonly meanings: readonly Meaning[] }
  /** `isOrdinal` for "24." */
  | { readonly shape: "number"; readonly digits: string; readonly isOrdinal: boolean }
  /** 14:30 */
  | { readonly shape: "clock"; readonly hour: string; readonly minute: string }
  /** 14h30 or 14h: a time or, after "for", a length. */
  | { readonly shape: "hours"; readonly hour: string; readonly minute: string | null }
  /** 14.30 or 3.12 or 1.5 */
  | { readonly shape: "pair"; readonly left: string; readonly right: string }
  | {
      readonly shape: "date";
      readonly order: "year-first" | "month-first" | "day-first" | "local";
      readonly numbers: readonly number[];
    }
  /** An ISO date and time with its offset, in epoch milliseconds. */
  | { readonly shape: "instant"; readonly at: number }
  | { readonly shape: "zone" | "dash" | "mark" | "unknown" };

type Pattern = readonly [RegExp, (...groups: readonly (string | undefined)[]) => Shape];

const dateOf =
  (order: Extract<Shape, { shape: "date" }>["order"]) =>
  (...groups: readonly (string | undefined)[]): Shape => {
    const numbers = groups.filter((group) => group !== undefined).map(Number);
    return { shape: "date", order, numbers };
  };
const hoursOf = (hour = "", minute: string | null = null): Shape => ({
  shape: "hours",
  hour,
  minute,
});

const kanjiDigits = "〇一二三四五六七八九";

/** "14", "十四" */
function countOf(text = ""): number {
  const [tens, ones] = text
    .replaceAll(/[两兩]/gu, "二")
    .replace("零", "〇")
    .split("十");
  if (ones === undefined) return /^\d/u.test(text) ? Number(text) : kanjiDigits.indexOf(tens ?? "");
  return (
    (tens === "" ? 10 : 10 * kanjiDigits.indexOf(tens ?? "")) +
    Math.max(0, kanjiDigits.indexOf(ones))
  );
}

const quarters: Readonly<Record<string, string>> = { 半: "30", 一刻: "15", 三刻: "45" };
const weekdays = "月火水木金土日";

/** Japanese and Chinese say what each number counts, and put no spaces between. */
const eastAsian: readonly Pattern[] = [
  [
    /(?:(\d{4})年)?(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})[日号號]/uy,
    (year, month, day) => {
      const numbers = [countOf(month), countOf(day)];
      if (!year) return { shape: "date", order: "month-first", numbers };
      return { shape: "date", order: "year-first", numbers: [Number(year), ...numbers] };
    },
  ],
  [
    /(\d{1,2}|[零一二两兩三四五六七八九十]{1,3})(?:時(?!間)|时|点钟?|點鐘?)(?:(\d{1,2}|[零一二三四五六七八九十]{1,3})分|(\d\d)(?!\d)|(半|一刻|三刻))?/uy,
    (hour, minute, short, quarter) => ({
      shape: "clock",
      hour: String(countOf(hour)),
      minute: short ?? (minute ? String(countOf(minute)) : (quarters[quarter ?? ""] ?? "00")),
    }),
  ],
  [
    /\(([月火水木金土日])\)/uy,
    (name = "") => ({
      shape: "word",
      meanings: [{ kind: "weekday", value: weekdays.indexOf(name) + 1 }],
    }),
  ],
];

/** "2026-12-03T10:00-11:00" may be a span, unless there are seconds or it would end before it begins. */
function instantOf(
  date = "",
  time = "",
  seconds = "",
  sign = "",
  hours = "00",
  minutes = "00",
): Shape {
  const mayBeEnd = sign === "-" && seconds === "" && `${hours}:${minutes}` > time;
  const offset = sign === "" ? "Z" : `${sign}${hours}:${minutes}`;
  const at = Date.parse(`${date}T${time}${seconds}${offset}`);
  return mayBeEnd || Number.isNaN(at) ? { shape: "unknown" } : { shape: "instant", at };
}

/** Each is tried where the token before ended and none can run back and forth, whatever the text. */
export const patterns: readonly Pattern[] = [
  ...eastAsian,
  [/(?:utc|gmt) ?[+-] ?\d{1,2}(?::?\d\d)?(?!\d)/uy, () => ({ shape: "zone" })],
  [/[a-z]{2,12}\/[a-z_+-]{2,20}\d{0,2}(?:\/[a-z_]{2,20})?/uy, () => ({ shape: "zone" })],
  [
    /(\d{4}-\d\d-\d\d)t(\d\d:\d\d)(:\d\d)?(?:[.,]\d{1,9})?(?:z|([+-])(\d\d):?(\d\d)?)(?![\p{L}\d:])/uy,
    instantOf,
  ],
  [
    /(\d{4}-\d\d-\d\d) (\d\d:\d\d)(:\d\d)?(?:[.,]\d{1,9})? ?(?:z|(\+)(\d\d):?(\d\d))(?![\p{L}\d:])/uy,
    instantOf,
  ],
  [/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d.]\d|\d)(?:t(?=\d))?/uy, dateOf("year-first")],
  [/(\d{1,2})\.(\d{1,2})\.(?:(\d{4}|\d\d)(?!\.?\d)|(?!\d))(?!:)/uy, dateOf("day-first")],
  // A meeting of two.
  [/1:1(?![\d:])/uy, () => ({ shape: "unknown" })],
  // "1.1.3" and "45.4.1.2" are version numbers, "24/7" means always, and "10:00:00 -0500" is the time of another place.
  [
    /\d+(?:\.\d+){2,}|24\/7(?![\d/])(?! *\d)|\d+:\d\d:\d\d ?[+-]\d{4}/uy,
    () => ({ shape: "unknown" }),
  ],
  [/(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d\d))?(?![\d/])/uy, dateOf("local")],
  [/(\d{1,2})-(\d{1,2})-(\d{4}|\d\d)(?![\d:])/uy, dateOf("local")],
  [
    /(\d{1,2}):(\d\d)(?::\d\d(?:\.\d{1,9})?)?(?![\d:])/uy,
    (hour = "", minute = "") => ({ shape: "clock", hour, minute }),
  ],
  // "1h30 min" is a length of two parts, "10h 24 dec" a time and a date.
  [/(\d{1,2})[hu](\d\d)(?!\d| ?m(?!\p{L})| ?min)/uy, hoursOf],
  [/(\d{1,2}) ?h ?(\d\d)(?! ?[\p{L}\d.:/])/uy, hoursOf],
  [/(\d{1,2}) ?h(?![\p{L}'])/uy, hoursOf],
  [
    /(\d{1,2})[.,](\d{1,2})(?![\d.,:])/uy,
    (left = "", right = "") => ({ shape: "pair", left, right }),
  ],
  [
    /(\d+)(\.?)(?!\d)/uy,
    (digits = "", dot) => ({ shape: "number", digits, isOrdinal: dot !== "" }),
  ],
  [
    /([ap])\. ?m\.?(?![\p{L}\d])/uy,
    (letter) => ({
      shape: "word",
      meanings: [{ kind: "meridiem", value: letter === "p" ? 12 : 0 }],
    }),
  ],
  // "+15 min" is a delay.
  [/\+(?= ?\d)/uy, () => ({ shape: "word", meanings: [{ kind: "in", value: 0 }] })],
  [/-/uy, () => ({ shape: "dash" })],
  [/[,;.()[\]|!?:"'“”„«»、。،؛؟「」]/uy, () => ({ shape: "mark" })],
];
