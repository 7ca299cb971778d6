import { type Meaning, parts } from "../words/vocabulary.ts";
import { typedZones } from "../zones/zone-names.ts";

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
  /** `isName` where it looks like a time and is none: the "Friday" of "Black Friday". */
  | { readonly shape: "unknown"; readonly isName?: true }
  | { readonly shape: "zone" | "dash" | "mark" };

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

/** Reiwa's first year is 2019. */
function yearOf(text: string): number {
  if (!text.startsWith("令和")) return Number(text);
  return 2018 + (text === "令和元" ? 1 : Number(text.slice(2)));
}

const quarters: Readonly<Record<string, string>> = { 半: "30", 一刻: "15", 三刻: "45" };
const weekdays = "月火水木金土日";
const zonesInCharacters = [...typedZones.keys()]
  .filter((name) => /(?:時間|时间|標準時|标准时)$/u.test(name))
  .toSorted((one, other) => other.length - one.length);

/** Japanese and Chinese say what each number counts, and put no spaces between. */
const eastAsian: readonly Pattern[] = [
  [new RegExp(zonesInCharacters.join("|"), "uy"), () => ({ shape: "zone" })],
  [
    /(?:(\d{4}|令和(?:\d{1,2}|元))年 ?)?(\d{1,2}|[一二三四五六七八九十]{1,3})月 ?(\d{1,2}|[一二三四五六七八九十]{1,3})[日号號]/uy,
    (year, month, day) => {
      const numbers = [countOf(month), countOf(day)];
      if (!year) return { shape: "date", order: "month-first", numbers };
      return { shape: "date", order: "year-first", numbers: [yearOf(year), ...numbers] };
    },
  ],
  // "两点建议": two pieces of advice.
  [
    /[一两兩二三四五六七八九十]{1,2}[点點](?=注意|意[见見]|建[议議]|[问問][题題]|要求|[说說]明|想法|原因|[内內]容|看法|心得|感受|不足|收[获獲]|[经經][验驗]|思考|[补補]充)/uy,
    () => ({ shape: "unknown" }),
  ],
  [
    /(\d{1,2}|[零一二两兩三四五六七八九十]{1,3})(?:時(?!間)|时|点钟?|點鐘?)(?:(\d{1,2}|[零一二三四五六七八九十]{1,3})分|(\d\d)(?!\d)|(半|一刻|三刻))?/uy,
    (hour, minute, short, quarter) => ({
      shape: "clock",
      hour: String(countOf(hour)),
      minute: short ?? (minute ? String(countOf(minute)) : (quarters[quarter ?? ""] ?? "00")),
    }),
  ],
  // A day of the month where a weekday or a time follows; "3日" alone is how long, and "3号楼" a house.
  [
    /(\d{1,2})[日号號](?= ?(?:[(周週星礼禮月火水木金土日午上下朝夜晚早の]|\d{1,2}(?:時(?!間)|时|点|點|:)))/uy,
    (digits = "") => ({ shape: "number", digits, isOrdinal: true }),
  ],
  // "明早", "昨晚"
  [
    /(明)(?=[早晚])|(今)(?=早)|昨(?=[早晚])/uy,
    (tomorrow, today) => ({
      shape: "word",
      meanings: [{ kind: "day", value: tomorrow ? 1 : today ? 0 : -1 }],
    }),
  ],
  [
    /(?<=[明今昨])(?:(早)|晚)上?/uy,
    (early) => ({
      shape: "word",
      meanings: [{ kind: "part", value: early ? parts.morning : parts.evening }],
    }),
  ],
  // A third is no minute.
  [/\d+分の\d+|[一二三四五六七八九十]+分之[一二三四五六七八九十]+/uy, () => ({ shape: "unknown" })],
  [
    /\(([月火水木金土日])(?:曜日?)?\)/uy,
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

function compactInstantOf(
  year = "",
  month = "",
  day = "",
  hour = "",
  minute = "",
  second = "00",
): Shape {
  return instantOf(`${year}-${month}-${day}`, `${hour}:${minute}`, `:${second}`);
}

/** Each is tried where the token before ended and none can run back and forth, whatever the text. */
export const patterns: readonly Pattern[] = [
  ...eastAsian,
  [/(?:utc|gmt) ?[+-] ?\d{1,2}(?::?\d\d)?(?!\d)/uy, () => ({ shape: "zone" })],
  [/[a-z]{2,12}\/[a-z_+-]{2,20}\d{0,2}(?:\/[a-z_]{2,20})?/uy, () => ({ shape: "zone" })],
  [
    /(\d{4}-\d\d-\d\d)t(\d\d:\d\d)(:\d\d)?(?:[.,]\d{1,9})?(?:z|([+-])(\d\d):?(\d\d)?)(?:\[[a-z/_+-]{3,40}\])?(?![\p{L}\d:])/uy,
    instantOf,
  ],
  [
    /(\d{4}-\d\d-\d\d) (\d\d:\d\d)(:\d\d)?(?:[.,]\d{1,9})? ?(?:z|(\+)(\d\d):?(\d\d))(?![\p{L}\d:])/uy,
    instantOf,
  ],
  [/(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)?z(?![\p{L}\d])/uy, compactInstantOf],
  [/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d.]\d|\d)(?:t(?=\d))?/uy, dateOf("year-first")],
  // "20261203T100000" and "20261203 10:00"; by itself it is a number like others.
  [/(20\d\d)(\d\d)(\d\d)(?:t(?=\d{4}(?:\d\d)?(?!\d))|(?= \d{1,2}:\d\d))/uy, dateOf("year-first")],
  [
    /(?<=\d{8}t)(\d\d)(\d\d)(?:\d\d)?(?!\d)/uy,
    (hour = "", minute = "") => ({ shape: "clock", hour, minute }),
  ],
  [/(\d{1,2})\. (\d{1,2})\. ?(\d{4})(?![\d.])/uy, dateOf("day-first")],
  [/(\d{1,2})\.(\d{1,2})\.(?:(\d{4}|\d\d)(?!\.?\d)|(?!\d))(?!:)/uy, dateOf("day-first")],
  // A meeting of two.
  [/1:1(?![\d:])/uy, () => ({ shape: "unknown" })],
  // "1.1.3" and "45.4.1.2" are version numbers, and "24/7" means always.
  [/\d+(?:\.\d+){2,}|24\/7(?![\d/])(?! *\d)/uy, () => ({ shape: "unknown" })],
  // "+49 30 1234567" is a telephone's.
  [/\+\d{1,3}(?:[ ./()-]{1,3}\d{2,8}){2,5}(?![\d:h])|\+\d{8,15}/uy, () => ({ shape: "unknown" })],
  // "10:00:00 -0500", "10:00 +02:00"; "10:00 -1130" may be a span.
  [
    /(?<=:\d\d ?)\+\d\d:?\d\d(?![\d:])|(?<=:\d\d:\d\d ?)-\d{4}(?![\d:])/uy,
    () => ({ shape: "zone" }),
  ],
  [/(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d\d))?(?![\d/])/uy, dateOf("local")],
  [/(\d{1,2})-(\d{1,2})-(\d{4}|\d\d)(?![\d:])/uy, dateOf("local")],
  [
    /(\d{1,2}):(\d\d)(?::\d\d(?:\.\d{1,9})?)?(?![\d:])/uy,
    (hour = "", minute = "") => ({ shape: "clock", hour, minute }),
  ],
  // "1h30 min" is a length of two parts, "10h 24 dec" a time and a date.
  [/(\d{1,2})[hu](\d\d)(?!\d| ?m(?!\p{L})| ?min)/uy, hoursOf],
  // In Brazil "14h30min" is a time; nobody meets for so long.
  [/([7-9]|1\d|2[0-4]) ?h ?(\d\d) ?min(?!\p{L})/uy, hoursOf],
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
  // "2:30p", but not "720p"
  [
    /(?<=(?<![\d:])\d{1,2}(?::\d\d)?)p(?![\p{L}\d'.])/uy,
    () => ({ shape: "word", meanings: [{ kind: "meridiem", value: 12 }] }),
  ],
  // "+15 min" is a delay.
  [/\+(?= ?\d)/uy, () => ({ shape: "word", meanings: [{ kind: "in", value: 0 }] })],
  [/-+>?|\.{2,3}/uy, () => ({ shape: "dash" })],
  // Calendars are full of pictures; a clock face without digits says what nobody reads.
  [
    /(?![\u{1F550}-\u{1F567}](?! ?\d))\p{Extended_Pictographic}|(?<= )\/(?= )/uy,
    () => ({ shape: "mark" }),
  ],
  [/[,;.()[\]|!?:"'“”„«»、。،؛؟「」·⋅•∙・]/uy, () => ({ shape: "mark" })],
];
