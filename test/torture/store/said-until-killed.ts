import type { ChildProcessByStdio } from "node:child_process";
import type { Readable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";

interface Doom {
  /** Of all it has said so far: whether the countdown starts. */
  readonly isTime: (said: string) => boolean;
  readonly delayMicros: number;
}

/** Kills a process with SIGKILL at the moment that was drawn, and answers what it said until then. */
export async function saidUntilKilled(
  work: ChildProcessByStdio<null, Readable, Readable>,
  { isTime, delayMicros }: Doom,
): Promise<string> {
  let said = "";
  let complaint = "";
  let isDoomed = false;

  async function doom(): Promise<void> {
    isDoomed = true;
    // Timers know milliseconds only; turns of the event loop come closer, and let the other lanes run.
    for (const end = performance.now() + delayMicros / 1_000; performance.now() < end;)
      await turn();
    work.kill("SIGKILL");
  }

  work.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  work.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (!isDoomed && isTime(said)) void doom();
  });
  await new Promise((resolve) => work.once("close", resolve));
  if (work.signalCode !== "SIGKILL") throw new Error(`the child ended by itself: ${complaint}`);
  return said;
}
