const hour = 3_600_000;
const day = 24 * hour;

/** A zone's offsets from UTC in milliseconds, as Intl.DateTimeFormat shows them and nothing else. */
export interface Offsets {
  at(instant: number): number;
  /** The instants from which on another offset holds. */
  transitions(from: number, until: number): number[];
  /** All instants at which the clocks show `wall` (as if it were UTC), in order: none, one or two. */
  instantsOf(wall: number): number[];
  /** The offsets well before and well after a wall time. */
  around(wall: number): readonly [before: number, after: number];
}

export function createOffsets(timeZone: string): Offsets {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const at = (instant: number): number => {
    const shown = /(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)/u.exec(format.format(instant));
    const [, month, date, year, hours, minutes, seconds] = (shown ?? []).map(Number);
    if (seconds === undefined) throw new Error(`${timeZone} was not shown as expected.`);
    return (
      Date.UTC(year ?? 0, (month ?? 0) - 1, date, hours, minutes, seconds) -
      Math.floor(instant / 1000) * 1000
    );
  };
  const around = (wall: number) => [at(wall - day), at(wall + day)] as const;
  return {
    at,
    around,
    transitions(from, until) {
      const found: number[] = [];
      for (let start = from; start < until; start += day)
        if (at(start) !== at(start + day)) found.push(firstChange(at, start, start + day));
      return found;
    },
    instantsOf(wall) {
      const candidates = new Set(around(wall).map((offset) => wall - offset));
      return [...candidates]
        .filter((instant) => instant + at(instant) === wall)
        .toSorted((a, b) => a - b);
    },
  };
}

function firstChange(at: (instant: number) => number, from: number, until: number): number {
  let [low, high] = [from, until];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (at(middle) === at(low)) low = middle;
    else high = middle;
  }
  return high;
}
