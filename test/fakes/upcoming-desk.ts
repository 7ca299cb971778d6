import { createUpcoming } from "../../main/calendar/upcoming.ts";
import { ok, type Result } from "../../main/contract/errors.ts";
import type { Account, AppState, Session } from "../../main/contract/state.ts";
import type { CalendarEntry } from "../../main/graph/event-answer.ts";
import { initialState } from "../../main/shell/initial-state.ts";
import { defaultSettings } from "../../main/contract/settings.ts";
import { createStore } from "../../main/base/store.ts";
import { createFakeClock, type FakeClock } from "./fake-clock.ts";
import { memoryLog } from "./memory-log.ts";
import { environment } from "./environment.ts";

export const person = (name: string): Account => ({
  id: `sample/${name}`,
  organisationId: "sample",
  name,
  username: `${name}@contoso.com`,
  kind: "member",
});
export const signedIn = (name: string): Session => ({ kind: "signed-in", account: person(name) });
const again = { kind: "sign-in-again", reason: null, trace: null } as const;
export const expired = (name: string): Session => ({
  kind: "expired",
  account: person(name),
  error: again,
});

type Read = Parameters<typeof createUpcoming>[0]["read"];

export interface UpcomingDeskOptions {
  readonly clock?: FakeClock;
  readonly session?: Session;
  readonly isOn?: boolean;
  readonly random?: () => number;
  /** Instead of `microsoft.answer`. */
  readonly read?: Read;
}

/** The next days of one computer, with a clock that is moved by hand; Microsoft answers what the test says. */
export function openUpcoming(options: UpcomingDeskOptions = {}) {
  const { clock = createFakeClock(), session = signedIn("megan"), isOn = true } = options;
  const settings = { ...defaultSettings, showUpcoming: isOn };
  const store = createStore({ ...initialState(environment, settings), session });
  const asks: { at: number; who: string }[] = [];
  const updates: AppState[] = [];
  const microsoft: { answer: Result<readonly CalendarEntry[]>; isSignedIn: boolean } = {
    answer: ok([]),
    isSignedIn: true,
  };
  const upcoming = createUpcoming({
    store,
    clock,
    log: memoryLog().log,
    random: options.random ?? (() => 0.5),
    isSignedIn: async () => microsoft.isSignedIn,
    isDismissed: () => false,
    async read(account, span) {
      asks.push({ at: clock.now(), who: account.name });
      return options.read ? options.read(account, span) : microsoft.answer;
    },
  });
  store.subscribe((state) => updates.push(state));
  const change = (changes: Partial<AppState>) =>
    store.update((state) => ({ ...state, ...changes }));
  return {
    ...upcoming,
    asks,
    updates,
    microsoft,
    change,
    clock,
    turn: (showUpcoming: boolean) => change({ settings: { ...settings, showUpcoming } }),
    shown: () => store.read().upcoming,
    state: () => store.read(),
    /** In steps, as timers ring. */
    async pass(milliseconds: number, step = 10_000) {
      for (let passed = 0; passed < milliseconds; passed += step) await clock.advance(step);
    },
  };
}
