import type { Outcome } from "./desks.ts";

/** One sign-in or sign-out of one person, from the call to the answer. */
interface Change {
  readonly name: string;
  readonly kind: "sign-in" | "sign-out";
  readonly from: number;
  readonly to: number;
  readonly outcome: Outcome;
}

export interface History {
  add(change: Change): void;
  /** Whether the person was signed in (or out) all that time, in whatever order overlapping calls took effect. */
  isSurely(where: "in" | "out", period: Period): boolean;
}

interface Period {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Sign-ins that came to nothing may still be on their way out. */
  readonly mayHaveRemains: boolean;
}

/**
 * What may be expected of overlapping calls: each takes effect at one moment between its call and its
 * answer. A sign-in that came to nothing leaves everything as it was, once its remains are cleared away.
 */
export function createHistory(): History {
  const changes: Change[] = [];
  return {
    add: (change) => void changes.push(change),
    isSurely(where, { name, from, to, mayHaveRemains }) {
      const ofPerson = changes.filter((change) => change.name === name);
      const never = { name, kind: "sign-out", from: -1, to: -1, outcome: "ok" } as const;
      const contradicts = (other: Change, last: Change) =>
        isRemains(other)
          ? mayHaveRemains && where === "out" && other.from < to
          : effectOf(other) !== where && other.to > last.from && other.from < to;
      return [never, ...ofPerson].some(
        (last) =>
          effectOf(last) === where &&
          last.to <= from &&
          !ofPerson.some((other) => contradicts(other, last)),
      );
    },
  };
}

const isRemains = ({ kind, outcome }: Change) => kind === "sign-in" && outcome !== "ok";

const effectOf = (change: Change): "in" | "out" | "none" => {
  if (change.outcome !== "ok") return "none";
  return change.kind === "sign-in" ? "in" : "out";
};
