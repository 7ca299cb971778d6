import { Temporal } from "temporal-polyfill";

import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Store } from "../base/store.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Account } from "../contract/state.ts";
import type { CalendarEntry } from "../graph/event-answer.ts";
import { createAlarm } from "./alarm.ts";
import { leastMilliseconds, refreshAfter, spreadMilliseconds } from "./refresh-times.ts";
import type { Watch } from "./watch.ts";

/** Between two instants; `timeZone` (IANA) says when days begin. Aborted when nobody wants it any more. */
export interface AskedDays {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
  readonly signal: AbortSignal;
}

export interface AskingDependencies {
  readonly store: Pick<Store, "read">;
  readonly read: (account: Account, span: AskedDays) => Promise<Result<readonly CalendarEntry[]>>;
  /** Whether a fresh token can be had, if only without this permission. */
  readonly isSignedIn: (account: Account) => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1. */
  readonly random: () => number;
}

/** When the calendar is asked, and what an answer means. */
export interface Asking {
  /** At once. What is asked already is not asked twice. Errors: cancelled where it is not watched any more; as Graph's. */
  ask(watch: Watch): Promise<Result<undefined>>;
  /** Where something was asked less than a minute ago, later. */
  plan(watch: Watch, wanted: number): void;
  /** Soon, but not in the moment in which everybody asks. */
  planSpread(watch: Watch): void;
  stop(): void;
}

const daysAhead = 7;
/** A timer that rings this much later than it should has slept. */
const lateMilliseconds = 60_000;

/** `onAnswer` is told once the watch knows more; nobody is told of one that is not watched any more. */
export function createAsking(
  { store, read, isSignedIn, clock, log, random }: AskingDependencies,
  isWatched: (watch: Watch) => boolean,
  onAnswer: () => void,
): Asking {
  const question = createAlarm(clock);

  function ask(watch: Watch): Promise<Result<undefined>> {
    if (watch.running) return watch.running;
    question.stop();
    watch.running = askOnce(watch).finally(() => {
      watch.running = null;
    });
    return watch.running;
  }

  async function askOnce(watch: Watch): Promise<Result<undefined>> {
    const { timeZone } = store.read();
    const from = clock.now();
    watch.askedAt = from;
    const { signal } = watch.ended;
    const span = { from, to: endOfDays(from, timeZone), timeZone, signal };
    const answer = await read(watch.account, span);
    const isRefused = !answer.ok && isOfTheToken(answer.error) && (await isSignedIn(watch.account));
    if (!isWatched(watch)) return fail({ kind: "cancelled" });
    if (answer.ok) watch.known = { entries: answer.value, timeZone, readAt: clock.now() };
    else log.warn("calendar-not-read", { kind: answer.error.kind });
    // Whoever took the permission back wants nothing of it shown.
    if (isRefused) watch.known = null;
    watch.isRefused = isRefused;
    watch.error = answer.ok ? null : answer.error;
    onAnswer();
    planNext(watch);
    return answer.ok ? ok(undefined) : answer;
  }

  function planNext(watch: Watch): void {
    const { upcoming } = store.read();
    const days = upcoming.kind === "shown" ? upcoming.days : [];
    const now = clock.now();
    const usual = refreshAfter(days, now, random());
    const asked = watch.error?.kind === "throttled" ? watch.error.retryAt : now;
    plan(watch, Math.max(now + usual, asked + random() * spreadMilliseconds));
  }

  function plan(watch: Watch, wanted: number): void {
    if (watch.isRefused) return;
    const at = Math.max(wanted, watch.askedAt + leastMilliseconds);
    if (at <= clock.now()) void ask(watch);
    else question.set(at, () => ring(watch, at));
  }

  const planSpread = (watch: Watch) => plan(watch, clock.now() + random() * spreadMilliseconds);

  function ring(watch: Watch, at: number): void {
    if (store.read().session.kind === "expired") return;
    // The computer slept over it, and others wake at the same time.
    if (clock.now() - at > lateMilliseconds) planSpread(watch);
    else void ask(watch);
  }

  return { ask, plan, planSpread, stop: () => question.stop() };
}

/** Not what Graph answers to a token, but that there is none to be had without the person. */
const isOfTheToken = (error: AppError): boolean =>
  error.kind === "sign-in-again" && error.trace?.status !== 401;

function endOfDays(now: number, timeZone: string): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  return today.toPlainDate().add({ days: daysAhead }).toZonedDateTime(timeZone).epochMilliseconds;
}
