import type { TypedLineInput } from "../contract/requests/typed-line.ts";
import { piecesBetween, type Place, plain } from "./line-text.ts";

type Named = TypedLineInput["presets"][number];

export interface FoundPreset {
  readonly id: string;
  readonly place: Place;
}

const fewestLetters = 2;

/** "#guarded" anywhere in the line, or as much of the name as no other preset begins with. */
export function markedPreset(text: string, presets: readonly Named[]): FoundPreset | null {
  for (const mark of text.matchAll(/(?<![\p{L}\p{N}#])#(?=\p{L}|\p{N})/gu)) {
    const from = mark.index;
    const found = wholeName(text, from + 1, presets) ?? beginningOf(text, from + 1, presets);
    if (found) return { id: found.id, place: { from, to: found.to } };
  }
  return null;
}

/** The longest name that stands there. */
function wholeName(text: string, from: number, presets: readonly Named[]) {
  const found = presets.flatMap(({ id, name }) => {
    const to = endOfName(text, from, name);
    return to === null ? [] : [{ id, to }];
  });
  return found.toSorted((one, other) => other.to - one.to)[0] ?? null;
}

/** Where a name ends that begins at this place; null where it does not stand there whole. */
function endOfName(text: string, from: number, name: string): number | null {
  const wanted = plain(name);
  if (wanted === "") return null;
  for (let to = from + 1; to <= text.length; to += 1) {
    if (/^[\p{L}\p{N}\p{M}]/u.test(text.slice(to))) continue;
    const typed = plain(text.slice(from, to));
    if (typed === wanted) return to;
    if (typed.length > wanted.length) return null;
  }
  return null;
}

function beginningOf(text: string, from: number, presets: readonly Named[]) {
  const [word = ""] = /^[\p{L}\p{N}\p{M}-]+/u.exec(text.slice(from)) ?? [];
  const typed = plain(word);
  if (typed.length < fewestLetters) return null;
  const [only, ...others] = presets.filter(({ name }) => plain(name).startsWith(typed));
  return only && others.length === 0 ? { id: only.id, to: from + word.length } : null;
}

/** A name by itself behind the time, or behind a comma at the end: "Interview friday 10, external guests". */
export function trailingPreset(
  text: string,
  taken: readonly Place[],
  presets: readonly Named[],
): FoundPreset | null {
  const last = piecesBetween(text, taken).at(-1);
  if (!last || last.to < text.trimEnd().length) return null;
  const piece = text.slice(last.from, last.to);
  const comma = piece.lastIndexOf(",");
  if (last.from === 0 && comma < 0) return null;
  const starts = [...(last.from > 0 ? [last.from] : []), ...(comma < 0 ? [] : [last.from + comma])];
  for (const from of starts) {
    const words = plain(text.slice(from, last.to).replace(/^[\s,;:–—-]+/u, ""));
    const found = presets.find(({ name }) => plain(name) === words);
    if (found) return { id: found.id, place: { from, to: last.to } };
  }
  return null;
}

/** The name of a preset that these words hold, whole, and that may have been meant. */
export function presetWithin(subject: string, presets: readonly Named[]): string | null {
  const words = ` ${plain(subject).replaceAll(/[^\p{L}\p{N}]+/gu, " ")} `;
  const isWithin = ({ name }: Named) =>
    words.includes(
      ` ${plain(name)
        .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
        .trim()} `,
    );
  return presets.find((preset) => plain(preset.name) !== "" && isWithin(preset))?.name ?? null;
}
