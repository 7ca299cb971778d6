import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { ScheduleCheck, ScheduleDraft } from "../contract/ipc.ts";
import type { Account, Creation, Meeting } from "../contract/state.ts";
import type { Store } from "../store.ts";
import {
  type Clipboard,
  fulfil,
  type FulfilDependencies,
  remember,
  settleUnwanted,
  toMeeting,
} from "./fulfil.ts";
import { createResume } from "./resume.ts";
import { readSchedule } from "./times.ts";
import type { Wish } from "./wish.ts";

export interface MeetingsDependencies extends FulfilDependencies {
  readonly store: Store;
  readonly clipboard: Clipboard;
  /** Who organises, and the hash wishes are filed under; null while nobody is signed in. */
  readonly organiser: () => { readonly account: Account; readonly key: string } | null;
  readonly newId: () => string;
  /** Graph refused the freshest token there is. */
  readonly onSignInNeeded: (error: AppError) => void;
}

export interface Meetings {
  /** Reads the history, then settles what an earlier run left open. */
  start(): Promise<void>;
  meetNow(): Promise<Result<Meeting>>;
  checkSchedule(draft: ScheduleDraft): ScheduleCheck;
  schedule(draft: ScheduleDraft): Promise<Result<Meeting>>;
  /** The failed wish once more: the same wish, so never a second meeting. */
  retry(): Promise<Result<Meeting>>;
  cancel(): Promise<Result<undefined>>;
  undo(): Promise<Result<undefined>>;
  dismiss(): void;
  copy(id: string): Promise<Result<undefined>>;
  copyLatest(): Promise<Result<undefined>>;
  /** Settles every open wish of the account: after a start, a sign-in, or when the network is back. */
  resume(): Promise<void>;
  /** Resumes while it is not known whether a meeting was made: the person was told that we look again. */
  recheck(): Promise<void>;
}

/** A second press this soon is the same wish: a double click, or an impatient finger. */
const doublePressMilliseconds = 2_000;

interface Run {
  readonly wish: Wish;
  readonly controller: AbortController;
  readonly done: Promise<Result<Meeting>>;
}

