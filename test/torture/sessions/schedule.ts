import type { Random } from "../random.ts";

export const names = ["person-0", "person-1", "person-2"] as const;

type CallKind = "token" | "refresh" | "sign-in" | "sign-out";

export interface Call {
  readonly kind: CallKind;
  readonly name: string;
  /** Milliseconds from the beginning of the overlapping calls. */
  readonly at: number;
  /** Milliseconds after `at`; null where nobody cancels. */
  readonly cancelAfter: number | null;
}

/** What people and the network do to the accounts. The same for every way to keep them. */
export interface Schedule {
  readonly signedInBefore: readonly string[];
  /** The calls find nothing in memory. */
  readonly isFreshStart: boolean;
  /** Milliseconds that the computer slept: access tokens may have run out. */
  readonly sleep: number;
  readonly calls: readonly Call[];
  /** Of each request. */
  readonly faultChance: number;
}

/** A wide span leaves room between the calls, a narrow one none. */
const spans = [0, 50, 1_000, 4_000, 15_000];
const slowest = 4_000;

export function createSchedule(random: Random): Schedule {
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[random.below(values.length)] ?? values[0];
  const span = spans[random.below(spans.length)] ?? 0;
  // Most trouble is between calls for the same account.
  const busy = random.chance(0.5) ? pick(names) : null;
  const call = (): Call => ({
    kind: pick(["token", "token", "refresh", "sign-in", "sign-in", "sign-out"]),
    name: busy !== null && random.chance(0.6) ? busy : pick(names),
    at: random.next() * span,
    cancelAfter: random.chance(0.3) ? random.next() * slowest : null,
  });
  return {
    signedInBefore: names.filter(() => random.chance(0.7)),
    isFreshStart: random.chance(0.5),
    sleep: random.chance(0.4) ? 2 * 3_600_000 : 0,
    calls: Array.from({ length: 3 + random.below(8) }, call),
    faultChance: random.chance(0.5) ? 0.15 : 0,
  };
}
