import { createRandom, type Random } from "../torture/random.ts";
import type { Mutant } from "./mutators.ts";

export const folderOf = ({ file }: { readonly file: string }) => file.split("/")[1] ?? "";

/**
 * As many as wanted, the folders by their size, none without its share; in a folder the mutators take turns, so
 * that tables of words do not crowd out what is rare.
 */
export function pickMutants(all: readonly Mutant[], count: number, seed: number): Mutant[] {
  const random = createRandom(seed);
  const folders = [...Map.groupBy(all, folderOf).values()];
  const least = Math.floor(count / folders.length / 2);
  const rest = count - least * folders.length;
  return folders.flatMap((mutants) => {
    const share = least + Math.round((rest * mutants.length) / all.length);
    return takeTurns(mutants, share, random);
  });
}

function takeTurns(mutants: readonly Mutant[], count: number, random: Random): Mutant[] {
  const queues = [...Map.groupBy(mutants, ({ mutator }) => mutator).values()].map((queue) =>
    shuffled(queue, random),
  );
  const longest = Math.max(...queues.map((queue) => queue.length));
  const turns = Array.from({ length: longest }, (_, turn) =>
    shuffled(queues, random).flatMap((queue) => queue[turn] ?? []),
  );
  return turns.flat().slice(0, count);
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
