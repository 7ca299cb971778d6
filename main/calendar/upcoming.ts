import { isDeepStrictEqual } from "node:util";

import { Temporal } from "temporal-polyfill";

import type { Clock } from "../base/clock.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Account, AppState } from "../contract/state.ts";
import type { Upcoming as Shown } from "../contract/upcoming.ts";
import type { CalendarEntry } from "../graph/event-answer.ts";
import type { Log } from "../base/log.ts";
import type { ObservableStore } from "../base/store.ts";
import { createAlarm } from "./alarm.ts";
import { drawDays, type KnownDays } from "./known-days.ts";
import {
  freshMilliseconds,
  leastMilliseconds,
  nextMinute,
  refreshAfter,
  spreadMilliseconds,
} from "./refresh-times.ts";

export interface UpcomingDependencies {
  readonly store: ObservableStore;
  readonly read: (account: Account, span: AskedDays) => Promise<Result<readonly CalendarEntry[]>>;
  /** Whether a fresh token can be had, if only without this permission. */
  readonly isSignedIn: (account: Account) => Promise<boolean>;
  readonly isDismissed: (account: Account, entry: CalendarEntry) => boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1. */
  readonly random: () => number;
}

/** Between two instants; `timeZone` (IANA) says when days begin. Aborted when nobody wants it any more. */
export interface AskedDays {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
  readonly signal: AbortSignal;
}

/** The next days of whoever organises, kept up to date while the person wants to see them. In memory only. */
export interface UpcomingCalendar {
  /** A person asks, so at once. Errors: not-signed-in, cancelled where somebody else organises meanwhile. */
  refresh(): Promise<Result<undefined>>;
  find(id: string): { readonly entry: CalendarEntry; readonly account: Account } | null;
  state(): Shown;
  /** After what is dismissed has changed. */
  redraw(): void;
  /** Whether the person is being asked for the permission. */
  readonly setAsking: (isAsking: boolean) => void;
  /** After sleep, or when the network is back. */
  wake(): void;
  close(): void;
}

/** Of one account. Whatever is answered to another one, or after the end, is dropped. */
interface Watch {
  readonly account: Account;
  known: KnownDays | null;
  /** Why the last question was not answered. */
  error: AppError | null;
  /** The account has not allowed it: it is not asked again before the person was. */
  isRefused: boolean;
  askedAt: number;
  readonly ended: AbortController;
  running: Promise<Result<undefined>> | null;
}

const daysAhead = 7;
/** A timer that rings this much later than it should has slept. */
const lateMilliseconds = 60_000;

