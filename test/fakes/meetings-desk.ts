import { fail, ok } from "../../main/contract/errors.ts";
import type { ScheduleDraft } from "../../main/contract/drafts.ts";
import type { Account, AppState } from "../../main/contract/state.ts";
import type { Clock } from "../../main/base/clock.ts";
import type { CalendarEvents } from "../../main/graph/calendar-events.ts";
import type { OnlineMeetings } from "../../main/graph/online-meetings.ts";
import { createHandOver } from "../../main/handover/hand-over.ts";
import { invitationLocale } from "../../main/handover/invitation-wording.ts";
import { initialState } from "../../main/shell/initial-state.ts";
import type { Clipboard } from "../../main/meetings/fulfil.ts";
import { createMeetings } from "../../main/meetings/meetings.ts";
import { createOutbox } from "../../main/meetings/outbox/outbox.ts";
import { defaultSettings, type Settings } from "../../main/contract/settings.ts";
import { createStore } from "../../main/base/store.ts";
import type { VaultProtection } from "../../main/base/vault.ts";
import { createFakeCalendar, type FakeCalendar } from "./fake-calendar.ts";
import { createFakeOnlineMeetings, type FakeOnlineMeetings } from "./fake-online-meetings.ts";
import { memoryLog } from "./memory-log.ts";
import { memoryFile, openHistoryIn, scrambling, sealedIn } from "./memory-disk.ts";
import { environment } from "./environment.ts";

export interface DeskOptions {
  /** What an earlier desk left on its disk: a restart. */
  readonly disk?: Record<string, unknown>;
  readonly online?: FakeOnlineMeetings;
  readonly calendar?: FakeCalendar;
  /** Whether the keyring protects: "memory-only" seals nothing. */
  readonly protection?: VaultProtection;
  /** Another way to Microsoft than the fake, another clock, other ids. */
  readonly line?: OnlineMeetings;
  readonly calendarLine?: CalendarEvents;
  readonly clock?: Clock;
  readonly newId?: () => string;
  readonly desktopClipboard?: Clipboard;
  readonly onState?: (state: AppState) => void;
  /** 0 to 1. */
  readonly random?: () => number;
  readonly settings?: Partial<Settings>;
  readonly signedIn?: boolean;
  readonly accountKey?: string;
  /** Before the keyring seals anything: one that asks the person for their password takes its time. */
  readonly beforeSeal?: () => Promise<void>;
  /** Milliseconds after the usual moment. */
  readonly later?: number;
}

const account: Account = {
  id: "sample/oid.tid",
  organisationId: "sample",
  name: "Megan Bowen",
  username: "megan@contoso.com",
  kind: "member",
};

