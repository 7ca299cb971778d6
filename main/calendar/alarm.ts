import type { Clock } from "../base/clock.ts";

/** One thing to come, at a moment (epoch milliseconds); a newer one takes its place. */
export interface Alarm {
  set(at: number, ring: () => void): void;
  stop(): void;
}

export function createAlarm(clock: Clock): Alarm {
  let planned: AbortController | null = null;

  function stop(): void {
    planned?.abort();
    planned = null;
  }

  async function wait(at: number, signal: AbortSignal, ring: () => void): Promise<void> {
    await clock.sleep(Math.max(0, at - clock.now()), signal);
    if (!signal.aborted) ring();
  }

  return {
    stop,
    set(at, ring) {
      stop();
      planned = new AbortController();
      void wait(at, planned.signal, ring);
    },
  };
}
