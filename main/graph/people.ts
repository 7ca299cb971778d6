import * as v from "valibot";

import { fail, ok, type Result } from "../contract/errors.ts";
import type { Graph, GraphCall } from "./client.ts";
import { unreadable } from "./graph-errors.ts";

/** Somebody to invite. Text, never HTML. */
export interface Person {
  readonly name: string | null;
  readonly address: string;
}

export interface People {
  /**
   * Who the person works with and is called like this, the closest first; ten at most.
   * @see https://learn.microsoft.com/graph/api/user-list-people
   */
  search(query: string, options?: Pick<GraphCall, "signal">): Promise<Result<readonly Person[]>>;
}

const maxPeople = 10;
const maxQueryLength = 100;

export function createPeople({ graph }: { readonly graph: Graph }): People {
  return {
    async search(query, options = {}) {
      const words = searchWords(query);
      if (words === "") return ok([]);
      const parameters = [
        `$search=${encodeURIComponent(`"${words}"`)}`,
        `$top=${maxPeople}`,
        "$select=displayName,scoredEmailAddresses",
      ];
      const path = `/me/people?${parameters.join("&")}`;
      const answer = await graph({ method: "GET", path, ...options });
      if (!answer.ok) return fail(answer.failure.error);
      const { body, trace } = answer.value;
      const parsed = v.safeParse(list, body);
      if (!parsed.success) return fail(unreadable(trace));
      const found = parsed.output.value.slice(0, 100).flatMap(personOf);
      return ok(withoutRepeats(found).slice(0, maxPeople));
    },
  };
}

/** The search stands between double quotes, which have no escape that is documented. */
const searchWords = (query: string): string =>
  query
    .slice(0, maxQueryLength)
    .toWellFormed()
    .replaceAll(/["\\\p{Cc}\s]+/gu, " ")
    .trim();

const list = v.object({ value: v.array(v.unknown()) });
const person = v.object({
  displayName: v.fallback(v.nullable(v.string()), null),
  scoredEmailAddresses: v.array(v.unknown()),
});
const scored = v.object({ address: v.string() });

/** The first address that can be one: without it nobody can be invited. */
function personOf(entry: unknown): Person[] {
  const parsed = v.safeParse(person, entry);
  if (!parsed.success) return [];
  const { displayName, scoredEmailAddresses } = parsed.output;
  for (const each of scoredEmailAddresses.slice(0, 10)) {
    const said = v.safeParse(scored, each);
    const address = said.success ? checkAddress(said.output.address) : null;
    if (address !== null) return [{ name: cleanName(displayName), address }];
  }
  return [];
}

const maxNameLength = 200;

/** On one line, and without the marks that could make a name read as another. */
export function cleanName(text: string | null): string | null {
  const name = (text ?? "")
    .slice(0, maxNameLength)
    .toWellFormed()
    .replaceAll(
      /[\p{Cc}\p{Zl}\p{Zp}\u{200e}\u{200f}\u{61c}\u{202a}-\u{202e}\u{2066}-\u{2069}]+/gu,
      " ",
    )
    .trim();
  return name === "" ? null : name;
}

function withoutRepeats(people: readonly Person[]): Person[] {
  const seen = new Set<string>();
  return people.filter(({ address }) => {
    const key = address.toLowerCase();
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

const local = /^[^\s\p{Cc}\p{Cf}@<>()[\]\\,;:"]{1,64}$/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

/** The address as Graph takes it, its domain in small letters; null for what cannot be one. */
export function checkAddress(text: string): string | null {
  if (text.length > 400) return null;
  const address = text.trim();
  const at = address.lastIndexOf("@");
  const [name, domain] = [address.slice(0, at), address.slice(at + 1).toLowerCase()];
  const labels = domain.split(".");
  const isDomain =
    labels.length > 1 && domain.length <= 253 && labels.every((each) => label.test(each));
  if (at < 1 || !isDomain || !local.test(name)) return null;
  return /^\.|\.$|\.\./u.test(name) ? null : `${name}@${domain}`;
}

export interface SplitAddresses {
  /** In the order they were in, each once. */
  readonly people: readonly Person[];
  /** What is no address, as it was typed. */
  readonly rejected: readonly string[];
}

const maxTextLength = 100_000;

/**
 * Takes a pasted list apart, at semicolons, commas and line ends. `Vance, Adele <adele@contoso.com>` is one
 * person, and so is whatever stands in quotes.
 */
export function splitAddresses(text: string): SplitAddresses {
  const people: Person[] = [];
  const rejected: string[] = [];
  for (const piece of piecesOf(text.slice(0, maxTextLength))) {
    const found = readPiece(piece);
    if (found.length > 0) people.push(...found);
    else rejected.push(piece);
  }
  return { people: withoutRepeats(people), rejected };
}

/** Quoted text may hold separators; a quote that nothing closes soon is a letter like others. */
const token =
  /(?<quoted>"(?:[^"\\\n]|\\.){0,400}")|(?<break>[;\r\n]+)|(?<comma>,)|(?<rest>[^",;\r\n]+|")/gu;

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const line of linesOf(text)) {
    let waiting = "";
    for (const part of line) {
      const joined = waiting === "" ? part : `${waiting},${part}`;
      const isNamed = /<[^<>]*>\s*$/u.test(part);
      // "Vance, Adele <…>": what has no address yet belongs to the name that follows.
      if (part.includes("@") || isNamed) {
        pieces.push(...(isNamed ? [joined] : [waiting, part]));
        waiting = "";
      } else if (part.trim() !== "") waiting = joined;
    }
    pieces.push(waiting);
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

/** Between semicolons and line ends, what stands between the commas. */
function linesOf(text: string): string[][] {
  const lines: string[][] = [[""]];
  for (const { groups = {} } of text.matchAll(token)) {
    const line = lines.at(-1) ?? [];
    if (groups["break"] !== undefined) lines.push([""]);
    else if (groups["comma"] !== undefined) line.push("");
    else line.push(`${line.pop() ?? ""}${groups["quoted"] ?? groups["rest"] ?? ""}`);
  }
  return lines;
}

/** One address, named or bare, or several with nothing but blanks between. */
function readPiece(piece: string): Person[] {
  const named = /^(?<name>"(?:[^"\\]|\\.)*"\s*|[^<>]*)<(?:mailto:)?(?<address>[^<>]*)>$/iu.exec(
    piece,
  )?.groups;
  if (named) {
    const address = checkAddress(named["address"] ?? "");
    return address === null ? [] : [{ name: cleanName(unquoted(named["name"] ?? "")), address }];
  }
  const addresses = piece.split(/\s+/u).map((each) => checkAddress(each.replace(/^mailto:/iu, "")));
  const good = addresses.filter((address) => address !== null);
  return good.length === addresses.length ? good.map((address) => ({ name: null, address })) : [];
}

/** A name in quotes, with what they escape. */
function unquoted(text: string): string {
  const [, inner] = /^"(.*)"$/u.exec(text.trim()) ?? [];
  return inner === undefined ? text : inner.replaceAll(/\\(.)/gu, "$1");
}
