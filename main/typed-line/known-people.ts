import type { Clock } from "../base/clock.ts";
import type { Result } from "../contract/errors.ts";
import type { Invitee } from "../contract/event-draft.ts";
import type { NamedPerson } from "../contract/requests/typed-line.ts";
import { checkAddress } from "../graph/people.ts";
import { plain } from "./line-text.ts";
import type { Candidate } from "./named-people.ts";

export interface KnownPeopleDependencies {
  /** Whoever is called like this. Errors: sign-in-refused where nobody may be suggested. */
  readonly search: (text: string) => Promise<Result<readonly Invitee[]>>;
  /** Of whoever organises: another person knows other people. */
  readonly accountId: () => string | null;
  readonly clock: Pick<Clock, "now">;
}

/** Who was meant, and by how many of the words. */
export type Meant =
  | { readonly kind: "found"; readonly person: Invitee; readonly words: number }
  | { readonly kind: NonNullable<NamedPerson["why"]> };

/** Finds whoever is named: one person alone, or nobody. */
export type KnownPeople = (candidate: Candidate) => Promise<Meant>;

type Answer = Result<readonly Invitee[]>;

/** A line is read at each key: nobody is asked for twice in this time. */
const keptMilliseconds = 5 * 60_000;
/** What was refused or did not arrive may be otherwise soon. */
const refusedMilliseconds = 30_000;
const mostKept = 100;
const fewestLetters = 2;

export function createKnownPeople({
  search,
  accountId,
  clock,
}: KnownPeopleDependencies): KnownPeople {
  const kept = createKept(clock);

  async function find(word: string): Promise<Answer> {
    const who = accountId() ?? "";
    // Who refused once, refuses each name.
    const known = kept.find(`${who} `) ?? kept.find(`${who} ${plain(word)}`);
    if (known) return known;
    const answer = await search(word);
    // Another line was read meanwhile, which asked for somebody else.
    if (!answer.ok && answer.error.kind === "cancelled") return answer;
    kept.keep(`${who} ${isRefused(answer) ? "" : plain(word)}`, answer);
    return answer;
  }

  return async ({ words }) => {
    const [first] = words;
    if (!first) return { kind: "nobody" };
    const address = checkAddress(first.text);
    if (address !== null) return { kind: "found", person: { name: null, address }, words: 1 };
    if (!isName(first.text)) return { kind: "nobody" };
    const answer = await find(first.text);
    if (answer.ok) return meantBy(words, answer.value);
    return { kind: isRefused(answer) ? "off" : "unreachable" };
  };
}

const isRefused = (answer: Answer): boolean =>
  !answer.ok && answer.error.kind === "sign-in-refused";

const isName = (text: string): boolean =>
  /\p{L}/u.test(text) && (text.length >= fewestLetters || !/^\p{Script=Latin}/u.test(text));

/** What was answered, while it may still be so. */
function createKept(clock: Pick<Clock, "now">) {
  const kept = new Map<string, { readonly answer: Answer; readonly until: number }>();
  return {
    find(key: string): Answer | null {
      const known = kept.get(key);
      return known && clock.now() < known.until ? known.answer : null;
    },
    keep(key: string, answer: Answer): void {
      const [oldest] = kept.keys();
      if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
      const milliseconds = answer.ok ? keptMilliseconds : refusedMilliseconds;
      kept.set(key, { answer, until: clock.now() + milliseconds });
    },
  };
}

/** By as many of the words as are somebody's name. Parts of a name's word are nobody's: "ann" is not Anna. */
function meantBy(words: Candidate["words"], people: readonly Invitee[]): Meant {
  for (let count = words.length; count > 0; count -= 1) {
    const typed = words.slice(0, count).map(({ text }) => plain(text));
    const [person, ...others] = people.filter((each) => isCalled(each, typed));
    if (person && others.length === 0) return { kind: "found", person, words: count };
    if (person) return { kind: "several" };
  }
  return { kind: "nobody" };
}

function isCalled({ name, address }: Invitee, typed: readonly string[]): boolean {
  const whole = plain(name ?? "");
  const parts = new Set(whole.split(/[\s,.()]+/u));
  const local = plain(address.split("@")[0] ?? "");
  const isOnly = typed.length === 1 && (typed[0] === local || typed[0] === whole);
  return isOnly || typed.every((word) => parts.has(word));
}
