import type { ScheduleCheck } from "../contract/answers.ts";
import { meetingDefaults } from "../contract/defaults.ts";
import type { ScheduleDraft } from "../contract/drafts.ts";
import { fail, ok, type Result } from "../contract/errors.ts";
import type { Meeting } from "../contract/meeting.ts";
import { findPreset } from "../contract/presets.ts";
import type { AppState } from "../contract/state.ts";
import type { SealedRecord } from "../vault.ts";
import { type Changes, createChanges } from "./changes.ts";
import { type CreationDependencies, type CreationRun, createCreationRun } from "./creation-run.ts";
import { toMeeting } from "./entry.ts";
import { contentOf } from "./event-reading.ts";
import type { Organiser } from "./fulfil.ts";
import { type HistoryEntry, isRoom, roomIdOf } from "./history.ts";
import { createReadyLinks } from "./ready-links.ts";
import { createRecheck } from "./recheck.ts";
import { createRepeats } from "./repeats.ts";
import { createResume } from "./resume.ts";
import { createSettling } from "./settling.ts";
import { fillSubject } from "./subject.ts";
import { readSchedule } from "./times.ts";
import type { Wish } from "./wish.ts";

export interface MeetingsDependencies extends Omit<CreationDependencies, "onHistory" | "settling"> {
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
    Pick<CreationRun, "eventPage" | "retry" | "cancel" | "undo" | "dismiss">,
    ChangesOfMeetings {
  /** Reads the history, then settles what an earlier run left open. */
  start(): Promise<void>;
  /** `again`: a second one, although one like it was just made. */
  meetNow(options: { readonly again: boolean }): Promise<Result<Meeting>>;
  /** The one that was just made, instead of a second. */
  useRepeat(): Promise<Result<Meeting>>;
  checkSchedule(draft: ScheduleDraft): ScheduleCheck;
  schedule(draft: ScheduleDraft): Promise<Result<Meeting>>;
  /** The link of one's own, made at the first time. */
  copyRoom(): Promise<Result<Meeting>>;
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
  const { store, handOver, history, clock, log, organiser, organisers, wishes } = given;

  function show(): void {
    const who = organiser();
    const entries = history.entries();
    const room = who.ok ? roomOf(who.value) : undefined;
    store.update((state) => ({
      ...state,
      creation: isEnded(state.creation) ? { kind: "idle" } : state.creation,
      recent: entries.filter((entry) => !isRoom(entry)).map(toMeeting),
      room: room ? toMeeting(room) : null,
      linkReady: who.ok && ready.has(who.value.key),
      leaving: state.leaving.filter(({ id }) => wishes.has(id) && history.find(id) !== undefined),
    }));
  }

  const roomOf = ({ account }: Organiser) =>
    history.entries().find((entry) => isRoom(entry) && entry.organiserId === account.id);

  /** The card of a meeting that was cancelled in the list meanwhile, or whose organiser signed out. */
  const isEnded = (creation: AppState["creation"]): boolean =>
    (creation.kind === "created" || creation.kind === "repeat") &&
    history.find(creation.meeting.id) === undefined;

  const settling = createSettling({
    ...given,
    onSettled(entry) {
      store.update((state) => {
        const { creation } = state;
        const isShown = creation.kind === "created" && creation.meeting.id === entry.id;
        return isShown ? { ...state, creation: { ...creation, meeting: toMeeting(entry) } } : state;
      });
      show();
    },
  });
  const dependencies = { ...given, settling, onHistory: show };
  const ready = createReadyLinks({
    ...given,
    record: given.spares,
    defaults: (account) => meetingDefaults(store.read(), account),
    // Whoever never made a meeting here needs none ahead.
    isWanted: ({ id }) =>
      store.read().settings.keepLinkReady &&
      history.entries().some(({ organiserId }) => organiserId === id),
    onChange: show,
  });
  const { begin, giveUp, handSpare, current, isRunning, ...creation } =
    createCreationRun(dependencies);
  const changes = createChanges(dependencies);
  const repeats = createRepeats(given);
  const resume = createResume({
    ...dependencies,
    begin,
    giveUp,
    isRunning,
    isLeaving: (id) => changes.isLeaving(id),
    afterwards: show,
  });

  type Asked = Pick<Wish, "subject" | "startAt" | "endAt" | "options" | "copyFormat">;

  function newWish(accountKey: string, asked: Asked, id = given.newId()): Wish {
    const wishedAt = clock.now();
    const fresh = { aim: "wanted", graphId: null, notBefore: null, mayExist: false } as const;
    return { ...asked, ...fresh, kind: "link", event: null, id, accountKey, wishedAt };
  }

  /** With the link that is ready, where there is one with these very options. */
  async function make(who: Organiser, asked: Asked): Promise<Result<Meeting>> {
    const running = current();
    if (running) return running;
    const spare = ready.take(who.key, asked.options);
    if (!spare) {
      const made = await begin(newWish(who.key, asked), who);
      void ready.tend();
      return made;
    }
    const { graphId } = spare.made;
    const handed = await handSpare({ ...newWish(who.key, asked, spare.id), graphId }, spare, who);
    if (!handed.ok) ready.giveBack(spare);
    void ready.tend();
    return handed;
  }

  async function meetNow({ again }: { again: boolean }): Promise<Result<Meeting>> {
    const who = organiser();
    if (!who.ok) return who;
    const twice = repeats.justCreated();
    if (twice && !again) return ok(twice);
    const { account } = who.value;
    const defaults = meetingDefaults(store.read(), account);
    const alike = again || current() ? null : repeats.madeAMomentAgo(account, defaults);
    if (alike) return repeats.offer(alike);
    const { subject, durationMinutes, options, copyFormat } = defaults;
    const startAt = Math.floor(clock.now() / 1_000) * 1_000;
    const endAt = startAt + durationMinutes * 60_000;
    const filled = fillSubject(subject, startAt, store.read());
    return make(who.value, { subject: filled, startAt, endAt, options, copyFormat });
  }

  let inviting: Promise<Result<Meeting>> | null = null;

  /** Never by a link that is ready, nor in the place of one that is on its way: what was typed is not lost. */
  async function invite(wish: Wish, who: Organiser): Promise<Result<Meeting>> {
    await current();
    return begin(wish, who);
  }

  async function schedule(draft: ScheduleDraft): Promise<Result<Meeting>> {
    const who = organiser();
    if (!who.ok) return who;
    const { problems, startAt, endAt } = checkSchedule(draft);
    if (problems) return fail({ kind: "invalid-schedule", problems });
    if (startAt === null || endAt === null) return fail({ kind: "time-refused", trace: null });
    const { options, event, presetId } = draft;
    const { copyFormat = null } = findPreset(store.read().settings.presets, presetId);
    const asked = { subject: draft.subject.trim(), startAt, endAt, options, copyFormat };
    if (!event) return make(who.value, asked);
    const content = contentOf(event, draft.timeZone ?? store.read().timeZone);
    const wish = { ...newWish(who.value.key, asked), kind: "event", event: content } as const;
    inviting ??= invite(wish, who.value).finally(() => {
      inviting = null;
    });
    return inviting;
  }

  const checkSchedule = (draft: ScheduleDraft): ScheduleCheck =>
    readSchedule(draft, store.read().timeZone, clock.now());

  async function copyRoom(): Promise<Result<Meeting>> {
    const who = organiser();
    if (!who.ok) return who;
    const { account, key } = who.value;
    const id = roomIdOf(key);
    const kept = roomOf(who.value);
    if (kept && !kept.isGone) {
      const copied = await handOver.copy(kept, null);
      return copied.ok ? ok(toMeeting(kept)) : copied;
    }
    const { subject, durationMinutes, options } = meetingDefaults(store.read(), account);
    const startAt = Math.floor(clock.now() / 1_000) * 1_000;
    const endAt = startAt + durationMinutes * 60_000;
    const filled = fillSubject(subject, startAt, store.read());
    // It outlives the preset it was made with.
    const asked = { subject: filled, startAt, endAt, options, copyFormat: null };
    // The same wish on every computer of this person: Graph answers the same meeting.
    return begin(newWish(key, asked, id), who.value);
  }

  return {
    ...creation,
    changes,
    async start() {
      const loaded = await history.load();
      if (!loaded.ok) log.warn("history-not-read", { kind: loaded.error.kind });
      await ready.load();
      show();
    },
    meetNow,
    useRepeat: () => repeats.use(),
    checkSchedule,
    schedule,
    copyRoom,
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
    recheck: createRecheck({ ...dependencies, isRunning, resume }),
  };
}
