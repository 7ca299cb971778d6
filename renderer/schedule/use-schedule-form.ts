import { useMemo, useRef, useState } from "react";

import {
  type MeetingDefaults,
  meetingDefaults,
  presetDefaults,
} from "../../main/contract/defaults.ts";
import type { ScheduleDraft } from "../../main/contract/drafts.ts";
import type { AppError } from "../../main/contract/errors.ts";
import type { Meeting } from "../../main/contract/meeting.ts";
import type { MeetingOptions } from "../../main/contract/meeting-options.ts";
import type { Account, AppState } from "../../main/contract/state.ts";
import { type FormDraft, keepDraft, newEvent, ofNewMeeting, readDraft } from "./draft.ts";
import {
  draftLike,
  draftOfMeeting,
  endOf,
  minutesBetween,
  newDraft,
  shifted,
  startOf,
} from "../ui/wall-time.ts";
import { useEventForm } from "./event/use-event-form.ts";
import { useMadeDraft } from "./use-made-draft.ts";
import { useScheduleCheck } from "./use-schedule-check.ts";
import { useTimeChanges } from "./use-time-changes.ts";
import { useSubmit } from "./use-submit.ts";
import { useWhen } from "./when/use-when.ts";

export interface ScheduleFormProps {
  readonly state: AppState;
  readonly account: Account;
  /** The meeting that is changed; null for a new one. */
  readonly edited: Meeting | null;
  /** The meeting that the new one shall be like. */
  readonly model: Meeting | null;
}

/** The draft, what main thinks of it, and the ways to change it. */
export function useScheduleForm({ state, account, edited, model }: ScheduleFormProps) {
  const name = draftName(edited, model);
  const [form, setForm] = useState<FormDraft>(
    () => readDraft(name) ?? freshDraft(state, account, { edited, model }),
  );
  // Readings arrive late, and change what stands then.
  const latest = useRef(form);
  const [isSaving, setIsSaving] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const { phrase } = form;
  const { placeholder, named, draft } = useName(
    form.schedule,
    edited ? "" : presetDefaults(state, account, form.presetId).subject,
  );
  const { check, shown, showAll } = useScheduleCheck(draft);
  const { kind } = state.creation;
  const isBusy = isSaving || (edited === null && (kind === "creating" || kind === "ending"));

  function change(part: Partial<FormDraft>, isTyped = true): void {
    // What is being sent must not change beneath it; the focus stays where it is.
    if (isBusy) return;
    const next = { ...latest.current, ...part };
    latest.current = next;
    setForm(next);
    if (isTyped) keepDraft(name, next);
    setError(null);
  }
  const changeSchedule = (part: Partial<ScheduleDraft>, others: Partial<FormDraft> = {}) =>
    change({ ...others, schedule: { ...latest.current.schedule, ...part } });
  const times = useTimeChanges(draft, changeSchedule);

  const minutes = minutesBetween(startOf(draft), endOf(draft));
  const event = useEventForm(latest, change);
  const reading = useWhen(form, state.timeZone, (part) => changeSchedule(part));

  const changeOptions = (options: MeetingOptions) => changeSchedule({ options });

  /** Its length comes along where nobody chose another. */
  function choosePreset(presetId: string): void {
    const before = presetDefaults(state, account, form.presetId);
    const { durationMinutes, options } = presetDefaults(state, account, presetId);
    const end = shifted(startOf(draft), durationMinutes);
    const isLengthened = minutes === before.durationMinutes && minutes !== durationMinutes;
    changeSchedule(
      {
        options,
        ...(isLengthened ? { endDate: end.date, endTime: end.time, endOccurrence: null } : {}),
      },
      { presetId, ...(isLengthened ? { phrase: "" } : {}) },
    );
  }

  const before = { refusedWhen: reading.refused, isInviteSettled: event.invites.isSettled };
  const sending = { name, edited, latest, named, change, showAll, setIsSaving, setError };
  const submit = useSubmit({ ...sending, before, locale: state.locale });

  const ofEvent = { ...event, isEvent: draft.event !== null, edited };
  const made = useMadeDraft(form, state.creation);
  return {
    ...made,
    ...times,
    ...ofEvent,
    form,
    draft,
    placeholder,
    phrase,
    check,
    shown,
    minutes,
    error,
    isBusy,
    ...reading,
    change,
    changeSchedule,
    changeOptions,
    choosePreset,
    submit,
  };
}

export type ScheduleForm = ReturnType<typeof useScheduleForm>;

/** The draft with a name. A meeting that exists has one, and no other to fall back on. */
function useName(typed: ScheduleDraft, placeholder: string) {
  const named = (schedule: ScheduleDraft) => withName(schedule, placeholder);
  // Main is asked anew for each draft that is another one.
  const draft = useMemo(() => withName(typed, placeholder), [typed, placeholder]);
  return { placeholder, named, draft };
}

/** Nothing typed, it is called what stands there in grey. */
const withName = (schedule: ScheduleDraft, subject: string): ScheduleDraft =>
  schedule.subject.trim() === "" && subject !== "" ? { ...schedule, subject } : schedule;

/** A draft of what a meeting was before somebody changed it is no draft of what it is now. */
function draftName(edited: Meeting | null, model: Meeting | null): string {
  const origin = edited ?? model;
  if (origin === null) return ofNewMeeting;
  const { id, subject, startAt, endAt } = origin;
  return JSON.stringify([edited ? "edit" : "copy", id, subject, startAt, endAt]);
}

type Origins = Pick<ScheduleFormProps, "edited" | "model">;

function freshDraft(state: AppState, account: Account, origins: Origins): FormDraft {
  const defaults = meetingDefaults(state, account);
  const schedule = freshSchedule(state, defaults, origins);
  const { presetId } = defaults;
  return {
    id: crypto.randomUUID(),
    sent: null,
    schedule,
    phrase: "",
    zone: null,
    presetId,
    event: newEvent,
    before: null,
    inviteText: "",
  };
}

function freshSchedule(
  { timeZone }: AppState,
  defaults: MeetingDefaults,
  { edited, model }: Origins,
): ScheduleDraft {
  if (edited) return draftOfMeeting(edited, timeZone);
  const now = Date.now();
  return model ? draftLike(model, timeZone, now) : newDraft(now, timeZone, defaults);
}
