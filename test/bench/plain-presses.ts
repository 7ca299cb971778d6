import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Figures, percentile } from "../figures.ts";
import { takeDiskWork, watchDisk } from "./disk-work.ts";
import { nameLongestStep, type Step, watchSteps } from "./long-steps.ts";
import type { PlainDesk } from "./plain-desk.ts";

const rounds = 60;
const ages = [0, 490] as const;

interface Press {
  readonly bytesWritten: number;
  readonly bytesRead: number;
  readonly syncs: number;
  readonly bytesSent: number;
  readonly cpuMilliseconds: number;
  readonly longest: Step;
}

/** Main alone in plain Node: what one press costs, in an app that is new and in one that has been used. */
export async function benchPlainPresses(figures: Figures): Promise<void> {
  watchDisk();
  const { openPlainDesk } = await import("./plain-desk.ts");
  const folder = mkdtempSync(join(tmpdir(), "bench-plain-"));
  for (const keepsLinkReady of [false, true]) {
    const desks = await Promise.all(
      ages.map(async (age) => {
        const desk = await openPlainDesk(mkdtempSync(join(folder, `${age}-`)), keepsLinkReady);
        await desk.fill(Math.max(1, age));
        return { age, desk, presses: new Array<Press>() };
      }),
    );
    // One after the other, so that whatever else this computer does is the same for both.
    for (let round = 0; round < rounds + 3; round += 1)
      for (const { desk, presses } of desks) {
        const one = await measure(desk);
        if (round >= 3) presses.push(one);
      }
    const named = desks.map((one) => ({ ...one, longestIn: "" }));
    for (const one of named)
      one.longestIn = await nameLongestStep(async () => one.desk.putAway(await one.desk.press()));
    // Four of the press, and two of the promise that the next link is.
    if (keepsLinkReady) report(figures, "press with a ready link and the next one made", 6, named);
    else report(figures, "press", 4, named);
  }
  rmSync(folder, { recursive: true, force: true });
}

async function measure(desk: PlainDesk): Promise<Press> {
  takeDiskWork();
  const cpuBefore = process.cpuUsage();
  await desk.putAway(await desk.press());
  const { user, system } = process.cpuUsage(cpuBefore);
  const steps = watchSteps();
  takeDiskWork();
  const sent = desk.sent.bytes;
  const id = await desk.press();
  const disk = takeDiskWork();
  const bytesSent = desk.sent.bytes - sent;
  const longest = await steps();
  await desk.putAway(id);
  return { ...disk, bytesSent, cpuMilliseconds: (user + system) / 1_000, longest };
}

interface Measured {
  readonly age: number;
  readonly presses: readonly Press[];
  /** The function that the longest step is spent in. */
  readonly longestIn: string;
}

function report(
  figures: Figures,
  name: string,
  mostSyncs: number,
  measured: readonly Measured[],
): void {
  const medianOf = ({ presses }: Measured, of: (press: Press) => number) =>
    percentile(presses.map(of), 0.5);
  for (const one of measured) {
    const at = `${name}, ${one.age} entries`;
    figures.atMost(
      `${at}: bytes written`,
      medianOf(one, (each) => each.bytesWritten) / 1024,
      "KB",
      50,
    );
    figures.atMost(
      `${at}: syncs of the disk`,
      medianOf(one, (each) => each.syncs),
      "syncs",
      mostSyncs,
    );
    figures.exactly(
      `${at}: bytes read`,
      medianOf(one, (each) => each.bytesRead),
      "bytes",
      0,
    );
    figures.note(`${at}: sent to a window`, medianOf(one, (each) => each.bytesSent) / 1024, "KB");
    figures.note(
      `${at}: processor time`,
      medianOf(one, (each) => each.cpuMilliseconds),
      "ms",
    );
    const longest = (share: number, of: keyof Step) =>
      percentile(
        one.presses.map((each) => each.longest[of]),
        share,
      );
    figures.note(`${at}: longest step, median`, longest(0.5, "milliseconds"), "ms");
    figures.atMost(`${at}: longest step, 95th percentile`, longest(0.95, "milliseconds"), "ms", 16);
    console.log(`  in one that was watched, most of the longest step was in ${one.longestIn}`);
    const own = `${at}: longest step, own processor time`;
    figures.note(`${own}: median`, longest(0.5, "cpuMilliseconds"), "ms");
    figures.atMost(`${own}: 95th percentile`, longest(0.95, "cpuMilliseconds"), "ms", 16);
  }
  const [young, old] = measured;
  if (!young || !old) return;
  const ratio = (of: (press: Press) => number) => medianOf(old, of) / medianOf(young, of);
  figures.atMost(
    `${name}: bytes written, 490 / 0`,
    ratio((each) => each.bytesWritten),
    "ratio",
    1.5,
  );
  figures.atMost(
    `${name}: processor time, 490 / 0`,
    ratio((each) => each.cpuMilliseconds),
    "ratio",
    3,
  );
}
