import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Store } from "../base/store.ts";
import type { SealedRecord } from "../base/vault.ts";
import { meetingDefaults } from "../contract/defaults.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Meeting } from "../contract/meeting.ts";
import type { HandOver } from "../handover/hand-over.ts";
import { type Asking, createAsking } from "./asking/asking.ts";
import { createSentDrafts } from "./asking/sent-drafts.ts";
import { type Changes, createChanges } from "./changes/changes.ts";
import { toMeeting } from "./entry.ts";
import { createFulfil, type Organiser } from "./fulfil.ts";
import { type History, type HistoryEntry, isRoom } from "./history.ts";
import { createListing } from "./listing.ts";
import { createMaking, type Making } from "./making/making.ts";
import { createEnds } from "./outbox/ends.ts";
import type { Outbox } from "./outbox/outbox.ts";
import { createRecheck } from "./outbox/recheck.ts";
import { createResume } from "./outbox/resume.ts";
import { createReadyLinks, type ReadyLinks } from "./ready/ready-links.ts";
import { createRemember } from "./remember.ts";
import { createSettling } from "./settling.ts";

export interface MeetingsDependencies {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly history: History;
  /** Where the links kept ready are sealed. */
  readonly spares: SealedRecord;
  readonly handOver: Pick<HandOver, "copy" | "takeBack">;
  /** Who organises new meetings. Errors: not-signed-in, cloud-lacks-meetings. */
  readonly organiser: () => Result<Organiser>;
  /** Everybody who can be asked about their own meetings now. */
  readonly organisers: () => readonly Organiser[];
  /** Language for what Graph writes, a BCP 47 tag. */
  readonly language: () => string;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  /** 0 to 1. */
  readonly random: () => number;
  /** Graph refused the freshest token there is. */
  readonly onSignInNeeded: (accountId: string, error: AppError) => void;
}

export interface Meetings
  extends Asking, Pick<Making, "eventPage" | "cancel" | "undo" | "dismiss" | "noteCopied"> {
  readonly changes: Changes;
  /** Reads the history, then settles what an earlier run left open. */
  start(): Promise<void>;
  /** What failed once more, under the same id. Of a meeting that is there: its options. */
  retry(): Promise<Result<Meeting | undefined>>;
  /** After somebody came or left: whose meetings can be seen has changed. */
  redraw(): void;
  find(id: string): HistoryEntry | null;
  /** Errors: unknown-meeting; meeting-gone for what is to end: nobody gets a link that stops working. */
  toHandOut(id: string): Result<HistoryEntry>;
  /** Of those that can be handed out. */
  latest(): HistoryEntry | null;
  /** Before a sign-out: what is on its way for this account, and its spare, are ended. */
  leave(accountId: string): Promise<void>;
  /** Settles every open intent: after a start, a sign-in, or when the network is back. */
  resume(): Promise<void>;
  /** Looks after the links kept ready. */
  tend(): Promise<void>;
  /** After sleep. */
  wake(): void;
  /** Once a minute: what is still open is looked at again. */
  recheck(): Promise<void>;
}

export function createMeetings(given: MeetingsDependencies): Meetings {
  const parts = createParts(given);
  const { history, outbox, log, organisers } = given;
  const { making, asking, changes, ready, resume, recheck, show } = parts;
  return {
    ...asking,
    changes,
    eventPage: making.eventPage,
    cancel: making.cancel,
    undo: making.undo,
    dismiss: making.dismiss,
    noteCopied: making.noteCopied,
    retry: () => retry(given, parts),
    redraw: show,
    tend: ready.tend,
    wake: ready.wake,
    recheck,
    async start() {
      const loaded = await history.load();
      if (!loaded.ok) log.warn("history-not-read", { kind: loaded.error.kind });
      await ready.load();
      show();
    },
    find: (id) => history.find(id) ?? null,
    toHandOut(id) {
      const entry = history.find(id);
      if (!entry) return fail({ kind: "unknown-meeting" });
      return outbox.aimOf(id) === "leaving"
        ? fail({ kind: "meeting-gone", trace: null })
        : ok(entry);
    },
    latest() {
      const leaving = outbox.leaving();
      const isLatest = (entry: HistoryEntry) => !isRoom(entry) && !leaving.has(entry.id);
      return history.entries().find(isLatest) ?? null;
    },
    async leave(accountId) {
      await making.leave(accountId);
      const who = organisers().find(({ account }) => account.id === accountId);
      if (!who) return;
      await changes.leave(who);
      await ready.retire(who);
    },
    async resume() {
      await resume();
      await ready.tend();
    },
  };
}

interface Parts {
  readonly making: Making;
  readonly asking: Asking;
  readonly changes: Changes;
  readonly ready: ReadyLinks;
  readonly resume: () => Promise<void>;
  readonly recheck: () => Promise<void>;
  readonly show: () => void;
}

function createParts(given: MeetingsDependencies): Parts {
  const { store, outbox, history, handOver, clock, log, language, random } = given;
  const { organiser, organisers, newId, onSignInNeeded } = given;
  // What all of these take.
  const around = { store, outbox, history, organisers, language, clock, log, onSignInNeeded };
  const isReady = (accountKey: string) => ready.has(accountKey);
  const show = createListing({ store, history, outbox, organiser, isReady });
  const fulfil = createFulfil({ outbox, clock, language });
  const remember = createRemember({ history, outbox, log });
  const settling = createSettling({ ...around, remember, onSettled: show });
  const ends = createEnds(around);
  const sentDrafts = createSentDrafts();
  const ready = createReadyLinks({
    ...around,
    ends,
    record: given.spares,
    defaults: (account) => meetingDefaults(store.read(), account),
    // Whoever never made a meeting here needs none ahead.
    isWanted: ({ id }) =>
      store.read().settings.keepLinkReady &&
      history.entries().some(({ organiserId }) => organiserId === id),
    newId,
    random,
    onChange: show,
  });
  const listed = { ...around, ends, settling, sentDrafts, onHistory: show };
  const making = createMaking({ ...listed, fulfil, remember, handOver });
  const changes = createChanges(listed);
  const resume = createResume({
    ...around,
    making,
    fulfil,
    remember,
    settling,
    ends,
    isLeaving: changes.isLeaving,
    afterwards: show,
  });
  const recheck = createRecheck({ ...around, isRunning: making.isRunning, resume });
  const asking = createAsking({
    store,
    outbox,
    history,
    making,
    ready,
    sentDrafts,
    handOver,
    organiser,
    organisers,
    newId,
    clock,
  });
  return { making, asking, changes, ready, resume, recheck, show };
}

async function retry(
  { store, history }: MeetingsDependencies,
  { making, changes }: Parts,
): Promise<Result<Meeting | undefined>> {
  const shown = store.read().creation;
  if (shown.kind !== "created" || !(shown.unset || shown.isHeld)) return making.retry();
  const { id } = shown.meeting;
  const set = await changes.applyOptions(id);
  const entry = history.find(id);
  if (!set.ok) return set;
  if (!entry) return fail({ kind: "unknown-meeting" });
  // Something else was asked for meanwhile: its card and its link stay where they are.
  const { creation: now } = store.read();
  const isStill = now.kind === "created" && now.meeting.id === id;
  return isStill ? making.handMade(entry, shown.draftId) : ok(toMeeting(entry));
}
