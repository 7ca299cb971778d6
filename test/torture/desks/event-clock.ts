import type { Clock } from "../../../main/base/clock.ts";

export interface EventClock extends Clock {
  /** Moves on from one sleeper to the next until `end`, epoch milliseconds. */
  runUntil(end: number): Promise<void>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Simulated time for many: the next sleeper is at the top of a heap, so ten thousand cost little. */
export function createEventClock(start: number): EventClock {
  let now = start;
  const heap: Sleeper[] = [];

  function push(sleeper: Sleeper): void {
    let index = heap.push(sleeper) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (isSorted(parent, index)) return;
      swap(parent, index);
      index = parent;
    }
  }

  function pop(): Sleeper | undefined {
    const [top] = heap;
    const last = heap.pop();
    if (last && heap.length > 0) {
      heap[0] = last;
      sink();
    }
    return top;
  }

  function sink(): void {
    for (let index = 0; ;) {
      const left = 2 * index + 1;
      if (left >= heap.length) return;
      const child = left + 1 < heap.length && !isSorted(left, left + 1) ? left + 1 : left;
      if (isSorted(index, child)) return;
      swap(index, child);
      index = child;
    }
  }

  const isSorted = (one: number, other: number) => (heap[one]?.at ?? 0) <= (heap[other]?.at ?? 0);
  function swap(one: number, other: number): void {
    const [first, second] = [heap[one], heap[other]];
    if (!first || !second) return;
    heap[one] = second;
    heap[other] = first;
  }

  return {
    now: () => now,
    async sleep(milliseconds, signal) {
      if (signal?.aborted) return;
      await new Promise<void>((resolve) => {
        push({ at: Math.ceil(now + milliseconds), wake: resolve });
        signal?.addEventListener("abort", () => resolve());
      });
    },
    async runUntil(end) {
      for (;;) {
        const [next] = heap;
        if (!next || next.at > end) break;
        pop();
        now = Math.max(now, next.at);
        next.wake();
        // What that one does next may go to sleep again before the others wake.
        await new Promise((resolve) => setImmediate(resolve));
      }
      now = end;
    },
  };
}
