import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import * as v from "valibot";

import { type Verdict, verdicts } from "./judge.ts";
import type { Mutant } from "./mutators.ts";
import { folderOf } from "./pick.ts";

const resultsSchema = v.array(
  v.object({
    file: v.string(),
    line: v.number(),
    mutator: v.string(),
    before: v.string(),
    after: v.string(),
    verdict: v.picklist(verdicts),
  }),
);
export type Result = v.InferOutput<typeof resultsSchema>[number];

const folder = join(import.meta.dirname, "../../out");
const path = join(folder, "mutants.json");

export const isAlive = ({ verdict }: Result) => verdict === "survived" || verdict === "not reached";

export const isOf = (result: Result, mutant: Mutant) =>
  (["file", "line", "mutator", "before", "after"] as const).every(
    (key) => result[key] === mutant[key],
  );

export function resultOf(mutant: Mutant, verdict: Verdict): Result {
  const { file, line, mutator, before, after } = mutant;
  return { file, line, mutator, before, after, verdict };
}

export const readResults = (): Result[] =>
  existsSync(path) ? v.parse(resultsSchema, JSON.parse(readFileSync(path, "utf8"))) : [];

export function writeResults(results: readonly Result[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
}

export function printResults(results: readonly Result[]): void {
  for (const { file, line, mutator, before, after, verdict } of results.filter(isAlive))
    console.log(`\n${verdict}: ${file}:${line} ${mutator}\n- ${before}\n+ ${after}`);
  const rows = [...Map.groupBy(results, folderOf)].map(([name, of]) => [name, rowOf(of)]);
  console.table(Object.fromEntries([...rows, ["all", rowOf(results)]]));
}

function rowOf(results: readonly Result[]) {
  const counts = verdicts.map((verdict) => [
    verdict,
    results.filter((result) => result.verdict === verdict).length,
  ]);
  const alive = Math.round((100 * results.filter(isAlive).length) / results.length);
  return { mutants: results.length, ...Object.fromEntries(counts), alive: `${alive} %` };
}
