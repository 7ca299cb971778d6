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
import { readSchedule } from "../schedule-reading.ts";
import { newFromForm } from "./new-intent.ts";
import { createSending, type SendingDependencies } from "./sending.ts";

export interface FormDependencies extends SendingDependencies {
  readonly store: Pick<Store, "read">;
  readonly organiser: () => Result<Organiser>;
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
  const { store, clock, organiser, organisers, newId } = dependencies;
  const { history, outbox, making, beginNew, sentDrafts } = dependencies;
  const send = createSending({
    history,
    outbox,
    making,
    beginNew,
    sentDrafts,
    organisers,
    newId,
  });
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
      return send(newFromForm(asked, event, naming, draftId), who.value);
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
