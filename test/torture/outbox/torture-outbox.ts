import fc from "fast-check";

import type { Figures } from "../../figures.ts";
import { app } from "./app.ts";
import { firstBreach } from "./outbox-laws.ts";
import { steps } from "./steps.ts";

/** The outbox against its laws, in random orders, with a disk that fails and an app that dies. */
export async function tortureOutbox(figures: Figures, seed: number, orders: number): Promise<void> {
  const breaches: string[] = [];
  const started = process.cpuUsage();
  for (const order of fc.sample(steps, { seed, numRuns: orders })) {
    const breach = await firstBreach(order, app);
    if (breach !== null) breaches.push(breach);
  }
  const { user, system } = process.cpuUsage(started);
  for (const breach of breaches.slice(0, 20)) console.log(`  ${breach}`);
  const name = `${orders} orders of steps on the outbox`;
  figures.exactly(`${name}: broken laws`, breaches.length, "orders", 0);
  figures.note(`${name}: processor time`, (user + system) / 1_000_000, "s");
}
