import type { Clock } from "../../base/clock.ts";
import type { Store } from "../../base/store.ts";
import type { ScheduleCheck } from "../../contract/answers.ts";
import type { ScheduleDraft } from "../../contract/drafts.ts";
import { fail, type Result } from "../../contract/errors.ts";
import type { Meeting } from "../../contract/meeting.ts";
import { findPreset } from "../../contract/presets.ts";
import type { AppState } from "../../contract/state.ts";
import { contentOf } from "../events/event-reading.ts";
import type { Organiser } from "../fulfil.ts";
import type { History } from "../history.ts";
import type { Making } from "../making/making.ts";
import type { Wanted } from "../outbox/intent.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { readSchedule } from "../schedule-reading.ts";
import type { BeginNew } from "./begin-new.ts";
import { asksTheSame, continued, newFromForm } from "./new-intent.ts";
import type { SentDraft, SentDrafts } from "./sent-drafts.ts";

export interface FormDependencies {
  readonly store: Pick<Store, "read">;
  readonly history: Pick<History, "find">;
  readonly outbox: Pick<Outbox, "letGo">;
  readonly making: Pick<Making, "begin" | "current" | "quietWork" | "endBefore" | "handMade">;
  readonly beginNew: BeginNew;
  readonly sentDrafts: Pick<SentDrafts, "find">;
  readonly organiser: () => Result<Organiser>;
  readonly organisers: () => readonly Organiser[];
  readonly newId: () => string;
  readonly clock: Clock;
}

export interface Form {
  checkSchedule(draft: ScheduleDraft): ScheduleCheck;
  /**
   * `draftId` names the form's draft: sent again it is the same meeting, and changed in between, the meeting
   * is changed. Absent, it is a draft of its own.
   */
  schedule(draft: ScheduleDraft, draftId?: string): Promise<Result<Meeting>>;
}

export function createForm(dependencies: FormDependencies): Form {
  const { store, clock, organiser, newId } = dependencies;
  const checkSchedule = (draft: ScheduleDraft) =>
    readSchedule(draft, store.read().timeZone, clock.now());
  return {
    checkSchedule,
    async schedule(draft, draftId = newId()) {
      const who = organiser();
      if (!who.ok) return who;
      const read = checkSchedule(draft);
      if (read.problems) return fail({ kind: "invalid-schedule", problems: read.problems });
      const { startAt, endAt } = read;
      if (startAt === null || endAt === null) return fail({ kind: "time-refused", trace: null });
      const naming = { id: draftId, accountKey: who.value.key, askedAt: clock.now() };
      const { asked, event } = askedInForm(draft, { startAt, endAt }, store.read());
      return send(dependencies, newFromForm(asked, event, naming, draftId), who.value);
    },
  };
}

function askedInForm(
  draft: ScheduleDraft,
  times: { readonly startAt: number; readonly endAt: number },
  { settings, timeZone }: AppState,
) {
  const { options, event: typed, presetId } = draft;
  const { copyFormat = null } = findPreset(settings.presets, presetId);
  const event = typed && contentOf(typed, draft.timeZone ?? timeZone);
  return { asked: { subject: draft.subject.trim(), ...times, options, copyFormat }, event };
}

type Ahead =
  | { readonly isThis: true; readonly done: Promise<Result<Meeting>> }
  | { readonly isThis: false; readonly done: Promise<unknown> };

/** What is on its way: this very press, or what it has to wait for. */
function aheadOf(
  { making, sentDrafts }: Pick<FormDependencies, "making" | "sentDrafts">,
  typed: Wanted,
): Ahead | null {
  const running = making.current();
  if (running) {
    const isOfDraft = running.intent.draftId === typed.draftId;
    return { isThis: isOfDraft && asksTheSame(running.intent, typed), done: running.done };
  }
  const known = sentDrafts.find(typed.draftId ?? "");
  // Tried again by itself, it may be there in a moment.
  const done = making.quietWork(known?.intent.id ?? "");
  return done ? { isThis: false, done } : null;
}

/** What was typed is not lost to another press: it waits its turn, or is that very press, sent as it is typed. */
async function send(
  dependencies: FormDependencies,
  typed: Wanted,
  who: Organiser,
): Promise<Result<Meeting>> {
  const { making, sentDrafts, beginNew, history } = dependencies;
  for (let ahead = aheadOf(dependencies, typed); ahead; ahead = aheadOf(dependencies, typed)) {
    if (ahead.isThis) return ahead.done;
    await ahead.done;
  }
  const sent = sentDrafts.find(typed.draftId ?? "");
  if (!sent) return beginNew(typed, who);
  const made = history.find(sent.intent.id);
  const mayExist = sent.intent.mayExist || made !== undefined;
  const isSame = sent.end === "none" && sent.intent.accountKey === typed.accountKey;
  const next = isSame ? continued(sent.intent, { ...typed, mayExist }) : null;
  if (!next) return replace(dependencies, sent, typed, who);
  if (made && next.earlierStarts.length === 0) return making.handMade(made, typed.draftId);
  return making.begin(next, who);
}

/** What is of another kind, of somebody else, or to end anyway cannot be changed into this one: it ends first. */
async function replace(
  { history, outbox, making, beginNew, organisers, newId }: FormDependencies,
  { intent: sent, end }: SentDraft,
  typed: Wanted,
  who: Organiser,
): Promise<Result<Meeting>> {
  const next = { ...typed, id: newId() };
  const mayExist = end === "coming" || (end === "none" && sent.mayExist);
  if (!mayExist && history.find(sent.id) === undefined) {
    // Nothing was made of it, and this one is sent in its place.
    await outbox.letGo(sent.id);
    return beginNew(next, who);
  }
  const owner = organisers().find(({ key }) => key === sent.accountKey);
  if (!owner) return fail({ kind: "not-signed-in" });
  const ended = await making.endBefore(sent, owner);
  return ended.ok ? beginNew(next, who) : ended;
}
