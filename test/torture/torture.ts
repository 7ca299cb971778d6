import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createFigures } from "../figures.ts";
import { tortureClipboard } from "./clipboard/torture-clipboard.ts";
import { tortureDesks } from "./desks/torture-desks.ts";
import { fuzzIpc } from "./ipc-fuzz.ts";
import { tortureJoin } from "./join/torture-join.ts";
import { tortureKeptList } from "./kept-list.ts";
import { tortureByKills } from "./kills.ts";
import { torturePage } from "./page.ts";
import { createRandom } from "./random.ts";
import { tortureOutbox } from "./outbox/torture-outbox.ts";
import { tortureInterleavings, tortureThirtyDays } from "./sessions/torture-sessions.ts";
import { tortureErrors, tortureListener } from "./sign-in/torture-sign-in.ts";
import { tortureLooks } from "./torture-looks.ts";
import { tortureTokenStore } from "./token-store.ts";
import { tortureWindows } from "./windows/torture-windows.ts";
import { tortureYear } from "./year.ts";
import { tortureZones } from "./zone-transitions.ts";
import { compareOfficialClient } from "./schedules/official-client.ts";
import { noHabit, takingBack } from "./schedules/desk/world.ts";
import { retellSchedule, tortureSchedules } from "./schedules/torture-schedules.ts";

const folder = mkdtempSync(join(tmpdir(), "torture-"));
const figures = createFigures();

const store = { kills: 10_000, fileRounds: 5, keyringRounds: 20 };
const mostTold = 20;
let told = 0;
const onBreach = (seed: number, what: string) => {
  if ((told += 1) <= mostTold) console.log(`  seed ${seed}: ${what}`);
};
/** In the order they run. */
const runs: Readonly<Record<string, (seed: number) => Promise<void>>> = {
  store: (seed) => tortureTokenStore(figures, seed, store),
  list: (seed) => tortureKeptList(figures, seed, 10_000),
  interleavings: (seed) => tortureInterleavings(figures, seed, 10_000),
  days: (seed) => tortureThirtyDays(figures, seed),
  year: (seed) => tortureYear(figures, seed),
  listener: (seed) => tortureListener(figures, seed, { requests: 10_000, sockets: 2_000 }),
  errors: (seed) => tortureErrors(figures, seed, 10_000),
  async schedules(seed) {
    await tortureSchedules(figures, seed, 100_000, { onBreach });
    await compareOfficialClient(figures, createRandom(seed), 2_000);
  },
  cancels: (seed) => tortureSchedules(figures, seed, 100_000, { habit: takingBack, onBreach }),
  clipboard: (seed) => tortureClipboard(figures, seed, 10_000),
  outbox: (seed) => tortureOutbox(figures, seed, 100_000),
  join: (seed) => tortureJoin(figures, seed, 100_000),
  zones: () => tortureZones(figures),
  desks: (seed) => tortureDesks(figures, seed, 10_000),
  ipc: (seed) => fuzzIpc(figures, seed, 20_000, folder),
  page: () => torturePage(figures, folder),
  looks: async () => tortureLooks(figures),
  windows: (seed) => tortureWindows(figures, seed, 300, folder),
  kills: (seed) => tortureByKills(figures, createRandom(seed), 500, folder),
};

/**
 * `npm run torture [-- seed [run …]]`: crashes, faults and hostile messages until something gives. The
 * seed is printed, so that what happened can be made to happen again.
 */
const [seedWord, ...chosen] = process.argv.slice(2);
const seed = Number(seedWord ?? Date.now() % 1_000_000);
// One fault schedule once more (of the row "cancels" with that word behind it), by the seed that was named, with all that happens in it.
if (chosen[0] === "retell") {
  await retellSchedule(seed, chosen[1] === "cancels" ? takingBack : noHabit, console.log);
  process.exit();
}
if (!Number.isInteger(seed) || chosen.some((name) => !Object.hasOwn(runs, name))) {
  console.error(
    `Usage: npm run torture [-- seed [run …]], with any of ${Object.keys(runs).join(", ")}.`,
  );
  process.exit(2);
}
console.log(`seed ${seed}\n`);
for (const [name, run] of Object.entries(runs))
  if (chosen.length === 0 || chosen.includes(name)) await run(seed);
rmSync(folder, { recursive: true, force: true });
process.exitCode = figures.finish("torture.json") ? 0 : 1;
