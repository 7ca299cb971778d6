import type { Log } from "../../base/log.ts";
import { ok, type Result } from "../../contract/errors.ts";
import type { Account } from "../../contract/state.ts";
import { unbroken } from "./unbroken.ts";

/** Of all that try to sign somebody in, the one that waits. */
export interface Attempts {
  /** Answers what `end` made of it, or what came of a try that was left: that is shown nowhere any more. */
  start(
    run: (signal: AbortSignal) => Promise<Result<Account>>,
    end: (result: Result<Account>) => Promise<Result<undefined>>,
  ): Promise<Result<undefined>>;
  /** What comes of the one that waits; null while none does. */
  waiting(): Promise<Result<undefined>> | null;
  /** Cancels the one that waits, and drops what still comes of it: another one takes its place. */
  leave(): void;
  cancel(): Promise<void>;
}

export function createAttempts(log: Log): Attempts {
  let current: { readonly controller: AbortController; done: Promise<Result<undefined>> } | null =
    null;
  return {
    start(run, end) {
      const controller = new AbortController();
      const done = settle(run(controller.signal));
      current = { controller, done };
      return done;

      async function settle(running: Promise<Result<Account>>): Promise<Result<undefined>> {
        const result = await unbroken(running, log);
        if (current?.controller !== controller) return result.ok ? ok(undefined) : result;
        current = null;
        return end(result);
      }
    },
    waiting: () => current?.done ?? null,
    leave() {
      const left = current;
      current = null;
      left?.controller.abort();
    },
    async cancel() {
      const { controller, done } = current ?? {};
      controller?.abort();
      await done;
    },
  };
}
