import type { Spoken } from "./speech.ts";
import type { Words } from "./words.ts";

export interface Step {
  readonly name: string;
  readonly lines: readonly string[];
  /** Until the first of them; not written down. */
  readonly waited: number | null;
}

/** What is the same in every run: without times, days, and what belongs to one meeting alone. */
export function settled(spoken: readonly Spoken[], words: Words): string[] {
  return spoken.filter(({ kind }) => kind === "said").map(({ text }) => settle(text, words));
}

export function settle(text: string, { locale }: Words): string {
  // Marks that nobody hears: isolates, and the one that makes a sentence new.
  const plain = text.replaceAll(/[\u200B-\u200F\u2066-\u2069\u061C]/gu, "");
  return (
    plain
      .replaceAll(/https?:\S+/gu, "‹address›")
      // An ID or a passcode, letter by letter: each meeting has its own.
      .replaceAll(
        /(?<![\p{L}\p{Nd}])(?:[\p{L}\p{Nd}] ){5,}[\p{L}\p{Nd}](?![\p{L}\p{Nd}])/gu,
        "‹spelt›",
      )
      .replaceAll(datesOf(locale), "‹day›")
      .replaceAll(/\(UTC[^)]*\)\s?[^,،、.]+/gu, "‹zone›")
      .replaceAll(/\p{Nd}{1,2}:\p{Nd}{2}(?:\s?[AaPp]\.?[Mm]\.?|\s?[صم])?/gu, "‹time›")
  );
}

const known = new Map<string, RegExp>();

/** Every way in which a day of the coming year is written in that language, the longest first. */
function datesOf(locale: string): RegExp {
  const found = known.get(locale);
  if (found) return found;
  const styles: Intl.DateTimeFormatOptions[] = [];
  for (const weekday of ["long", "short", undefined] as const)
    for (const month of ["long", "short"] as const)
      for (const year of ["numeric", undefined] as const)
        styles.push({
          day: "numeric",
          month,
          ...(weekday && { weekday }),
          ...(year && { year }),
        });
  const day = 86_400_000;
  const dates = styles.flatMap((style) =>
    Array.from({ length: 372 }, (_, index) =>
      new Intl.DateTimeFormat(locale, style).format(Date.now() + (index - 2) * day),
    ),
  );
  const escaped = [...new Set(dates)]
    .toSorted((one, other) => other.length - one.length)
    .map((date) => date.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  const pattern = new RegExp(escaped.join("|"), "gu");
  known.set(locale, pattern);
  return pattern;
}

const nothing = "(nothing)";

export function writeTranscript(steps: readonly Step[]): string {
  const blocks = steps.map(({ name, lines }) =>
    [`# ${name}`, ...(lines.length > 0 ? lines : [nothing]).map((line) => `  ${line}`)].join("\n"),
  );
  return `${blocks.join("\n")}\n`;
}

export function readTranscript(text: string): Step[] {
  return text
    .split(/^# /mu)
    .slice(1)
    .map((block) => {
      const [name = "", ...rest] = block.trimEnd().split("\n");
      const lines = rest.map((line) => line.slice(2)).filter((line) => line !== nothing);
      return { name, lines, waited: null };
    });
}

/** What is focused and what is announced come by two ways: which is heard first may differ. */
export const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join("\n") === other.toSorted().join("\n");
