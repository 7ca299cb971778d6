import { placeOf } from "./markers.ts";
import type { Mutant } from "./mutators.ts";
import type { TestFile, Workshop } from "./workshop.ts";

export const verdicts = [
  "killed",
  "endless",
  "refused by types",
  "not reached",
  "survived",
] as const;
export type Verdict = (typeof verdicts)[number];

export interface Trial {
  readonly verdict: Verdict;
  /** The test that failed first. */
  readonly killer: string | null;
}
export interface Ground {
  readonly workshop: Workshop;
  readonly seed: number;
  /** Each source's text, by its path from the root. */
  readonly sources: ReadonlyMap<string, string>;
}

const minute = 60_000;

/** Every test on the sources as they are: all must pass, and their times say what is too long for a mutant. */
export async function measureTests({ workshop, seed, sources }: Ground): Promise<TestFile[]> {
  const order = { kind: "measure", sources: [...sources.keys()], seed } as const;
  const answer = await workshop.ask({ ...order, testMilliseconds: 10 * minute }, 120 * minute);
  workshop.close();
  if (answer?.kind !== "measured") throw new Error("The tests could not be measured.");
  if (answer.failures.length > 0) throw new Error(answer.failures.join("\n"));
  return [...answer.testFiles];
}

export function createJudge({ workshop, seed, sources }: Ground, testFiles: readonly TestFile[]) {
  const slowest = Math.max(...testFiles.map((test) => test.slowestMilliseconds));
  const testMilliseconds = Math.max(minute, 10 * slowest);

  /** The likeliest first: the file's own tests, its folder's, then the quick ones. */
  function testsAt(file: string, place: string): TestFile[] {
    const own = file.replace(/^main/u, "test/main").replace(/\.ts$/u, "");
    const folder = own.slice(0, own.lastIndexOf("/"));
    const rank = (test: TestFile) => {
      if (test.file.startsWith(`${own}.`)) return 0;
      return test.file.startsWith(folder) ? 1 : 2;
    };
    return testFiles
      .filter((test) => test.reached.includes(place))
      .toSorted((a, b) => rank(a) - rank(b) || a.milliseconds - b.milliseconds);
  }

  async function tryOn(mutant: Mutant, tests: readonly TestFile[]): Promise<Trial> {
    const usual = tests.reduce((sum, test) => sum + test.milliseconds, 0);
    const answer = await workshop.ask(
      { kind: "try", mutant, testFiles: tests.map((test) => test.file), seed, testMilliseconds },
      Math.max(2 * minute, 20 * usual),
    );
    if (answer?.kind !== "tried") return { verdict: "endless", killer: null };
    return { verdict: answer.killer === null ? "survived" : "killed", killer: answer.killer };
  }

  return {
    async judge(mutant: Mutant): Promise<Trial> {
      const { file, start } = mutant;
      const tests = testsAt(file, placeOf(file, sources.get(file) ?? "", start));
      if (tests.length === 0) return { verdict: "not reached", killer: null };
      return await tryOn(mutant, tests);
    },

    /** A fault that nobody could overlook: if the tests pass on it, they run on unchanged sources. */
    async expectToSeeChanges(mutant: Mutant): Promise<void> {
      const fault = { ...mutant, start: 0, end: 0, before: "", after: "throw new Error('seen');" };
      const { verdict } = await tryOn(fault, testsAt(mutant.file, mutant.file));
      if (verdict !== "killed") throw new Error("The tests do not see changes of the sources.");
    },
  };
}
