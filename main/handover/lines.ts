import { escapeHtml } from "../base/escape-html.ts";
import type { Words } from "../base/words.ts";

/** A piece of a line. `href` makes it a link where links can be had. */
export interface Piece {
  readonly text: string;
  readonly href?: string | null;
  readonly strong?: boolean;
}

/** An empty one is a blank line; null is one that has nothing to say. */
export type Line = readonly Piece[] | null;

const firstMark = 0xe000;

/**
 * A sentence of the catalogue with pieces in its placeholders. The values never pass through the
 * translator, so nothing in them is taken for a placeholder, and each can be a link.
 */
export function sentence(
  words: Words,
  key: string,
  values: Readonly<Record<string, Piece | null>>,
): Line {
  const entries = Object.entries(values);
  const pieces = entries.map(([, piece]) => piece).filter((piece) => piece !== null);
  if (pieces.length < entries.length) return null;
  const marks = entries.map(([name], index) => [name, String.fromCodePoint(firstMark + index)]);
  const marked = words(`invitation.${key}`, Object.fromEntries(marks));
  return marked
    .split(/([\ue000-\ue00f])/u)
    .filter((part) => part !== "")
    .map((part) => pieces[(part.codePointAt(0) ?? 0) - firstMark] ?? { text: part });
}

/** Without the lines that say nothing, without two blank lines in a row, without blank ends. */
export function tidyLines(lines: readonly Line[]): (readonly Piece[])[] {
  const said = lines.filter((line) => line !== null);
  const single = said.filter((line, at) => line.length > 0 || (said[at - 1] ?? []).length > 0);
  return single.at(-1)?.length === 0 ? single.slice(0, -1) : single;
}

export const linesToText = (lines: readonly Line[], eol: string): string =>
  tidyLines(lines)
    .map((line) => line.map(({ text }) => text).join(""))
    .join(eol);

/** One block a line, with no look of its own: it takes the font and the colours of where it is pasted. */
export const linesToHtml = (lines: readonly Line[]): string => sectionsToHtml([lines]);

/** The same with a rule between the sections that say something. */
export function sectionsToHtml(sections: readonly (readonly Line[])[]): string {
  const said = sections.map(tidyLines).filter((lines) => lines.length > 0);
  return `<div>${said.map((lines) => lines.map(lineToHtml).join("")).join("<hr>")}</div>`;
}

function lineToHtml(line: readonly Piece[]): string {
  const content = line.map(pieceToHtml).join("");
  return `<div dir="auto">${content === "" ? "<br>" : content}</div>`;
}

export function pieceToHtml({ text, href = null, strong = false }: Piece): string {
  const escaped = escapeHtml(text);
  const said = strong ? `<strong>${escaped}</strong>` : escaped;
  return href === null ? said : `<a href="${escapeHtml(href)}">${said}</a>`;
}