export function createMeetings(dependencies: MeetingsDependencies): Meetings {
  const { store, clipboard, wishes, history, clock, log, organiser } = dependencies;
  let current: Run | null = null;
  let lastWish: Wish | null = null;

  const show = (creation: Creation) => store.update((state) => ({ ...state, creation }));
  const showRecent = () => {
    const recent = history.entries().map(toMeeting);
    store.update((state) => ({ ...state, recent }));
  };

  /** One at a time: while a wish is on its way, every further press is that wish. */
  function begin(wish: Wish, account: Account): Promise<Result<Meeting>> {
    if (current) return current.done;
    const controller = new AbortController();
    lastWish = wish;
    const done = run(wish, account, controller.signal).finally(() => {
      current = null;
    });
    current = { wish, controller, done };
    return done;
  }

  async function run(wish: Wish, account: Account, signal: AbortSignal): Promise<Result<Meeting>> {
    const waiting = { kind: "creating", wishId: wish.id, startedAt: clock.now() } as const;
    show({ ...waiting, retryAt: null, reason: "first-try" });
    const made = await fulfil(dependencies, wish, account, {
      signal,
      onWait: (retryAt, reason) => show({ ...waiting, retryAt, reason }),
    });
    if (signal.aborted) return fail({ kind: "cancelled" });
    if (!made.ok) return failed(wish, made.error, made.mayExist);
    const copied = await clipboard.writeText(made.entry.joinUrl);
    const meeting = toMeeting(made.entry);
    show({ kind: "created", meeting, copied: copied.ok, createdAt: clock.now() });
    log.info("meeting-created", { milliseconds: clock.now() - waiting.startedAt });
    await remember(dependencies, made.entry);
    showRecent();
    return ok(meeting);
  }

  function failed(wish: Wish, error: AppError, mayExist: boolean): Result<Meeting> {
    lastWish = { ...wish, mayExist };
    show({ kind: "failed", error, wishId: wish.id, outcome: mayExist ? "unsure" : "not-created" });
    if (error.kind === "sign-in-again") dependencies.onSignInNeeded(error);
    return fail(error);
  }

  function newWish(key: string, times: Pick<Wish, "subject" | "startAt" | "endAt">): Wish {
    const id = dependencies.newId();
    const wishedAt = clock.now();
    return {
      ...times,
      id,
      accountKey: key,
      wishedAt,
      aim: "wanted",
      graphId: null,
      mayExist: false,
    };
  }

  function justCreated(): Meeting | null {
    const { creation } = store.read();
    if (creation.kind !== "created") return null;
    return clock.now() - creation.createdAt < doublePressMilliseconds ? creation.meeting : null;
  }

  async function meetNow(): Promise<Result<Meeting>> {
    const who = organiser();
    if (!who) return fail({ kind: "not-signed-in" });
    const twice = justCreated();
    if (twice) return ok(twice);
    const { defaultSubject, defaultDurationMinutes } = store.read().settings;
    const startAt = Math.floor(clock.now() / 1_000) * 1_000;
    const endAt = startAt + defaultDurationMinutes * 60_000;
    return begin(newWish(who.key, { subject: defaultSubject, startAt, endAt }), who.account);
  }

  async function schedule(draft: ScheduleDraft): Promise<Result<Meeting>> {
    const who = organiser();
    if (!who) return fail({ kind: "not-signed-in" });
    const { problems, startAt, endAt } = checkSchedule(draft);
    if (problems) return fail({ kind: "invalid-schedule", problems });
    if (startAt === null || endAt === null) return fail({ kind: "time-refused", trace: null });
    const subject = draft.subject.trim();
    return begin(newWish(who.key, { subject, startAt, endAt }), who.account);
  }

  const checkSchedule = (draft: ScheduleDraft): ScheduleCheck =>
    readSchedule(draft, store.read().timeZone, clock.now());

  async function retry(): Promise<Result<Meeting>> {
    const who = organiser();
    const { creation } = store.read();
    if (!who) return fail({ kind: "not-signed-in" });
    if (creation.kind !== "failed" || lastWish === null || lastWish.id !== creation.wishId)
      return fail({ kind: "unknown-meeting" });
    return begin(lastWish, who.account);
  }

  async function cancel(): Promise<Result<undefined>> {
    if (store.read().creation.kind === "created") return undo();
    const running = current;
    if (!running) return ok(undefined);
    // First on disk, then in the air: after a crash here the meeting is still ended.
    const unwanted: Wish = { ...running.wish, aim: "unwanted" };
    const written = await wishes.put(unwanted);
    if (!written.ok) return written;
    show({ kind: "ending", meeting: null });
    running.controller.abort();
    await running.done;
    if (wishes.has(unwanted.id)) return end(unwanted, null);
    // Nothing ever left this computer.
    show({ kind: "idle" });
    return ok(undefined);
  }

  async function undo(): Promise<Result<undefined>> {
    const { creation } = store.read();
    const who = organiser();
    if (creation.kind !== "created" || !who) return fail({ kind: "unknown-meeting" });
    const entry = history.find(creation.meeting.id);
    if (!entry) return fail({ kind: "unknown-meeting" });
    const { id, graphId, subject, startAt, endAt, createdAt } = entry;
    const times = { subject, startAt, endAt, wishedAt: createdAt };
    const mine = { id, graphId, accountKey: who.key, mayExist: true } as const;
    const unwanted: Wish = { ...times, ...mine, aim: "unwanted" };
    const written = await wishes.put(unwanted);
    if (!written.ok) return written;
    show({ kind: "ending", meeting: creation.meeting });
    return end(unwanted, creation);
  }

  /** `before` is shown again when the meeting could not be ended. */
  async function end(
    wish: Wish,
    before: (Creation & { kind: "created" }) | null,
  ): Promise<Result<undefined>> {
    const settled = await settleUnwanted(dependencies, wish);
    showRecent();
    if (settled.ok) {
      const clipboardCleared = before
        ? await clipboard.clearIfStill(before.meeting.joinUrl)
        : false;
      show({ kind: "ended", clipboardCleared });
      return settled;
    }
    if (before) {
      // The person is told and sees the link again, so nothing may end it later behind their back.
      wishes.remove(wish.id);
      show(before);
    } else show({ kind: "failed", error: settled.error, wishId: null, outcome: "unsure" });
    return settled;
  }

  async function copy(id: string): Promise<Result<undefined>> {
    const entry = history.find(id);
    return entry ? clipboard.writeText(entry.joinUrl) : fail({ kind: "unknown-meeting" });
  }

  const resume = createResume({
    ...dependencies,
    begin,
    isRunning: (id) => current?.wish.id === id,
    afterwards: showRecent,
  });

  return {
    async start() {
      const loaded = await history.load();
      if (!loaded.ok) log.warn("history-not-read", { kind: loaded.error.kind });
      showRecent();
    },
    meetNow,
    checkSchedule,
    schedule,
    retry,
    cancel,
    undo,
    dismiss() {
      const { kind } = store.read().creation;
      if (kind !== "creating" && kind !== "ending") show({ kind: "idle" });
    },
    copy,
    async copyLatest() {
      const [latest] = history.entries();
      return latest ? copy(latest.id) : fail({ kind: "unknown-meeting" });
    },
    resume,
    async recheck() {
      const { creation } = store.read();
      if (creation.kind === "failed" && creation.outcome === "unsure") await resume();
    },
  };
}
