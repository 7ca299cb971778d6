import { createRandom, type Random } from "../random.ts";
import {
  failDeviceCode,
  failDirectly,
  failGraph,
  failRedeeming,
  failRedirect,
  failSilently,
  type Outcome,
} from "./edges.ts";
import { createBrowser, openAccounts, signedIn } from "./person.ts";
import { type Look, openScreens } from "./screens.ts";

export interface InventedErrorsOptions {
  readonly count: number;
  readonly seed: number;
  /** Hears of each thing that went wrong. */
  readonly log?: (line: string) => void;
}

const emptyBooks = () => ({
  cases: 0,
  errors: 0,
  blank: 0,
  unfinished: 0,
  leaks: 0,
  /** Calls that sent more requests than they may. */
  loops: 0,
  falseSuccesses: 0,
  deadEnds: 0,
  impossibleWaits: 0,
  thrown: 0,
  /** No wrong of ours: sign-ins that MSAL itself refuses for a minute, after it was told to wait. */
  blocked: 0,
});
type Books = ReturnType<typeof emptyBooks>;

/**
 * Answers nobody ever saw, at every edge where a foreign error becomes one of ours. All figures but
 * `cases`, `errors` and `blocked` count what must not be.
 */
export async function runInventedErrors({
  count,
  seed,
  log = () => undefined,
}: InventedErrorsOptions) {
  const random = createRandom(seed);
  const look = await openScreens();
  const saved = await saveSignIn();
  const edges: readonly Edge[] = [
    { name: "silent", fail: (numbers) => failSilently(numbers, saved) },
    { name: "redeem", fail: failRedeeming },
    { name: "redirect", fail: failRedirect },
    { name: "device code", fail: failDeviceCode },
    { name: "Graph", fail: failGraph },
    { name: "direct", fail: failDirectly },
  ];
  const books = emptyBooks();
  while (books.cases < count)
    for (const { name, fail } of edges.slice(0, count - books.cases)) {
      // Each case has numbers of its own, so that it can be made to happen again alone.
      const numbers = createRandom(random.below(2 ** 31));
      books.cases += 1;
      try {
        const outcome = await fail(numbers);
        const wrongs = note(books, outcome, look);
        if (wrongs.length > 0)
          log(
            `  ${name} ${numbers.seed}: ${wrongs.join(", ")} ${JSON.stringify([...outcome.errors, outcome.deadEnd])}`,
          );
      } catch (error) {
        books.thrown += 1;
        log(`  ${name} ${numbers.seed}: ${String(error)}`);
      }
    }
  return books;
}

interface Edge {
  readonly name: string;
  readonly fail: (random: Random) => Promise<Outcome>;
}

type Wrong = Exclude<keyof Books, "cases" | "errors" | "thrown" | "blocked">;

/** Enters what is wrong with this outcome, and answers it. */
function note(books: Books, outcome: Outcome, look: Look): readonly Wrong[] {
  const faults = outcome.errors.map(look);
  books.errors += faults.length;
  books.blocked += Number(outcome.isBlocked);
  const wrongs: Readonly<Record<Wrong, boolean>> = {
    blank: faults.some(({ isBlank }) => isBlank),
    unfinished: faults.some(({ isUnfinished }) => isUnfinished),
    leaks: faults.some(({ leaks }) => leaks),
    loops: outcome.requests > outcome.mostRequests,
    falseSuccesses: outcome.isFalseSuccess,
    deadEnds: outcome.deadEnd !== null,
    impossibleWaits: outcome.impossibleWaits > 0,
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the key type
  const found = (Object.keys(wrongs) as Wrong[]).filter((wrong) => wrongs[wrong]);
  for (const wrong of found) books[wrong] += 1;
  return found;
}

/** What a run of the app that signed Megan in leaves on disk. */
async function saveSignIn(): Promise<string> {
  const browser = createBrowser(() => ({ code: "a-code" }));
  const { accounts, kept } = openAccounts(async () => signedIn(browser.seen.nonce), null);
  const result = await accounts.signIn({ ...browser, accountId: null, loginHint: null });
  if (!result.ok || kept.text === null) throw new Error("the sign-in that works does not work");
  return kept.text;
}
