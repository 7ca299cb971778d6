import { fail, ok, type Result } from "../contract/errors.ts";
import type { ScheduleCheck, ScheduleDraft } from "../contract/ipc.ts";
import { meetingDefaults } from "../contract/defaults.ts";
import type { Meeting } from "../contract/state.ts";
import { type CreationDependencies, type CreationRun, createCreationRun } from "./creation-run.ts";
import { type Organiser, toMeeting } from "./fulfil.ts";
import { createResume } from "./resume.ts";
import { readSchedule } from "./times.ts";
import type { Wish } from "./wish.ts";

export interface MeetingsDependencies extends Omit<CreationDependencies, "onHistory"> {
  /** Who organises new meetings. Errors: not-signed-in, cloud-lacks-meetings. */
  readonly organiser: () => Result<Organiser>;
  readonly newId: () => string;
}

export interface Meetings extends Pick<
  CreationRun,
  "retry" | "cancel" | "undo" | "dismiss" | "leave"
> {
  /** Reads the history, then settles what an earlier run left open. */
  start(): Promise<void>;
  meetNow(): Promise<Result<Meeting>>;
  checkSchedule(draft: ScheduleDraft): ScheduleCheck;
  schedule(draft: ScheduleDraft): Promise<Result<Meeting>>;
  copy(id: string): Promise<Result<undefined>>;
  copyLatest(): Promise<Result<undefined>>;
  /** Settles every open wish: after a start, a sign-in, or when the network is back. */
  resume(): Promise<void>;
  /** Resumes while it is not known whether a meeting was made: the person was told that we look again. */
  recheck(): Promise<void>;
}

/** A second press this soon is the same wish: a double click, or an impatient finger. */
const doublePressMilliseconds = 2_000;

export function createMeetings(dependencies: MeetingsDependencies): Meetings {
  const { store, clipboard, history, clock, log, organiser } = dependencies;
  const showRecent = () => {
    const recent = history.entries().map(toMeeting);
    store.update((state) => ({ ...state, recent }));
  };
  const { begin, isRunning, ...creation } = createCreationRun({
    ...dependencies,
    onHistory: showRecent,
  });

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
    const shown = store.read().creation;
    if (shown.kind !== "created") return null;
    return clock.now() - shown.createdAt < doublePressMilliseconds ? shown.meeting : null;
  }

  async function meetNow(): Promise<Result<Meeting>> {
    const who = organiser();
    if (!who.ok) return who;
    const twice = justCreated();
    if (twice) return ok(twice);
    const { subject, durationMinutes } = meetingDefaults(store.read(), who.value.account);
    const startAt = Math.floor(clock.now() / 1_000) * 1_000;
    const endAt = startAt + durationMinutes * 60_000;
    return begin(newWish(who.value.key, { subject, startAt, endAt }), who.value);
  }

  async function schedule(draft: ScheduleDraft): Promise<Result<Meeting>> {
    const who = organiser();
    if (!who.ok) return who;
    const { problems, startAt, endAt } = checkSchedule(draft);
    if (problems) return fail({ kind: "invalid-schedule", problems });
    if (startAt === null || endAt === null) return fail({ kind: "time-refused", trace: null });
    const subject = draft.subject.trim();
    return begin(newWish(who.value.key, { subject, startAt, endAt }), who.value);
  }

  const checkSchedule = (draft: ScheduleDraft): ScheduleCheck =>
    readSchedule(draft, store.read().timeZone, clock.now());

  async function copy(id: string): Promise<Result<undefined>> {
    const entry = history.find(id);
    return entry ? clipboard.writeText(entry.joinUrl) : fail({ kind: "unknown-meeting" });
  }

  const resume = createResume({
    ...dependencies,
    begin,
    isRunning,
    afterwards: showRecent,
  });

  return {
    ...creation,
    async start() {
      const loaded = await history.load();
      if (!loaded.ok) log.warn("history-not-read", { kind: loaded.error.kind });
      showRecent();
    },
    meetNow,
    checkSchedule,
    schedule,
    copy,
    async copyLatest() {
      const [latest] = history.entries();
      return latest ? copy(latest.id) : fail({ kind: "unknown-meeting" });
    },
    resume,
    async recheck() {
      const shown = store.read().creation;
      if (shown.kind === "failed" && shown.outcome === "unsure") await resume();
    },
  };
}
