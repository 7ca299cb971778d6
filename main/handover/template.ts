import type { TemplateProblem } from "../contract/answers.ts";
import { type FieldName, fieldNames, type Fields } from "./invitation-facts.ts";

type Simple = { readonly text: string } | { readonly field: FieldName };
type Part = Simple | { readonly optional: readonly Simple[] };

/** What the editor underlines. A template with problems can still be filled: what is not understood stays. */
export const checkTemplate = (template: string): readonly TemplateProblem[] =>
  parseTemplate(template).problems;

/**
 * Each value is put in once, as text. A line with a missing value vanishes, as does one that only held
 * optional parts which vanished.
 */
export function fillTemplate(template: string, fields: Fields, eol: string): string {
  const { parts } = parseTemplate(template.replaceAll("\r\n", "\n"));
  const lines: FilledLine[] = [{ text: "", lacks: false, lost: false }];
  for (const part of parts) {
    if (!("optional" in part)) addPart(lines, part, fields);
    else if (part.optional.some((inner) => "field" in inner && fields[inner.field] === null))
      changeLast(lines, { lost: true });
    else for (const inner of part.optional) addPart(lines, inner, fields);
  }
  return settle(lines).join(eol);
}

interface FilledLine {
  readonly text: string;
  /** A value outside an optional part is missing. */
  readonly lacks: boolean;
  /** An optional part vanished. */
  readonly lost: boolean;
}

function addPart(lines: FilledLine[], part: Simple, fields: Fields): void {
  if ("field" in part) {
    const value = fields[part.field];
    if (value === null) changeLast(lines, { lacks: true });
    else changeLast(lines, { text: (lines.at(-1)?.text ?? "") + value });
    return;
  }
  const [first = "", ...others] = part.text.split("\n");
  changeLast(lines, { text: (lines.at(-1)?.text ?? "") + first });
  for (const text of others) lines.push({ text, lacks: false, lost: false });
}

function changeLast(lines: FilledLine[], change: Partial<FilledLine>): void {
  const last = lines.pop() ?? { text: "", lacks: false, lost: false };
  lines.push({ ...last, ...change });
}

/** Only where something vanished are blank lines taken away: a template without gaps stays as written. */
function settle(lines: readonly FilledLine[]): string[] {
  const isGone = ({ text, lacks, lost }: FilledLine) => lacks || (lost && text.trim() === "");
  const kept = lines.filter((line) => !isGone(line));
  const texts = kept.map(({ text, lost }) => (lost ? text.trimEnd() : text));
  if (kept.length === lines.length) return texts;
  const single = texts.filter((text, at) => text !== "" || (texts[at - 1] ?? "") !== "");
  return single.at(-1) === "" ? single.slice(0, -1) : single;
}

/** Braces first, so that no name holds a bracket; each search ends at the next sign, so time is linear. */
const signs = /\{(?<name>[^{}[\]\r\n]*)\}|[{[\]]/gu;

function parseTemplate(template: string): { parts: Part[]; problems: TemplateProblem[] } {
  const parts: Part[] = [];
  const problems: TemplateProblem[] = [];
  let open: { readonly start: number; readonly inner: Simple[] } | null = null;
  let at = 0;
  const add = (part: Simple) => (open === null ? parts : open.inner).push(part);
  const leaveOpen = () => {
    if (open === null) return;
    problems.push({ kind: "unclosed-bracket", start: open.start, end: open.start + 1 });
    parts.push({ text: "[" }, ...open.inner);
    open = null;
  };
  for (const match of template.matchAll(signs)) {
    const [sign] = match;
    const name = match.groups?.["name"];
    const place = { start: match.index, end: match.index + sign.length };
    if (match.index > at) add({ text: template.slice(at, match.index) });
    at = place.end;
    if (name !== undefined && isFieldName(name)) add({ field: name });
    else if (sign === "[") {
      leaveOpen();
      open = { start: match.index, inner: [] };
    } else if (sign === "]" && open !== null) {
      parts.push(...closed(open.inner));
      open = null;
    } else {
      if (name !== undefined) problems.push({ kind: "unknown-field", name, ...place });
      if (sign === "{") problems.push({ kind: "unclosed-brace", ...place });
      add({ text: sign });
    }
  }
  if (at < template.length) add({ text: template.slice(at) });
  leaveOpen();
  return { parts, problems: problems.toSorted((one, other) => one.start - other.start) };
}

/** Brackets around no field are brackets. */
const closed = (inner: readonly Simple[]): Part[] =>
  inner.some((part) => "field" in part)
    ? [{ optional: inner }]
    : [{ text: "[" }, ...inner, { text: "]" }];

const names: ReadonlySet<string> = new Set(fieldNames);
const isFieldName = (name: string): name is FieldName => names.has(name);
