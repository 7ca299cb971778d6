import type { ScheduleCheck } from "../contract/answers.ts";
import { type MeetingDefaults, meetingDefaults } from "../contract/defaults.ts";
import type { ScheduleDraft } from "../contract/drafts.ts";
import { fail, ok, type Result } from "../contract/errors.ts";
import type { Meeting } from "../contract/meeting.ts";
import { findPreset } from "../contract/presets.ts";
import type { CreationDependencies, CreationRun } from "./creation-run.ts";
import { toMeeting } from "./entry.ts";
import { contentOf } from "./events/event-reading.ts";
import type { Organiser } from "./fulfil.ts";
import { roomIdOf, roomOf } from "./history.ts";
import type { ReadyLinks } from "./ready-links.ts";
import type { Repeats } from "./repeats.ts";
import { type Asked, continued, isLike } from "./outbox/same-wish.ts";
import { fillSubject } from "./subject.ts";
import { readSchedule } from "./schedule-reading.ts";
import type { Wish } from "./outbox/wish.ts";

export interface AskingDependencies extends Omit<CreationDependencies, "settling"> {
  /** Who organises new meetings. Errors: not-signed-in, cloud-lacks-meetings. */
  readonly organiser: () => Result<Organiser>;
  readonly newId: () => string;
  readonly creation: CreationRun;
  readonly ready: ReadyLinks;
  readonly repeats: Repeats;
}

/** A press, or the form: which wish it is, and then its meeting. */
export interface Asking {
  /** `again`: a second one, although one like it was just made. */
  meetNow(options: { readonly again: boolean }): Promise<Result<Meeting>>;
  checkSchedule(draft: ScheduleDraft): ScheduleCheck;
  /**
   * `draftId` names the form's draft: sent again it is the same meeting, and changed in between, the meeting
   * is changed. Absent, it is a draft of its own.
   */
  schedule(draft: ScheduleDraft, draftId?: string): Promise<Result<Meeting>>;
  /** The link of one's own, made at the first time. */
  copyRoom(): Promise<Result<Meeting>>;
}