export function createUpcoming(dependencies: UpcomingDependencies): UpcomingCalendar {
  const { store, clock, log, random } = dependencies;
  const question = createAlarm(clock);
  const minute = createAlarm(clock);
  let watch: Watch | null = null;
  let isAsking = false;
  let seen = store.read();

  function draw(): void {
    const upcoming = shown(store.read());
    store.update((state) =>
      isDeepStrictEqual(state.upcoming, upcoming) ? state : { ...state, upcoming },
    );
    if (watch?.known) minute.set(nextMinute(clock.now()), draw);
    else minute.stop();
  }

  function shown({ timeZone, session }: AppState): Shown {
    if (isAsking) return { kind: "asking" };
    if (!watch || watch.isRefused) return { kind: "off" };
    const { known, account } = watch;
    const error = session.kind === "expired" ? session.error : watch.error;
    const isDismissed = (entry: CalendarEntry) => dependencies.isDismissed(account, entry);
    const viewer = { timeZone, ownAddress: account.username, isDismissed };
    if (known)
      return { kind: "shown", ...drawDays(known, clock.now(), viewer), isStale: error !== null };
    return error ? { kind: "failed", error } : { kind: "loading" };
  }

  function ask(mine: Watch): Promise<Result<undefined>> {
    if (mine.running) return mine.running;
    question.stop();
    mine.running = askOnce(mine).finally(() => {
      mine.running = null;
    });
    return mine.running;
  }

  async function askOnce(mine: Watch): Promise<Result<undefined>> {
    const { timeZone } = store.read();
    const from = clock.now();
    mine.askedAt = from;
    const { signal } = mine.ended;
    const span = { from, to: endOfDays(from, timeZone), timeZone, signal };
    const answer = await dependencies.read(mine.account, span);
    const isRefused =
      !answer.ok && isOfTheToken(answer.error) && (await dependencies.isSignedIn(mine.account));
    if (watch !== mine) return fail({ kind: "cancelled" });
    if (answer.ok) mine.known = { entries: answer.value, timeZone, readAt: clock.now() };
    else log.warn("calendar-not-read", { kind: answer.error.kind });
    // Whoever took the permission back wants nothing of it shown.
    if (isRefused) mine.known = null;
    mine.isRefused = isRefused;
    mine.error = answer.ok ? null : answer.error;
    draw();
    planNext(mine);
    return answer.ok ? ok(undefined) : answer;
  }

  function planNext(mine: Watch): void {
    const { upcoming } = store.read();
    const days = upcoming.kind === "shown" ? upcoming.days : [];
    const now = clock.now();
    const usual = refreshAfter(days, now, random());
    const asked = mine.error?.kind === "throttled" ? mine.error.retryAt : now;
    plan(mine, Math.max(now + usual, asked + random() * spreadMilliseconds));
  }

  /** Where something was asked less than a minute ago, later. */
  function plan(mine: Watch, wanted: number): void {
    if (mine.isRefused) return;
    const at = Math.max(wanted, mine.askedAt + leastMilliseconds);
    if (at <= clock.now()) void ask(mine);
    else question.set(at, () => ring(mine, at));
  }

  const planSpread = (mine: Watch) => plan(mine, clock.now() + random() * spreadMilliseconds);

  function ring(mine: Watch, at: number): void {
    if (store.read().session.kind === "expired") return;
    // The computer slept over it, and others wake at the same time.
    if (clock.now() - at > lateMilliseconds) planSpread(mine);
    else void ask(mine);
  }

  function begin(account: Account | null, before: AppState, after: AppState): void {
    question.stop();
    watch?.ended.abort();
    watch = account && newWatch(account);
    draw();
    if (!watch || after.session.kind === "expired") return;
    // Nobody waits for it while the app starts in the background.
    if (before.session.kind === "starting" && !after.popupShown) planSpread(watch);
    else plan(watch, clock.now());
  }

  function react(mine: Watch, before: AppState, after: AppState): void {
    const isZoneNew = before.timeZone !== after.timeZone;
    const isSessionNew = before.session.kind !== after.session.kind;
    const isOpened = after.popupShown && !before.popupShown;
    if (isSessionNew) mine.isRefused = false;
    if (isZoneNew || isSessionNew) draw();
    if (after.session.kind === "expired") return;
    const isOld = clock.now() - (mine.known?.readAt ?? 0) > freshMilliseconds;
    if (isZoneNew || isSessionNew || (isOpened && isOld)) plan(mine, clock.now());
  }

  function follow(after: AppState): void {
    const before = seen;
    seen = after;
    const account = readerOf(after);
    if (account?.id !== watch?.account.id) begin(account, before, after);
    else if (watch) react(watch, before, after);
  }

  const unsubscribe = store.subscribe(follow);

  return {
    async refresh() {
      if (!watch) return fail({ kind: "not-signed-in" });
      watch.isRefused = false;
      return ask(watch);
    },
    find(id) {
      const entry = watch?.known?.entries.find(({ eventId }) => eventId === id);
      return watch && entry ? { entry, account: watch.account } : null;
    },
    state: () => shown(store.read()),
    redraw: draw,
    setAsking(next) {
      isAsking = next;
      draw();
    },
    wake() {
      if (!watch) return;
      draw();
      planSpread(watch);
    },
    close() {
      unsubscribe();
      watch?.ended.abort();
      watch = null;
      question.stop();
      minute.stop();
    },
  };
}

const newWatch = (account: Account): Watch => ({
  account,
  known: null,
  error: null,
  isRefused: false,
  askedAt: Number.NEGATIVE_INFINITY,
  ended: new AbortController(),
  running: null,
});

/** Whose calendar is shown; null while none is. */
function readerOf({ settings, session }: AppState): Account | null {
  const isKnown = session.kind === "signed-in" || session.kind === "expired";
  return settings.showUpcoming && isKnown ? session.account : null;
}

/** Not what Graph answers to a token, but that there is none to be had without the person. */
const isOfTheToken = (error: AppError): boolean =>
  error.kind === "sign-in-again" && error.trace?.status !== 401;

function endOfDays(now: number, timeZone: string): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  return today.toPlainDate().add({ days: daysAhead }).toZonedDateTime(timeZone).epochMilliseconds;
}
