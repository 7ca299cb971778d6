import type { Meeting } from "../../../../main/contract/meeting.ts";
import type { Figures } from "../../../figures.ts";
import { type Habit, noHabit } from "../desk/world.ts";

/** What can be broken by an intent of either kind. */
const lawsOfIntents = [
  ["doubled", "presses with two meetings", "meetings"],
  ["missing", "presses without their meeting", "presses"],
  ["strays", "meetings nobody knows of", "meetings"],
  ["leftBehind", "cancelled or undone, but left", "meetings"],
  ["denied", "said not to be made, but there", "meetings"],
  ["falseSuccesses", "false successes", "answers"],
  ["silentLosses", "presses that came to nothing without a word", "presses"],
  ["wrongOptions", "options neither set nor said to be otherwise", "meetings"],
  ["stale", "meetings that are not what was sent last", "meetings"],
] as const;
const otherLaws = [
  ["secondInvitations", "second invitations to one event", "invitations"],
  ["untold", "events with guests ended without telling them", "events"],
  ["afterwards", "events asked for after they were cancelled", "calls"],
  ["undercuts", "calls before Retry-After allowed", "calls"],
  ["falseSentences", "false sentences", "sentences"],
  ["deadEnds", "dead ends", "states"],
  ["revived", "made after it was closed", "presses"],
  ["unaskedCopies", "copies nobody asked for or waited for", "copies"],
] as const;
export type Law = (typeof lawsOfIntents)[number][0];
export type OtherLaw = (typeof otherLaws)[number][0];

/** What was broken, and how to see it again. */
export interface Count {
  of(law: Law, kind: Meeting["kind"], why?: string): void;
  add(law: OtherLaw, why?: string, times?: number): void;
  calls: number;
  eventsMade: number;
  /** How often something was said to be cancelled. */
  endings: number;
  /** How often somebody did something, by the place they did it at. */
  readonly acts: Map<string, number>;
  report(figures: Figures, schedules: number, habit?: Habit): void;
}

/** `onBreach` is told of each, in words. */
export function createCount(onBreach: (what: string) => void = () => undefined): Count {
  const broken = new Map<string, number>();
  const add = (key: string, times: number) => broken.set(key, (broken.get(key) ?? 0) + times);

  return {
    calls: 0,
    eventsMade: 0,
    endings: 0,
    acts: new Map(),
    of(law, kind, why = "") {
      onBreach(`${law} (${kind}) ${why}`);
      add(law, 1);
      if (kind === "event") add(`${law} of events`, 1);
    },
    add(law, why = "", times = 1) {
      if (times > 0) onBreach(`${law} ${why}`);
      add(law, times);
    },
    report(figures, schedules, { name: who, takesBack } = noHabit) {
      const name = `${schedules} fault schedules${who}`;
      const never = (what: string, key: string, unit: string) =>
        figures.exactly(`${name}: ${what}`, broken.get(key) ?? 0, unit, 0);
      for (const [law, what, unit] of lawsOfIntents) {
        never(what, law, unit);
        never(`${what}, of events`, `${law} of events`, unit);
      }
      for (const [law, what, unit] of otherLaws) never(what, law, unit);
      figures.atLeast(`${name}: calls to Graph`, this.calls, "calls", schedules);
      figures.atLeast(`${name}: events made`, this.eventsMade, "events", schedules / 4);
      const fewest = takesBack > 0.5 ? schedules / 3 : schedules / 20;
      figures.atLeast(`${name}: said to be cancelled`, this.endings, "endings", fewest);
      for (const [place, times] of this.acts)
        figures.atLeast(`${name}: acts ${place}`, times, "acts", schedules / 100);
    },
  };
}
