import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createFigures } from "../figures.ts";
import { tortureWishes } from "./fault-schedules.ts";
import { fuzzIpc } from "./ipc-fuzz.ts";
import { tortureByKills } from "./kills.ts";
import { createRandom } from "./random.ts";
import { tortureTokenStore } from "./token-store.ts";

/**
 * `npm run torture [-- seed]`: crashes, faults and hostile messages until something gives. The seed is
 * printed, so that what happened can be made to happen again.
 */
const seed = Number(process.argv[2] ?? Date.now() % 1_000_000);
const folder = mkdtempSync(join(tmpdir(), "torture-"));
const figures = createFigures();
console.log(`seed ${seed}\n`);
const store = { kills: 10_000, fileRounds: 5, keyringRounds: 20 };
await tortureTokenStore(figures, seed, store);
await tortureWishes(figures, createRandom(seed), 100_000);
await fuzzIpc(figures, seed, 20_000, folder);
await tortureByKills(figures, createRandom(seed), 300, folder);
rmSync(folder, { recursive: true, force: true });
process.exitCode = figures.finish("torture.json") ? 0 : 1;
