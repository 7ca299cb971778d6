import type { Result } from "../contract/errors.ts";
import type { Meeting } from "../contract/meeting.ts";
import type { Organiser } from "./fulfil.ts";
import type { Wish } from "./outbox/wish.ts";

export interface Running {
  readonly wish: Wish;
  readonly organiser: Organiser;
  readonly controller: AbortController;
  readonly done: Promise<Result<Meeting>>;
  /** The person has its link; what is left is to save it. A press from here on is another one. */
  readonly isHandedOver: boolean;
}

/** The one wish that is on its way. */
export interface SingleRun {
  /** While a wish is on its way, every further press is that wish. What was cancelled is waited for, not joined. */
  start(
    wish: Wish,
    organiser: Organiser,
    work: (signal: AbortSignal) => Promise<Result<Meeting>>,
  ): Promise<Result<Meeting>>;
  /** What a further press joins; null while nothing is on its way that was not cancelled. */
  current(): Running | null;
  /** The run of this wish, also a cancelled one; null while it has none. */
  of(wishId: string): Running | null;
  /** Its link is out: a further press waits for the end of this run and is a run of its own. */
  handedOver(signal: AbortSignal): void;
  /** It came to nothing, which is about to be said: whoever presses now wants to try again. */
  release(signal: AbortSignal): void;
}

export function createSingleRun(onStart: (wish: Wish) => void): SingleRun {
  let current: Running | null = null;

  const release = (signal: AbortSignal) => {
    if (current?.controller.signal === signal) current = null;
  };

  const run: SingleRun = {
    start(wish, organiser, work) {
      if (current?.controller.signal.aborted)
        return current.done.then(() => run.start(wish, organiser, work));
      if (current) return current.done;
      const controller = new AbortController();
      onStart(wish);
      const done = work(controller.signal).finally(() => release(controller.signal));
      current = { wish, organiser, controller, done, isHandedOver: false };
      return done;
    },
    current: () => (current?.controller.signal.aborted ? null : current),
    of: (wishId) => (current?.wish.id === wishId ? current : null),
    handedOver(signal) {
      if (current?.controller.signal === signal) current = { ...current, isHandedOver: true };
    },
    release,
  };
  return run;
}
