import type { Clock } from "../../../main/base/clock.ts";

/**
 * A computer's time in a world with a time of its own. Whoever sleeps is woken one after the other, and
 * all that follows from it happens before the next: as a real event loop does, but at once.
 */
export interface SimulatedTime extends Clock {
  /** Milliseconds as timers see them: they stand still while the computer sleeps. */
  uptime(): number;
  /** Epoch milliseconds, whatever the computer's clock says. */
  trueNow(): number;
  /** How far the computer's clock is ahead of the truth. */
  setClock(aheadMilliseconds: number): void;
  /** The lid is closed for so long. */
  suspend(milliseconds: number): void;
  /** Lets so much time pass, with the computer awake. */
  pass(milliseconds: number): Promise<void>;
  /** Lets time pass until the work is done. Rejects where nobody is left who could finish it. */
  until<Value>(work: Promise<Value>): Promise<Value>;
  /** Lets time pass until nobody sleeps any more. */
  rest(): Promise<void>;
  sleepers(): number;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export function createSimulatedTime(startAt = Date.parse("2026-11-24T12:00:00Z")): SimulatedTime {
  const sleepers = new Set<Sleeper>();
  let uptime = 0;
  let suspended = 0;
  let ahead = 0;
  const trueNow = () => startAt + uptime + suspended;

  function next(): Sleeper | null {
    let first: Sleeper | null = null;
    for (const sleeper of sleepers) if (first === null || sleeper.at < first.at) first = sleeper;
    return first;
  }

  async function wake(sleeper: Sleeper): Promise<void> {
    uptime = Math.max(uptime, sleeper.at);
    sleeper.wake();
    await eventLoopTurn();
  }

  async function pass(milliseconds: number): Promise<void> {
    const end = uptime + milliseconds;
    await eventLoopTurn();
    for (let first = next(); first !== null && first.at <= end; first = next()) await wake(first);
    uptime = end;
  }

  async function until<Value>(work: Promise<Value>): Promise<Value> {
    const settled = new AbortController();
    const settle = () => settled.abort();
    work.then(settle, settle);
    await eventLoopTurn();
    while (!settled.signal.aborted) {
      const first = next();
      if (first === null) throw new Error("a call that nothing will ever answer");
      await wake(first);
    }
    return work;
  }

  return {
    now: () => Math.floor(trueNow() + ahead),
    uptime: () => uptime,
    trueNow,
    setClock(milliseconds) {
      ahead = milliseconds;
    },
    suspend(milliseconds) {
      suspended += milliseconds;
    },
    pass,
    until,
    async rest() {
      await eventLoopTurn();
      for (let first = next(); first !== null; first = next()) await wake(first);
    },
    sleepers: () => sleepers.size,
    async sleep(milliseconds, signal) {
      if (signal?.aborted) return;
      await new Promise<void>((resolve) => {
        const wakeUp = () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener("abort", wakeUp);
          resolve();
        };
        const sleeper = { at: uptime + milliseconds, wake: wakeUp };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", wakeUp);
      });
    },
  };
}

/** Everything that follows from what just happened, happens. */
const eventLoopTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Runs the work with every `Date` of the process at that time: MSAL takes no clock. */
export async function withDates<Value>(
  now: () => number,
  work: () => Promise<Value>,
): Promise<Value> {
  const real = globalThis.Date;
  globalThis.Date = new Proxy(real, {
    construct: (target, values) =>
      values.length === 0 ? new target(now()) : Reflect.construct(target, values),
    get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
  });
  try {
    return await work();
  } finally {
    globalThis.Date = real;
  }
}