/** The meetings with everything around them in memory; a second desk on the same disk is a restart. */
export function createMeetingsDesk(options: DeskOptions = {}) {
  const { disk = {}, online = createFakeOnlineMeetings() } = options;
  const { calendar = createFakeCalendar(online) } = options;
  // Without links made ahead, unless a test is about them: what it counts is what it asked for.
  const settings = { ...defaultSettings, keepLinkReady: false, ...options.settings };
  const key = options.accountKey ?? "megan";
  const store = createStore({
    ...initialState(environment, settings),
    accounts: [{ account, key, problem: null }],
  });
  if (options.onState) store.subscribe(options.onState);
  const outboxFile = { ...memoryFile(disk, "wishes"), failWrites: false };
  const clipboard = { text: "", busy: false };
  const moving = movingClock(Date.parse("2026-11-24T12:00:00.500Z") + (options.later ?? 0));
  const clock = options.clock ?? moving;
  const people = { search: async () => ok([]) };
  const organiser = { account, key, people, ...linesOf(options, online, calendar) };
  const signInNeeded: string[] = [];
  const vault = scrambling(options.protection ?? "sealed", options.beforeSeal);
  let ids = 0;
  const handOver = createHandOver({
    store,
    clock,
    words: () => (name) => name,
    clipboard: clipboardOf(options, clipboard),
  });

  const meetings = createMeetings({
    store,
    clock,
    log: memoryLog().log,
    history: openHistoryIn(disk, vault, {
      clock,
      known: () => [account],
      onProblem: (unsaved) => store.update((state) => ({ ...state, unsaved })),
    }),
    spares: sealedIn(disk, "spares", vault),
    random: options.random ?? (() => 0.5),
    outbox: createOutbox({
      vault,
      defaultSubject: () => store.read().settings.defaultSubject,
      file: {
        ...outboxFile,
        write: (value) =>
          outboxFile.failWrites
            ? fail({ kind: "disk-failed" })
            : memoryFile(disk, "wishes").write(value),
      },
    }),
    handOver,
    language: () => invitationLocale(store.read()),
    organiser: () => (options.signedIn === false ? fail({ kind: "not-signed-in" }) : ok(organiser)),
    organisers: () => (options.signedIn === false ? [] : [organiser]),
    newId: options.newId ?? (() => `intent-${clock.now()}-${(ids += 1)}`),
    onSignInNeeded: (_accountId, error) => signInNeeded.push(error.kind),
  });

  const draft: ScheduleDraft = {
    subject: "Design review",
    startDate: "2026-11-25",
    startTime: "14:30",
    endDate: "2026-11-25",
    endTime: "15:15",
    startOccurrence: null,
    endOccurrence: null,
    timeZone: null,
    options: {},
    event: null,
  };

  return {
    meetings,
    handOver,
    online,
    calendar,
    disk,
    clock: moving,
    clipboard,
    outboxFile,
    signInNeeded,
    draft,
    state: (): AppState => store.read(),
    show: (change: Partial<AppState>) => store.update((state) => ({ ...state, ...change })),
    intentsOnDisk: () => intentsOf(disk["wishes"]),
  };
}

const clipboardOf = (
  { desktopClipboard }: DeskOptions,
  clipboard: { text: string; readonly busy: boolean },
): Clipboard => desktopClipboard ?? busyAtTimes(clipboard);

const busyAtTimes = (clipboard: { text: string; readonly busy: boolean }): Clipboard => ({
  async writeText(text) {
    if (clipboard.busy) return fail({ kind: "clipboard-busy" });
    clipboard.text = text;
    return ok(undefined);
  },
  async writeRich({ text }) {
    clipboard.text = text;
    return ok(undefined);
  },
  readText: async () => clipboard.text,
  async clearIfStill(text) {
    if (clipboard.text !== text) return false;
    clipboard.text = "";
    return true;
  },
});

const linesOf = (
  { line, calendarLine }: DeskOptions,
  online: OnlineMeetings,
  calendar: CalendarEvents,
) => ({ online: line ?? online, calendar: calendarLine ?? calendar });

/** A desk at which one meeting was made. */
export async function deskWithOne() {
  const desk = createMeetingsDesk();
  const made = await desk.meetings.meetNow({ again: true });
  if (!made.ok) throw new Error("A desk without a meeting.");
  return { ...desk, id: made.value.id, changes: desk.meetings.changes };
}

function intentsOf(document: unknown): unknown[] {
  const isFilled = typeof document === "object" && document !== null && "wishes" in document;
  return isFilled && Array.isArray(document.wishes) ? document.wishes : [];
}

function movingClock(start: number) {
  let now = start;
  let held = Promise.withResolvers<void>();
  held.resolve();
  return {
    now: () => now,
    async sleep(milliseconds: number) {
      await held.promise;
      now += milliseconds;
    },
    /** Sleepers sleep on until `release`. */
    hold() {
      held = Promise.withResolvers<void>();
    },
    release: () => held.resolve(),
    /** Lets what is waiting run first, to the end: nothing here waits for more than promises. */
    async advance(milliseconds: number) {
      now += milliseconds;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
