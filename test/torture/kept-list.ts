import type { Figures } from "../figures.ts";
import { withChild } from "./store/bundle.ts";
import { storeRuns } from "./store/store.ts";

/** The list of meetings and the outbox under kills, half of them with a list of an earlier version to take over. */
export async function tortureKeptList(
  figures: Figures,
  seed: number,
  count: number,
): Promise<void> {
  const log = (line: string) => console.log(line);
  const books = await withChild((child) => storeRuns.listKills({ count, seed, log, child }));
  const name = `${books.kills} kills around presses and their list`;
  figures.exactly(`${name}: meetings lost`, books.lost, "meetings", 0);
  figures.exactly(`${name}: torn entries`, books.torn, "entries", 0);
  figures.exactly(`${name}: meetings forgotten`, books.forgotten, "meetings", 0);
  figures.exactly(`${name}: removed ones that came back`, books.returned, "meetings", 0);
  figures.exactly(`${name}: links copied without a press`, books.copiedWithoutPress, "copies", 0);
  figures.exactly(`${name}: saves that failed`, books.problems, "saves", 0);
  figures.note(`${name}: links of a killed press copied`, books.copiedForKilledPress, "copies");
  figures.atLeast(`${name}: in the middle of a press`, books.inPress, "kills", count / 10);
}
