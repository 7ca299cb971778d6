import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { systemClock } from "../../main/base/clock.ts";
import { type Figures, percentile } from "../figures.ts";
import { openApp } from "../main/shell/open-app.ts";
import { type SpawnedSandbox, spawnSandbox } from "../sandbox/spawn.ts";
import { startDelayLine } from "./delay-line.ts";
import { bareCall, naiveScript, officialClient, type Peer, warmCall } from "./peers.ts";

const roundTripMilliseconds = 60;
const minuteMilliseconds = 60_000;

/** Each row with a line of its own, so that nobody's connection is another one's. */
interface Row {
  readonly name: string;
  /** Everything that is no longer there after an hour is not there. */
  growCold(): Promise<void>;
  press(): Promise<number>;
  readonly milliseconds: number[];
}

/** The first press of the hour, the app in plain Node, Microsoft in a process of its own and 60 ms away. */
export async function benchFirstPress(figures: Figures, rounds = 30): Promise<void> {
  const sandbox = await spawnSandbox();
  const folder = mkdtempSync(join(tmpdir(), "bench-first-"));
  const desk = await openDesk(sandbox, folder);
  const token = (await sandbox.secrets()).findLast(({ kind }) => kind === "access-token");
  const peers = [bareCall, warmCall, officialClient, naiveScript];
  const lines = await Promise.all(
    peers.map(() => startDelayLine(sandbox.baseUrl, roundTripMilliseconds)),
  );
  const theirs = peers.flatMap((open, index): (Row & { readonly peer: Peer })[] => {
    const line = lines[index];
    const peer = line && open({ origin: line.origin, token: token?.value ?? "" });
    if (!line || !peer) return [];
    const growCold = peer.staysOpen ? async () => undefined : line.cut;
    return [{ name: peer.name, peer, growCold, press: peer.create, milliseconds: [] }];
  });
  const rows: Row[] = [
    { name: "nobody saw it coming", ...desk.rows.cold, milliseconds: [] },
    { name: "the popup had opened", ...desk.rows.expected, milliseconds: [] },
    ...theirs,
  ];
  // One after the other, so that whatever else this computer does is the same for all.
  for (let round = 0; round < rounds + 1; round += 1)
    for (const row of rows) {
      await row.growCold();
      const milliseconds = await row.press();
      // The first round loads what each of them loads once.
      if (round > 0) row.milliseconds.push(milliseconds);
    }
  report(figures, rows);
  for (const { peer } of theirs) peer.close();
  for (const line of lines) line.close();
  await desk.close();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
}

async function openDesk(sandbox: SpawnedSandbox, folder: string) {
  const line = await startDelayLine(sandbox.baseUrl, roundTripMilliseconds);
  const descriptor = { ...sandbox.descriptor, graphBaseUrl: `${line.origin}/v1.0` };
  let ahead = 0;
  const clock = { ...systemClock, now: () => systemClock.now() + ahead };
  const app = await openApp({ descriptor }, { folder, isChosen: true, clock });
  await app.handlers.changeSettings({ keepLinkReady: false, askBeforeSecond: false });
  await app.signIn();

  async function press(): Promise<number> {
    app.platform.clipboard.text = "";
    const copied = new Promise<number>((resolve) => {
      const stop = app.store.subscribe(({ creation }) => {
        if (creation.kind !== "created" || app.platform.clipboard.text === "") return;
        stop();
        resolve(performance.now());
      });
    });
    const startedAt = performance.now();
    await app.handlers.meetNow({ again: true });
    const milliseconds = (await copied) - startedAt;
    await app.handlers.dismissCreation();
    return milliseconds;
  }
  async function growCold(): Promise<void> {
    await line.cut();
    ahead += minuteMilliseconds;
    app.popupTurned(false);
  }
  return {
    rows: {
      cold: { growCold, press },
      expected: {
        async growCold() {
          await growCold();
          app.popupTurned(true);
          // As long as a person takes from the click on the icon to the one on the button.
          await systemClock.sleep(500);
        },
        press,
      },
    },
    async close() {
      await app.close();
      line.close();
    },
  };
}

function report(figures: Figures, rows: readonly Row[]): void {
  const named = `first press of the hour, ${roundTripMilliseconds} ms round trip`;
  const medianOf = (index: number) => percentile(rows[index]?.milliseconds ?? [], 0.5);
  const [cold, expected, bare, warm] = [medianOf(0), medianOf(1), medianOf(2), medianOf(3)];
  for (const [index, { name }] of rows.entries())
    if (index !== 1) figures.note(`${named}: ${name}`, medianOf(index), "ms");
  const ours = `${named}: ${rows[1]?.name ?? ""}`;
  figures.atMost(ours, expected, "ms", roundTripMilliseconds + 25);
  figures.atMost(`${ours}, over the bare call with its connection open`, expected - warm, "ms", 25);
  figures.atMost(`${ours} / nobody saw it coming`, expected / cold, "ratio", 0.6);
  figures.note(`${ours} / the bare call`, expected / bare, "ratio");
}
