import type { Clock } from "../../base/clock.ts";
import type { AppError } from "../../contract/errors.ts";

/** When a link is made ahead, or renewed, next. */
export interface Pauses {
  /** After a failure nothing is asked for this account for a while. */
  readonly begin: (accountKey: string, error: AppError) => void;
  readonly isOver: (accountKey: string) => boolean;
  readonly isDue: (renewAt: number) => boolean;
  /** Runs the round once more where the computer woke meanwhile: what failed before says nothing about now. */
  readonly throughWakes: (round: () => Promise<void>) => Promise<void>;
  readonly wake: () => void;
}

const pauseMilliseconds = 5 * 60_000;
const wakeMilliseconds = 10 * 60_000;

/** `random` answers 0 to 1. */
export function createPauses(clock: Clock, random: () => number): Pauses {
  /** Epoch milliseconds, by account. */
  const until = new Map<string, number>();
  let quietUntil = 0;
  let wakes = 0;
  /** When the round began. */
  let seenWakes = 0;

  return {
    begin(accountKey, error) {
      if (seenWakes !== wakes) return;
      const usual = clock.now() + pauseMilliseconds * (1 + random());
      const asked = error.kind === "throttled" ? error.retryAt : 0;
      until.set(accountKey, Math.max(usual, asked));
    },
    isOver: (accountKey) => clock.now() >= (until.get(accountKey) ?? 0),
    isDue: (renewAt) => clock.now() >= Math.max(renewAt, quietUntil),
    async throughWakes(round) {
      do {
        seenWakes = wakes;
        await round();
      } while (seenWakes !== wakes);
    },
    wake() {
      wakes += 1;
      until.clear();
      quietUntil = clock.now() + random() * wakeMilliseconds;
    },
  };
}