export function createAsking(dependencies: AskingDependencies): Asking {
  const { store, clock, history, wishes, handOver, organiser, organisers, newId } = dependencies;
  const { creation, ready, repeats, sentDrafts } = dependencies;
  const { begin, handSpare, current } = creation;

  function newWish(accountKey: string, asked: Asked, id = newId()): Wish {
    const wishedAt = clock.now();
    const fresh = { aim: "wanted", graphId: null, notBefore: null, mayExist: false } as const;
    const kind = asked.event ? "event" : "link";
    return { ...asked, ...fresh, kind, earlierStarts: [], draftId: null, id, accountKey, wishedAt };
  }

  /** With the link that is ready, where there is one with these very options. */
  async function make(who: Organiser, wish: Wish): Promise<Result<Meeting>> {
    const spare = wish.kind === "link" ? ready.take(who.key, wish.options) : null;
    if (!spare) {
      const made = await begin(wish, who);
      void ready.tend();
      return made;
    }
    const { graphId } = spare.made;
    const handed = await handSpare({ ...wish, id: spare.id, graphId }, spare, who);
    if (!handed.ok) ready.giveBack(spare);
    void ready.tend();
    return handed;
  }

  async function meetNow({ again }: { again: boolean }): Promise<Result<Meeting>> {
    const who = organiser();
    if (!who.ok) return who;
    const twice = repeats.justCreated();
    if (twice && !again) return ok(twice);
    for (let running = current(); running; running = current()) {
      if (!running.isHandedOver) return running.done;
      await running.done;
    }
    const { account, key } = who.value;
    const defaults = meetingDefaults(store.read(), account);
    const asked = askedNow(defaults);
    // Whether that one was made nobody knows: this press finds out, and makes no second.
    const open = creation.unsure(key).find((wish) => isLike(wish, asked) && !history.find(wish.id));
    if (open) return begin(open, who.value);
    const alike = again ? null : repeats.madeAMomentAgo(account, defaults);
    if (alike) return repeats.offer(alike);
    return make(who.value, newWish(key, asked));
  }

  function askedNow({ subject, durationMinutes, options, copyFormat }: MeetingDefaults): Asked {
    const startAt = Math.floor(clock.now() / 1_000) * 1_000;
    const endAt = startAt + durationMinutes * 60_000;
    const filled = fillSubject(subject, startAt, store.read());
    return { subject: filled, startAt, endAt, options, copyFormat, event: null };
  }

  async function schedule(draft: ScheduleDraft, draftId = newId()): Promise<Result<Meeting>> {
    const who = organiser();
    if (!who.ok) return who;
    const { problems, startAt, endAt } = checkSchedule(draft);
    if (problems) return fail({ kind: "invalid-schedule", problems });
    if (startAt === null || endAt === null) return fail({ kind: "time-refused", trace: null });
    const { options, event: typed, presetId } = draft;
    const { copyFormat = null } = findPreset(store.read().settings.presets, presetId);
    const event = typed && contentOf(typed, draft.timeZone ?? store.read().timeZone);
    const subject = draft.subject.trim();
    const wish = newWish(
      who.value.key,
      { subject, startAt, endAt, options, copyFormat, event },
      draftId,
    );
    return send({ ...wish, draftId }, who.value);
  }

  /** What was typed is not lost to another press: it waits its turn, or is that very press. */
  async function send(wish: Wish, who: Organiser): Promise<Result<Meeting>> {
    for (let running = current(); running; running = current()) {
      if (running.wish.draftId === wish.draftId) return running.done;
      await running.done;
    }
    const sent = sentDrafts.find(wish.draftId ?? "");
    if (!sent) return make(who, wish);
    const made = history.find(sent.id);
    const isSameWish = sent.kind === wish.kind && sent.accountKey === wish.accountKey;
    if (!isSameWish || sent.aim === "unwanted") return replace(sent, { ...wish, id: newId() }, who);
    const next = continued(sent, { ...wish, mayExist: sent.mayExist || made !== undefined });
    if (made && next.earlierStarts.length === 0) return creation.handMade(made, wish.draftId);
    return begin(next, who);
  }

  /** What is of another kind, of somebody else, or to end anyway cannot be changed into this one: it ends first. */
  async function replace(sent: Wish, wish: Wish, who: Organiser): Promise<Result<Meeting>> {
    const isThere = sent.mayExist || history.find(sent.id) !== undefined;
    if (!isThere) return make(who, wish);
    const owner = organisers().find(({ key }) => key === sent.accountKey);
    if (!owner) return fail({ kind: "not-signed-in" });
    const ended = await creation.endBefore(sent, owner);
    return ended.ok ? make(who, wish) : ended;
  }

  const checkSchedule = (draft: ScheduleDraft): ScheduleCheck =>
    readSchedule(draft, store.read().timeZone, clock.now());

  async function copyRoom(): Promise<Result<Meeting>> {
    const who = organiser();
    if (!who.ok) return who;
    const { account, key } = who.value;
    const id = roomIdOf(key);
    const kept = roomOf(history.entries(), account);
    if (kept && !kept.isGone) {
      const copied = await handOver.copy(kept, null);
      return copied.ok ? ok(toMeeting(kept)) : copied;
    }
    // It outlives the preset it was made with.
    const asked = { ...askedNow(meetingDefaults(store.read(), account)), copyFormat: null };
    // The same wish on every computer of this person: Graph answers the same meeting.
    const wish = newWish(key, asked, id);
    // Another press is no press for the room.
    for (let running = current(); running && running.wish.id !== id; running = current())
      await running.done;
    return begin({ ...wish, mayExist: wishes.has(id) }, who.value);
  }

  return { meetNow, checkSchedule, schedule, copyRoom };
}
