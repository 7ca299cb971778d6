import { Temporal } from "temporal-polyfill";

import type { Found } from "../reading/slots.ts";
import type { Token } from "../reading/tokens.ts";
import { findZone } from "../zones.ts";

/**
 * "(UTC+01:00) Amsterdam, Berlin, Bern": how Windows and Outlook name a zone. Its offset is that of the
 * winter all year round, so the places say what is meant.
 */
export function readWindowsLabel(tokens: readonly Token[], index: number): Found | null {
  const [open, offset, close] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (open?.raw !== "(" || !offset || !isOffset(offset) || close?.raw !== ")") return null;
  const { places, next } = readPlaces(tokens, index + 2);
  if (places.length === 0) return null;
  const minutes = minutesOf(offset.raw);
  const ids = places.map(findZone).filter((id) => id !== null);
  const id = ids.find((found) => standardMinutes(found) === minutes) ?? null;
  return { zone: { id, typed: offset.raw, offsetMinutes: null }, next };
}

const isOffset = (token: Token): boolean => token.shape === "zone" || /^utc$/iu.test(token.raw);

/** "(Central European Time - Berlin)": how Google names a zone, in whatever language. */
export function readCityLabel(tokens: readonly Token[], index: number): Found | null {
  if (tokens[index - 1]?.raw !== "(") return null;
  const length = tokens.slice(index, index + mostLabelTokens).findIndex(({ raw }) => raw === ")");
  const label = tokens.slice(index, index + Math.max(length, 0));
  const dash = label.findLastIndex(({ shape }) => shape === "dash");
  const typed = nameOf(label.slice(dash + 1));
  const id = dash > 0 ? findZone(typed) : null;
  return id === null ? null : { zone: { id, typed, offsetMinutes: null }, next: index + length };
}

const mostLabelTokens = 16;

/** Names with commas between them, and what stands in brackets behind: "Pacific Time (US & Canada)". */
function readPlaces(tokens: readonly Token[], index: number) {
  const places: string[] = [];
  let at = index;
  while (isName(tokens[at])) {
    const from = at;
    while (isName(tokens[at])) at += 1;
    places.push(nameOf(tokens.slice(from, at)));
    if (!/^[,、，،]$/u.test(tokens[at]?.raw ?? "")) break;
    at += 1;
  }
  if (places.length > 0 && tokens[at]?.raw === "(") {
    const close = tokens.findIndex(({ raw }, position) => position > at && raw === ")");
    if (close > 0) at = close + 1;
  }
  return { places, next: at };
}

/** In Chinese and Japanese each character is a token. */
const nameOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ raw }) => raw)
    .join(" ")
    .replaceAll(
      /(?<=[\p{Script=Han}\p{Script=Katakana}ー]) (?=[\p{Script=Han}\p{Script=Katakana}ー])/gu,
      "",
    );

const isName = (token: Token | undefined): boolean =>
  (token?.shape === "unknown" || token?.shape === "word") && /^[\p{L}.]/u.test(token.raw);

function minutesOf(raw: string): number {
  const [, sign, hours = "0", minutes = "0"] = /([+-]) ?(\d{1,2}):?(\d\d)?/u.exec(raw) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
}

const winters = ["2026-01-01T00:00Z", "2026-07-01T00:00Z"].map((at) => Temporal.Instant.from(at));

/** The lesser of two halves of a year, whichever hemisphere. */
const standardMinutes = (id: string): number =>
  Math.min(...winters.map((at) => at.toZonedDateTimeISO(id).offsetNanoseconds / 60_000_000_000));
