import { isDeepStrictEqual } from "node:util";

import type { ObservableStore } from "../base/store.ts";
import { fail, type Result } from "../contract/errors.ts";
import type { Account, AppState } from "../contract/state.ts";
import type { Upcoming as Shown } from "../contract/upcoming.ts";
import type { CalendarEntry } from "../graph/event-answer.ts";
import { createAlarm } from "./alarm.ts";
import { type AskingDependencies, createAsking } from "./asking.ts";
import { drawDays } from "./known-days.ts";
import { freshMilliseconds, nextMinute } from "./refresh-times.ts";
import { newWatch, readerOf, type Watch } from "./watch.ts";

export interface UpcomingDependencies extends AskingDependencies {
  readonly store: ObservableStore;
  readonly isDismissed: (account: Account, entry: CalendarEntry) => boolean;
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

export function createUpcoming(dependencies: UpcomingDependencies): UpcomingCalendar {
  const { store, read, isSignedIn, isDismissed, clock, log, random } = dependencies;
  const asking = createAsking(
    { store, read, isSignedIn, clock, log, random },
    (one) => one === watch,
    draw,
  );
  const minute = createAlarm(clock);
  let watch: Watch | null = null;
  let isAsking = false;

  const shown = (): Shown =>
    isAsking ? { kind: "asking" } : pictureOf(watch, store.read(), clock.now(), isDismissed);

  function draw(): void {
    const upcoming = shown();
    store.update((state) =>
      isDeepStrictEqual(state.upcoming, upcoming) ? state : { ...state, upcoming },
    );
    if (watch?.known) minute.set(nextMinute(clock.now()), draw);
    else minute.stop();
  }

  function begin(account: Account | null, before: AppState, after: AppState): void {
    asking.stop();
    watch?.ended.abort();
    watch = account && newWatch(account);
    draw();
    if (!watch || after.session.kind === "expired") return;
    // Nobody waits for it while the app starts in the background.
    if (before.session.kind === "starting" && !after.popupShown) asking.planSpread(watch);
    else asking.plan(watch, clock.now());
  }

  function react(mine: Watch, before: AppState, after: AppState): void {
    const { isZoneNew, isSessionNew, isOpened } = newsOf(before, after);
    if (isSessionNew) mine.isRefused = false;
    if (isZoneNew || isSessionNew) draw();
    if (after.session.kind === "expired") return;
    const isOld = clock.now() - (mine.known?.readAt ?? 0) > freshMilliseconds;
    if (isZoneNew || isSessionNew || (isOpened && isOld)) asking.plan(mine, clock.now());
  }

  const unsubscribe = follow(store, (before, after) => {
    const account = readerOf(after);
    if (account?.id !== watch?.account.id) begin(account, before, after);
    else if (watch) react(watch, before, after);
  });

  return {
    async refresh() {
      if (!watch) return fail({ kind: "not-signed-in" });
      watch.isRefused = false;
      return asking.ask(watch);
    },
    find: (id) => entryOf(watch, id),
    state: shown,
    redraw: draw,
    setAsking(next) {
      isAsking = next;
      draw();
    },
    wake() {
      if (!watch) return;
      draw();
      asking.planSpread(watch);
    },
    close() {
      unsubscribe();
      watch?.ended.abort();
      watch = null;
      asking.stop();
      minute.stop();
    },
  };
}

/** Tells of each change with what was before it. */
function follow(
  store: ObservableStore,
  onChange: (before: AppState, after: AppState) => void,
): () => void {
  let seen = store.read();
  return store.subscribe((after) => {
    const before = seen;
    seen = after;
    onChange(before, after);
  });
}

const newsOf = (before: AppState, after: AppState) => ({
  isZoneNew: before.timeZone !== after.timeZone,
  isSessionNew: before.session.kind !== after.session.kind,
  isOpened: after.popupShown && !before.popupShown,
});

function pictureOf(
  watch: Watch | null,
  { timeZone, session }: AppState,
  now: number,
  isDismissed: UpcomingDependencies["isDismissed"],
): Shown {
  if (!watch || watch.isRefused) return { kind: "off" };
  const { known, account } = watch;
  const error = session.kind === "expired" ? session.error : watch.error;
  const viewer = {
    timeZone,
    ownAddress: account.username,
    isDismissed: (entry: CalendarEntry) => isDismissed(account, entry),
  };
  if (known) return { kind: "shown", ...drawDays(known, now, viewer), isStale: error !== null };
  return error ? { kind: "failed", error } : { kind: "loading" };
}

function entryOf(watch: Watch | null, id: string): ReturnType<UpcomingCalendar["find"]> {
  const entry = watch?.known?.entries.find(({ eventId }) => eventId === id);
  return watch && entry ? { entry, account: watch.account } : null;
}
