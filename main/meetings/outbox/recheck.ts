import type { Clock } from "../../base/clock.ts";
import type { Store } from "../../base/store.ts";
import type { Organiser } from "../fulfil.ts";
import { isAskedAgain } from "../making/failures.ts";
import type { Outbox } from "./outbox.ts";

export interface RecheckDependencies {
  readonly store: Pick<Store, "read">;
  readonly outbox: Pick<Outbox, "pending">;
  readonly organisers: () => readonly Organiser[];
  readonly isRunning: (intentId: string) => boolean;
  readonly resume: () => Promise<void>;
  readonly clock: Clock;
}

const shortestMilliseconds = 60_000;
const longestMilliseconds = 30 * 60_000;

/**
 * Called each minute. What Microsoft would not take is told again by itself: each minute while the person
 * was told that we look again, else less and less often.
 */
export function createRecheck(dependencies: RecheckDependencies): () => Promise<void> {
  const { store, outbox, clock, organisers, isRunning, resume } = dependencies;
  let pause = shortestMilliseconds;
  let notBefore = 0;

  async function isSomethingOpen(): Promise<boolean> {
    for (const { key } of organisers()) {
      const pending = await outbox.pending(key);
      if (pending.some(({ id, aim }) => aim !== "spare" && !isRunning(id))) return true;
    }
    return false;
  }

  return async () => {
    const { creation } = store.read();
    if (creation.kind === "failed" && isAskedAgain(creation, clock.now())) return resume();
    if (clock.now() < notBefore) return undefined;
    if (!(await isSomethingOpen())) {
      pause = shortestMilliseconds;
      return undefined;
    }
    await resume();
    notBefore = clock.now() + pause;
    pause = Math.min(2 * pause, longestMilliseconds);
    return undefined;
  };
}
