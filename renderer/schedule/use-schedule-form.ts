import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";

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
import { app } from "../app.ts";
import {
  dropDraft,
  type FormDraft,
  keepDraft,
  newEvent,
  ofNewMeeting,
  readDraft,
} from "./draft.ts";
import {
  draftLike,
  draftOfMeeting,
  endOf,
  minutesBetween,
  newDraft,
  shifted,
  startOf,
  type WallTime,
} from "../ui/wall-time.ts";
import { announce } from "../ui/announcer.tsx";
import { countOf, focusFirst } from "./schedule-problems.ts";
import { useEventForm } from "./event/use-event-form.ts";
import { useMadeDraft } from "./use-made-draft.ts";
import { useScheduleCheck } from "./use-schedule-check.ts";
import { useWhen } from "./when/use-when.ts";

type Occurrence = ScheduleDraft["startOccurrence"];

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
  const { t } = useTranslation();
  const name = draftName(edited, model);
  const [form, setForm] = useState<FormDraft>(
    () => readDraft(name) ?? freshDraft(state, account, { edited, model }),
  );
  // Readings arrive late, and change what stands then.
  const latest = useRef(form);
  const isSending = useRef(false);
  const [isSaving, setIsSaving] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const { schedule: draft, phrase } = form;
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
  /** By hand: the words no longer say what the fields say. */
  const changeTimes = (part: Partial<ScheduleDraft>) => changeSchedule(part, { phrase: "" });

  const minutes = minutesBetween(startOf(draft), endOf(draft));
  const event = useEventForm(latest, change);
  const when = useWhen(form, state.timeZone, (part) => changeSchedule(part));

  /** The end goes along, so that the meeting stays as long as it was. */
  function changeStart({ date, time }: WallTime, startOccurrence: Occurrence): void {
    const moved = shifted(endOf(draft), minutesBetween(startOf(draft), { date, time }) || 0);
    changeTimes({
      startDate: date,
      startTime: time,
      startOccurrence,
      endDate: moved.date,
      endTime: moved.time,
      endOccurrence: null,
    });
  }

  function changeEnd({ date, time }: WallTime, endOccurrence: Occurrence): void {
    changeTimes({ endDate: date, endTime: time, endOccurrence });
  }

  const setMinutes = (length: number) => changeEnd(shifted(startOf(draft), length), null);

  /** The times stay as they are on the clock, of another place now. */
  const changeZone = (timeZone: string | null) =>
    changeSchedule(
      { timeZone, startOccurrence: null, endOccurrence: null },
      { phrase: "", zone: timeZone },
    );

  const changeOptions = (options: MeetingOptions) => changeSchedule({ options });

  /** Its subject and its length come along where nobody chose others. */
  function choosePreset(presetId: string): void {
    const before = presetDefaults(state, account, form.presetId);
    const { subject, durationMinutes, options } = presetDefaults(state, account, presetId);
    const end = shifted(startOf(draft), durationMinutes);
    const isLengthened = minutes === before.durationMinutes && minutes !== durationMinutes;
    changeSchedule(
      {
        options,
        ...(draft.subject === before.subject ? { subject } : {}),
        ...(isLengthened ? { endDate: end.date, endTime: end.time, endOccurrence: null } : {}),
      },
      { presetId, ...(isLengthened ? { phrase: "" } : {}) },
    );
  }

  async function submit(): Promise<void> {
    if (isSending.current) return;
    isSending.current = true;
    showAll(null);
    try {
      if (!(await when.isSettled())) focusOn("when");
      else if (await event.invites.isSettled()) await send();
      else focusOn("invite");
    } finally {
      isSending.current = false;
    }
  }

  async function send(): Promise<void> {
    const { schedule, before: read, presetId } = latest.current;
    const before = edited ? read : null;
    setIsSaving(true);
    if (!edited) change({ sent: schedule });
    const result = edited
      ? await app.moveMeeting({ id: edited.id, draft: schedule, before })
      : await app.schedule({ ...schedule, presetId, draftId: latest.current.id });
    setIsSaving(false);
    if (result.ok) {
      dropDraft(name);
      if (edited) announce(t("schedule.saved"));
      await app.navigate(edited ? { view: "details", meetingId: edited.id } : { view: "home" });
    } else if (result.error.kind === "invalid-schedule") {
      const { problems } = result.error;
      // What was folded away is there before the focus goes to it.
      flushSync(() => showAll(problems));
      announce(t("schedule.attention", { count: countOf(problems) }), "assertive");
      focusFirst(problems);
    } else if (result.error.kind !== "cancelled") setError(result.error);
  }

  const ofEvent = { ...event, isEvent: draft.event !== null, edited };
  const made = useMadeDraft(form, state.creation);
  const shownNow = {
    ...made,
    form,
    draft,
    phrase,
    check,
    shown,
    minutes,
    error,
    isBusy,
    when: when.when,
  };
  const times = { changeTimes, changeStart, changeEnd, setMinutes, changeZone };
  return {
    ...shownNow,
    ...times,
    ...ofEvent,
    change,
    changeSchedule,
    changeOptions,
    choosePreset,
    submit,
  };
}

export type ScheduleForm = ReturnType<typeof useScheduleForm>;

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

const focusOn = (id: string): void => document.querySelector<HTMLElement>(`#${id}`)?.focus();
