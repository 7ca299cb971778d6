import { checkAddress } from "../graph/people.ts";
import type { Place } from "./line-text.ts";
import type { Joiners } from "./with-words.ts";

/** Words that may be somebody's name, the one after the other, and where they stand. */
export interface Candidate {
  readonly words: readonly (Place & { readonly text: string })[];
  /** Behind a comma may as well stand the rest of the subject. */
  readonly isBehindComma: boolean;
}

/** "with anna vance, ben and carl": those who are named together, from the word that says so on. */
export interface Company {
  readonly from: number;
  readonly candidates: readonly Candidate[];
}

type Word = Place & { readonly text: string; readonly endsPart: boolean };

/** No name is longer. */
const mostWords = 4;
/** Nobody names more people in one line. */
const mostCandidates = 10;

/** Whoever may be named in a piece of the line. Addresses and names behind an "@" need no "with". */
export function companiesIn(text: string, piece: Place, joiners: Joiners): Company[] {
  const words = wordsOf(text, piece);
  const companies: Company[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const found = companyAt(words, at, joiners);
    if (!found) continue;
    companies.push(found.company);
    at = found.next - 1;
  }
  return companies.slice(0, mostCandidates);
}

function wordsOf(text: string, { from, to }: Place): Word[] {
  return [...text.slice(from, to).matchAll(/\S+/gu)].map(({ 0: typed, index }) => {
    const bare = typed.replace(/^[("'<、，；]+|[,;.:!?)"'>、，；]+$/gu, "");
    const endsPart = /[,;、，；]$/u.test(typed);
    // "Zoe <zoe@contoso.com>": the brackets go with the address.
    const shown = typed.startsWith(`<${bare}>`) ? `<${bare}>` : bare;
    const start = from + index + typed.indexOf(shown);
    return { text: bare, from: start, to: start + shown.length, endsPart };
  });
}

function companyAt(
  words: readonly Word[],
  at: number,
  joiners: Joiners,
): { readonly company: Company; readonly next: number } | null {
  const word = words[at];
  if (!word) return null;
  const { from } = word;
  if (joiners.isWith(word.text)) {
    const { candidates, next } = listFrom(words, at + 1, joiners);
    return candidates.length > 0 ? { company: { from, candidates }, next } : null;
  }
  const alone = aloneIn(word, joiners);
  return (
    alone && {
      company: { from, candidates: [{ words: [alone], isBehindComma: false }] },
      next: at + 1,
    }
  );
}

function aloneIn(word: Word, { attachedName }: Joiners): Word | null {
  if (checkAddress(word.text) !== null) return word;
  const [, marked] = /^@(\p{L}[\p{L}\p{M}\p{N}._-]+)$/u.exec(word.text) ?? [];
  if (marked !== undefined) return { ...word, text: marked };
  const attached = attachedName(word.text);
  return attached && { ...word, text: attached.name, to: word.from + attached.length };
}

/** Names between commas and "and", up to what cannot be one. */
function listFrom(words: readonly Word[], start: number, joiners: Joiners) {
  const candidates: Candidate[] = [];
  let name: Word[] = [];
  let isBehindComma = false;
  let at = start;
  const close = (isComma: boolean) => {
    if (name.length > 0) candidates.push({ words: name, isBehindComma });
    isBehindComma = isComma;
    name = [];
  };
  for (; at < words.length && candidates.length < mostCandidates; at += 1) {
    const word = words[at];
    if (!word || joiners.isWith(word.text)) break;
    if (joiners.isAnd(word.text)) close(false);
    else if (name.length < mostWords) name.push(word);
    if (word.endsPart) close(true);
  }
  close(false);
  return { candidates, next: at };
}
