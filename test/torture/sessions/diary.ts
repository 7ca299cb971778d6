import type { Fault } from "./identity.ts";

/** What the days came to. */
export const emptyDiary = () => ({
  days: 0,
  asks: 0,
  refreshes: 0,
  restarts: 0,
  sleeps: 0,
  outages: 0,
  keyringLocks: 0,
  clockChanges: 0,
  /** Sessions that Microsoft ended, and the prompts that followed. */
  revoked: 0,
  neededPrompts: 0,
  /** Somebody whose session is good was asked to sign in again, or was not known. */
  needlessPrompts: 0,
  /** Known before a restart, and not after. */
  forgotten: 0,
  /** No token though the network had been fine for a while. */
  refused: 0,
  /** A token that had run out was handed out, with a clock that was right since it was issued. */
  expired: 0,
  /** The same with a clock that was wrong: it cannot be known here, and Graph refuses it. */
  expiredByClock: 0,
  /** Asked for again after Graph's refusal, and not renewed. */
  expiredForGood: 0,
  /** Of one person, as timers see it: tokens that were given. */
  refreshesInWorstMinute: 0,
  refreshesInWorstHour: 0,
  /** Requests for them, while the network was broken and somebody asked again and again. */
  triesInWorstMinute: 0,
  sleepersLeft: 0,
  handlesLeft: 0,
  heapGrowthMegabytes: 0,
  /** The first few things that went wrong. */
  details: new Array<string>(),
});
export type Diary = ReturnType<typeof emptyDiary>;

export type Trouble =
  | "needlessPrompts"
  | "forgotten"
  | "refused"
  | "expired"
  | "expiredForGood"
  | "sleepersLeft";

export function noteTrouble(diary: Diary, trouble: Trouble, what: string): void {
  diary[trouble] += 1;
  if (diary.details.length < 20) diary.details.push(`${trouble}: ${what}`);
}

/** Counts the refreshes of each person, and keeps the worst. */
export function createRefreshCount(diary: Diary, uptime: () => number) {
  const minute = 60_000;
  const given = createRate(uptime);
  const tried = createRate(uptime);
  return (name: string, fault: Fault | null): void => {
    diary.triesInWorstMinute = Math.max(diary.triesInWorstMinute, tried(name)(minute));
    if (fault) return;
    const rate = given(name);
    diary.refreshes += 1;
    diary.refreshesInWorstMinute = Math.max(diary.refreshesInWorstMinute, rate(minute));
    diary.refreshesInWorstHour = Math.max(diary.refreshesInWorstHour, rate(60 * minute));
  };
}

/** Notes that something happened, and answers how often it did within the last while, up to an hour. */
function createRate(uptime: () => number) {
  const lastHour = new Map<string, readonly number[]>();
  return (name: string) => {
    const now = uptime();
    const recent = [...(lastHour.get(name) ?? []), now].filter((at) => at > now - 3_600_000);
    lastHour.set(name, recent);
    return (milliseconds: number) => recent.filter((at) => at > now - milliseconds).length;
  };
}
