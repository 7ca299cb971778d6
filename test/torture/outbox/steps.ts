import fc from "fast-check";

/** What the app does with one intent, in the order in which it means to. */
export const acts = [
  "press",
  "make spare",
  "take spare",
  "cancel",
  "keep",
  "settle",
  "end",
  "give up",
] as const;
export type Act = (typeof acts)[number];

export interface Step {
  readonly act: Act;
  /** Which of a few intents. */
  readonly of: number;
  /** Whether the disk takes what is written in this step. */
  readonly diskWorks: boolean;
  /** Whether Microsoft, or the history, does what it is asked for. */
  readonly answers: boolean;
  /** What somebody does meanwhile; null for nothing. */
  readonly meanwhile: "press" | "cancel" | null;
  /** After so many turns the app is killed, and starts anew; null for not. */
  readonly killedAfter: number | null;
}

const seldom = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 3 });

export const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...acts),
  of: fc.nat({ max: 2 }),
  diskWorks: fc.integer({ min: 0, max: 9 }).map((die) => die > 0),
  answers: fc.integer({ min: 0, max: 3 }).map((die) => die > 0),
  meanwhile: seldom(fc.constantFrom("press" as const, "cancel" as const)),
  killedAfter: seldom(fc.nat({ max: 12 })),
});

export const steps = fc.array(step, { minLength: 1, maxLength: 20 });
