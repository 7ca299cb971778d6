import { meetingDefaults } from "../contract/defaults.ts";
import { fail, ok, type Result } from "../contract/errors.ts";
import type { Creation, Meeting } from "../contract/meeting.ts";
import type { SealedRecord } from "../base/vault.ts";
import { type Changes, createChanges } from "./changes.ts";
import { type CreationDependencies, type CreationRun, createCreationRun } from "./creation-run.ts";
import { type Asking, createAsking } from "./asking.ts";
import { createEnds } from "./outbox/ends.ts";
import { isUnguarded, toMeeting } from "./entry.ts";
import type { Organiser } from "./fulfil.ts";
import { type HistoryEntry, isRoom, roomOf } from "./history.ts";
import { createReadyLinks } from "./ready-links.ts";
import { createRecheck } from "./outbox/recheck.ts";
import { createRepeats } from "./repeats.ts";
import { createResume } from "./outbox/resume.ts";
import { createSentDrafts } from "./outbox/sent-drafts.ts";
import { createSettling } from "./settling.ts";

export interface MeetingsDependencies extends Omit<
  CreationDependencies,
  "onHistory" | "settling" | "sentDrafts" | "ends"
> {
  /** Who organises new meetings. Errors: not-signed-in, cloud-lacks-meetings. */
  readonly organiser: () => Result<Organiser>;
  readonly newId: () => string;
  /** 0 to 1. */
  readonly random: () => number;
  /** Where the links kept ready are sealed. */
  readonly spares: SealedRecord;
}

export interface Meetings
  extends
    Asking,
    Pick<CreationRun, "eventPage" | "cancel" | "undo" | "dismiss" | "noteCopied">,
    ChangesOfMeetings {
  /** Reads the history, then settles what an earlier run left open. */
  start(): Promise<void>;
  /** The one that was just made, instead of a second. */
  useRepeat(): Promise<Result<Meeting>>;
  /** What failed once more, under the same id. Of a meeting that is there: its options. */
  retry(): Promise<Result<Meeting | undefined>>;
  /** After somebody came or left: whose meetings can be seen has changed. */
  redraw(): void;
  find(id: string): HistoryEntry | null;
  latest(): HistoryEntry | null;
  /** Before a sign-out: what is on its way for this account, and its spare, are ended. */
  leave(accountId: string): Promise<void>;
  /** Settles every open wish: after a start, a sign-in, or when the network is back. */
  resume(): Promise<void>;
  /** Looks after the links kept ready. */
  tend(): Promise<void>;
  /** After sleep. */
  wake(): void;
  /** Once a minute: what is still open is looked at again. */
  recheck(): Promise<void>;
}
interface ChangesOfMeetings {
  readonly changes: Changes;
}

export function createMeetings(given: MeetingsDependencies): Meetings {
  const { store, history, log, organiser, organisers, wishes } = given;

  function show(): void {
    const who = organiser();
    const entries = history.entries();
    const room = who.ok ? roomOf(entries, who.value.account) : undefined;
    store.update((state) => ({
      ...state,
      creation: asListed(state.creation),
      recent: entries.filter((entry) => !isRoom(entry)).map(toMeeting),
      room: room ? toMeeting(room) : null,
      linkReady: who.ok && ready.has(who.value.key),
      leaving: state.leaving.filter(({ id }) => wishes.has(id) && history.find(id) !== undefined),
    }));
  }

  /** The card says what the list says; gone from there, or its organiser signed out, it is gone. */
  function asListed(creation: Creation): Creation {
    if (creation.kind !== "created" && creation.kind !== "repeat") return creation;
    const entry = history.find(creation.meeting.id);
    if (!entry) return { kind: "idle" };
    // The same object is no news: nobody is told of it again.
    if (creation.kind === "repeat") return creation;
    const meeting = toMeeting(entry);
    const unset = entry.optionsFailed ? creation.unset : null;
    return { ...creation, meeting, unset, isHeld: creation.isHeld && isUnguarded(entry) };
  }

  const settling = createSettling({ ...given, onSettled: show });
  const sentDrafts = createSentDrafts();
  const ends = createEnds(given);
  const dependencies = { ...given, settling, sentDrafts, ends, onHistory: show };
  const ready = createReadyLinks({
    ...dependencies,
    record: given.spares,
    defaults: (account) => meetingDefaults(store.read(), account),
    // Whoever never made a meeting here needs none ahead.
    isWanted: ({ id }) =>
      store.read().settings.keepLinkReady &&
      history.entries().some(({ organiserId }) => organiserId === id),
    onChange: show,
  });
  const creation = createCreationRun(dependencies);
  const changes = createChanges(dependencies);
  const repeats = createRepeats({ ...given, creation });
  const resume = createResume({
    ...dependencies,
    creation,
    isLeaving: (id) => changes.isLeaving(id),
    afterwards: show,
  });

  const asking = createAsking({ ...dependencies, creation, ready, repeats });

  async function retry(): Promise<Result<Meeting | undefined>> {
    const shown = store.read().creation;
    if (shown.kind !== "created" || !(shown.unset || shown.isHeld)) return creation.retry();
    const { id } = shown.meeting;
    const set = await changes.applyOptions(id);
    const entry = history.find(id);
    if (!set.ok) return set;
    if (!entry) return fail({ kind: "unknown-meeting" });
    // Something else was asked for meanwhile: its card and its link stay where they are.
    const { creation: now } = store.read();
    const isStill = now.kind === "created" && now.meeting.id === id;
    return isStill ? creation.handMade(entry, shown.draftId) : ok(toMeeting(entry));
  }

  return {
    eventPage: () => creation.eventPage(),
    cancel: () => creation.cancel(),
    undo: () => creation.undo(),
    dismiss: () => creation.dismiss(),
    noteCopied: (id) => creation.noteCopied(id),
    retry,
    changes,
    async start() {
      const loaded = await history.load();
      if (!loaded.ok) log.warn("history-not-read", { kind: loaded.error.kind });
      await ready.load();
      show();
    },
    ...asking,
    useRepeat: () => repeats.use(),
    redraw: show,
    find: (id) => history.find(id) ?? null,
    latest: () => history.entries().find((entry) => !isRoom(entry)) ?? null,
    async leave(accountId) {
      await creation.leave(accountId);
      const who = organisers().find(({ account }) => account.id === accountId);
      if (!who) return;
      await changes.leave(who);
      await ready.retire(who);
    },
    async resume() {
      await resume();
      await ready.tend();
    },
    tend: () => ready.tend(),
    wake: () => ready.wake(),
    recheck: createRecheck({ ...dependencies, isRunning: creation.isRunning, resume }),
  };
}
