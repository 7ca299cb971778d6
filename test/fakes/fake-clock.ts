import type { Clock } from "../../main/base/clock.ts";

export interface FakeClock extends Clock {
  /** Lets everybody who sleeps that long wake. */
  advance(milliseconds: number): Promise<void>;
}

/** Time that stands still until it is moved. With `autoAdvance` each sleep moves it by itself. */
export function createFakeClock({ autoAdvance = false } = {}): FakeClock {
  let now = Date.parse("2026-11-24T12:00:00Z");
  const sleepers = new Set<{ at: number; wake: () => void }>();

  async function advance(milliseconds: number): Promise<void> {
    now += milliseconds;
    for (const sleeper of sleepers) if (sleeper.at <= now) sleeper.wake();
    await new Promise((resolve) => setImmediate(resolve));
  }

  return {
    now: () => now,
    advance,
    async sleep(milliseconds, signal) {
      if (signal?.aborted) return;
      if (autoAdvance) {
        now += milliseconds;
        return;
      }
      await new Promise<void>((resolve) => {
        const sleeper = { at: now + milliseconds, wake };
        function wake(): void {
          sleepers.delete(sleeper);
          signal?.removeEventListener("abort", wake);
          resolve();
        }
        sleepers.add(sleeper);
        signal?.addEventListener("abort", wake);
      });
    },
  };
}
