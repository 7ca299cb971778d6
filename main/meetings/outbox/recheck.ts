import type { FulfilDependencies } from "../fulfil.ts";
import type { CreationDependencies } from "../creation-run.ts";
import { isAskedAgain } from "./failures.ts";

export interface RecheckDependencies
  extends
    Pick<FulfilDependencies, "wishes" | "clock">,
    Pick<CreationDependencies, "store" | "organisers"> {
  readonly isRunning: (wishId: string) => boolean;
  readonly resume: () => Promise<void>;
}

const shortestMilliseconds = 60_000;
const longestMilliseconds = 30 * 60_000;

/**
 * Called each minute. What Microsoft would not take is told again by itself: each minute while the person
 * was told that we look again, else less and less often.
 */
export function createRecheck(dependencies: RecheckDependencies): () => Promise<void> {
  const { store, wishes, clock, organisers, isRunning, resume } = dependencies;
  let pause = shortestMilliseconds;
  let notBefore = 0;

  async function isSomethingOpen(): Promise<boolean> {
    for (const { key } of organisers()) {
      const pending = await wishes.pending(key);
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
