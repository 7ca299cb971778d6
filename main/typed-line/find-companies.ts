import type { Invitee } from "../contract/event-draft.ts";
import type { NamedPerson } from "../contract/requests/typed-line.ts";
import type { KnownPeople } from "./known-people.ts";
import { piecesBetween, type Place } from "./line-text.ts";
import { type Candidate, companiesIn, type Company } from "./named-people.ts";
import { joinersOf } from "./with-words.ts";

interface FoundPeople {
  /** What is no part of the subject any more. */
  readonly places: readonly Place[];
  /** What is somebody's name rather than a time, whether that is known or not: "with april". */
  readonly named: readonly Place[];
  readonly people: readonly NamedPerson[];
}

/** Whoever the line names. Those who stand together are invited together, or stay in the subject together. */
export async function findCompanies(
  text: string,
  taken: readonly Place[],
  languages: readonly string[],
  knownPeople: KnownPeople,
): Promise<FoundPeople> {
  const joiners = joinersOf(languages);
  const places: Place[] = [];
  const named: Place[] = [];
  const people: NamedPerson[] = [];
  for (const piece of piecesBetween(text, taken))
    for (const company of companiesIn(text, piece, joiners)) {
      const found = await meet(company, knownPeople);
      const { from, candidates } = company;
      named.push({ from, to: candidates[0]?.words[0]?.to ?? from });
      if ("to" in found) places.push({ from, to: found.to });
      people.push(...found.people);
    }
  return { places, named, people: onceEach(people) };
}

type Met =
  | { readonly to: number; readonly people: readonly NamedPerson[] }
  | { readonly people: readonly NamedPerson[] };

async function meet({ candidates }: Company, knownPeople: KnownPeople): Promise<Met> {
  const people: { typed: string; person: Invitee; why: null }[] = [];
  let to = 0;
  for (const candidate of candidates) {
    const meant = await knownPeople(candidate);
    if (meant.kind !== "found") {
      const isRest = candidate.isBehindComma && people.length > 0 && meant.kind === "nobody";
      if (isRest) break;
      return { people: [{ typed: typedBy(candidate), person: null, why: meant.kind }] };
    }
    const words = candidate.words.slice(0, meant.words);
    to = words.at(-1)?.to ?? to;
    people.push({ typed: typedBy({ ...candidate, words }), person: meant.person, why: null });
    // What stands behind a name is no name any more.
    if (words.length < candidate.words.length) break;
  }
  return { to, people };
}

const typedBy = ({ words }: Candidate): string => words.map(({ text }) => text).join(" ");

function onceEach(people: readonly NamedPerson[]): NamedPerson[] {
  const seen = new Set<string>();
  return people.filter(({ person }) => {
    const key = person?.address.toLowerCase();
    return key === undefined || (!seen.has(key) && seen.add(key).size > 0);
  });
}
