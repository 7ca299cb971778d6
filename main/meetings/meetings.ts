import { fail, ok, type Result } from "../contract/errors.ts";
import type { Meeting } from "../contract/meeting.ts";
import type { Asking } from "./asking/asking.ts";
import type { Changes } from "./changes/changes.ts";
import { isUnguarded, toMeeting } from "./entry.ts";
import type { HistoryEntry } from "./history.ts";
import type { HandOut } from "./life/hand-out.ts";
import type { Listing } from "./listing.ts";
import type { Making } from "./making/making.ts";
import { createParts, type MeetingsDependencies, type Parts } from "./parts.ts";

export interface Meetings
  extends Asking, Pick<Making, "eventPage" | "cancel" | "undo" | "dismiss" | "noteCopied"> {
  readonly changes: Changes;
  /** Reads the history, then settles what an earlier run left open. */
  start(): Promise<void>;
  /** What failed once more, under the same id. Of a meeting that is there: its options. */
  retry(): Promise<Result<Meeting | undefined>>;
  /** After somebody came or left: whose meetings can be seen has changed. */
  redraw(): void;
  /** A part of the list as windows have it. */
  readonly page: Listing["page"];
  find(id: string): HistoryEntry | null;
  /** What every door asks before it hands a link to anybody. */
  readonly handOut: HandOut;
  /** Before a sign-out: what is on its way for this account, and its spare, are ended. */
  leave(accountId: string): Promise<void>;
  /** Settles every open intent: after a start, a sign-in, or when the network is back. */
  resume(): Promise<void>;
  /** Looks after the links kept ready, and after the rooms. */
  tend(): Promise<void>;
  /** After sleep. */
  wake(): void;
  /** Once a minute: what is still open is looked at again. */
  recheck(): Promise<void>;
}

export function createMeetings(given: MeetingsDependencies): Meetings {
  const parts = createParts(given);
  const { history, log, organisers } = given;
  const { making, asking, changes, rooms, handOut, ready, resume, recheck, show, page } = parts;
  const tend = async () => {
    await Promise.all([ready.tend(), rooms.tend()]);
  };
  return {
    ...asking,
    changes,
    eventPage: making.eventPage,
    cancel: making.cancel,
    undo: making.undo,
    dismiss: making.dismiss,
    noteCopied(id) {
      const entry = history.find(id);
      if (entry && isUnguarded(entry)) void history.replace({ ...entry, takenAnyway: true });
      making.noteCopied(id);
    },
    retry: () => retry(given, parts),
    redraw: show,
    page,
    tend,
    wake() {
      ready.wake();
      rooms.wake();
    },
    handOut,
    async recheck() {
      await history.save();
      await recheck();
    },
    async start() {
      const loaded = await history.load();
      if (!loaded.ok) log.warn("history-not-read", { kind: loaded.error.kind });
      await ready.load();
      show();
    },
    find: (id) => history.find(id) ?? null,
    async leave(accountId) {
      await making.leave(accountId);
      const who = organisers().find(({ account }) => account.id === accountId);
      if (!who) return;
      await changes.leave(who);
      await ready.retire(who);
    },
    async resume() {
      await resume();
      await tend();
    },
  };
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
