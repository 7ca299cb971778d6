import type { Result } from "../../contract/errors.ts";
import type { Meeting } from "../../contract/meeting.ts";
import type { Organiser } from "../fulfil.ts";
import type { Wanted } from "../outbox/intent.ts";

export interface Running {
  readonly intent: Wanted;
  readonly organiser: Organiser;
  /** Aborted when it is on disk that it was cancelled. */
  readonly controller: AbortController;
  readonly done: Promise<Result<Meeting>>;
  /** The person has its link; what is left is to save it. A press from here on is another one. */
  readonly isHandedOver: boolean;
  /** It is being cancelled: what is not written down yet is not wanted any more. */
  readonly stop: () => void;
  readonly isStopped: () => boolean;
}

/** What a run knows of its cancelling. */
export interface Stopping {
  readonly signal: AbortSignal;
  readonly isStopped: () => boolean;
}

/** The one intent that is on its way. */
export interface SingleRun {
  /**
   * Begun again while it is on its way, an intent is that very run. Another one, or one that was cancelled, is
   * waited for: what somebody asked for is never answered with the meeting of somebody else's press.
   */
  start(
    intent: Wanted,
    organiser: Organiser,
    work: (stopping: Stopping) => Promise<Result<Meeting>>,
  ): Promise<Result<Meeting>>;
  /** What a further press joins; null while nothing is on its way that was not cancelled. */
  readonly current: () => Running | null;
  /** The run of this intent, also a cancelled one; null while it has none. */
  readonly of: (intentId: string) => Running | null;
  /** Its link is out: a further press waits for the end of this run and is a run of its own. */
  readonly handedOver: (signal: AbortSignal) => void;
  /** It came to nothing, which is about to be said: whoever presses now wants to try again. */
  readonly release: (signal: AbortSignal) => void;
}

const settled = (done: Promise<unknown>): Promise<unknown> => done.catch(() => undefined);

export function createSingleRun(onStart: (intent: Wanted) => void): SingleRun {
  let current: Running | null = null;

  const release = (signal: AbortSignal) => {
    if (current?.controller.signal === signal) current = null;
  };

  const run: SingleRun = {
    start(intent, organiser, work) {
      if (current) {
        if (current.intent.id === intent.id && !current.isStopped()) return current.done;
        return settled(current.done).then(() => run.start(intent, organiser, work));
      }
      const controller = new AbortController();
      const { signal } = controller;
      let stopped = false;
      const stop = () => {
        stopped = true;
      };
      const isStopped = () => stopped;
      onStart(intent);
      const done = work({ signal, isStopped }).finally(() => release(signal));
      current = { intent, organiser, controller, done, isHandedOver: false, stop, isStopped };
      return done;
    },
    current: () => (current?.isStopped() ? null : current),
    of: (intentId) => (current?.intent.id === intentId ? current : null),
    handedOver(signal) {
      if (current?.controller.signal === signal) current = { ...current, isHandedOver: true };
    },
    release,
  };
  return run;
}
