import * as v from "valibot";

import { type Operation, operations } from "../http/operations.ts";
import { type Effect, type Fault, faultSchema, type FaultInput, type Pause } from "./fault.ts";

export interface Faults {
  /** Throws where the fault is not one we know: a mistake in a test. */
  add(fault: FaultInput): void;
  /** What is held goes on too. */
  clear(): void;
  /** Lets the calls go on that are held now. */
  release(): void;
  /** Those that still wait for a call. */
  pending(): readonly Fault[];
}

/** The faults at work on one call. */
export interface AtWork {
  readonly pauses: readonly Pause[];
  readonly effect: Effect | null;
}

export interface FaultQueue extends Faults {
  /** Uses up what the call meets. */
  take(operation: Operation): AtWork;
  /** Settles when what is held now may go on. */
  released(): Promise<void>;
}

interface Waiting {
  readonly fault: Fault;
  skip: number;
  left: number;
}

export function createFaults(): FaultQueue {
  let queue: Waiting[] = [];
  let gate = Promise.withResolvers<void>();
  const release = () => {
    gate.resolve();
    gate = Promise.withResolvers();
  };
  const meets = (waiting: Waiting, operation: Operation) => {
    if (waiting.left <= 0 || !matches(waiting.fault.on, operation)) return false;
    waiting.skip -= 1;
    return waiting.skip < 0;
  };
  return {
    add(input) {
      const fault = v.parse(faultSchema, input);
      const left = fault.times === "always" ? Infinity : fault.times;
      queue.push({ fault, skip: fault.skip, left });
    },
    clear() {
      queue = [];
      release();
    },
    release,
    released: () => gate.promise,
    pending: () => queue.filter(({ left }) => left > 0).map(({ fault }) => fault),
    take(operation) {
      const pauses: Pause[] = [];
      let effect: Effect | null = null;
      for (const waiting of queue) {
        const { fault } = waiting;
        if (!isPause(fault) && effect !== null) continue;
        if (!meets(waiting, operation)) continue;
        waiting.left -= 1;
        if (isPause(fault)) pauses.push(fault);
        else effect = fault;
      }
      queue = queue.filter(({ left }) => left > 0);
      return { pauses, effect };
    },
  };
}

const isPause = (fault: Fault): fault is Pause => fault.kind === "delay" || fault.kind === "hold";

const tokenCalls = new Set<Operation>(["redeemCode", "refreshTokens", "pollDeviceCode"]);

function matches(target: Fault["on"], operation: Operation): boolean {
  if (target === "everything" || target === operation) return true;
  if (target === "token") return tokenCalls.has(operation);
  return target === operations[operation];
}
