import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { createJudge, measureTests } from "./judge.ts";
import { type Mutant, mutantsOf } from "./mutators.ts";
import { pickMutants } from "./pick.ts";
import { isAlive, isOf, printResults, readResults, resultOf, writeResults } from "./report.ts";
import { createTypeCheck } from "./types.ts";
import { createWorkshop } from "./workshop.ts";

/**
 * `npm run mutants [-- seed [how many [folder or file …]]]` picks small changes to the sources by the seed, the
 * folders by their size and the kinds of change in turn, and tries each on the tests that enter the changed
 * function. Killed means that one of them fails or comes to no end, or that the compiler refuses the change.
 * `npm run mutants -- again` tries only what was alive the last time.
 */
const root = join(import.meta.dirname, "../..");
const [first = String(Date.now() % 1_000_000), howMany = "400", ...chosen] = process.argv.slice(2);
const isAgain = first === "again";
const seed = isAgain ? 1 : Number(first);

const sources = new Map(
  globSync("main/{meetings,auth,graph,join,times}/**/*.ts", { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted()
    .map((path) => [path, readFileSync(join(root, path), "utf8")] as const),
);
const all = [...sources].flatMap(([file, text]) => mutantsOf(file, text));
const earlier = isAgain ? readResults() : [];
const mutants = isAgain ? aliveEarlier() : pickMutants(all.filter(isChosen), Number(howMany), seed);
if (mutants.length === 0) throw new Error("There is nothing to change.");
console.log(isAgain ? "what was alive the last time" : `seed ${seed}`);

const workshop = createWorkshop();
const types = createTypeCheck(root);
const ground = { workshop, seed, sources };
const judge = createJudge(ground, await measureTests(ground));
const results = earlier.filter((result) => !isAlive(result));
if (mutants[0]) await judge.expectToSeeChanges(mutants[0]);
for (const [index, mutant] of mutants.entries()) {
  const tried = await judge.judge(mutant);
  const isRefused = isAlive(resultOf(mutant, tried.verdict)) && !types.takes(mutant);
  const verdict = isRefused ? "refused by types" : tried.verdict;
  results.push(resultOf(mutant, verdict));
  writeResults(results);
  const { file, line, mutator } = mutant;
  const by = tried.killer === null ? "" : ` by ${tried.killer}`;
  console.log(`${index + 1} of ${mutants.length}: ${file}:${line} ${mutator}, ${verdict}${by}`);
}
workshop.close();
types.close();
printResults(results);

function isChosen({ file }: Mutant): boolean {
  return chosen.length === 0 || chosen.some((path) => file.startsWith(path));
}

function aliveEarlier(): Mutant[] {
  const alive = earlier.filter(isAlive);
  return all.filter((mutant) => alive.some((result) => isOf(result, mutant)));
}
