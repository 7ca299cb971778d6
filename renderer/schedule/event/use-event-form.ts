import type { RefObject } from "react";

import type { EventDraft } from "../../../main/contract/event-draft.ts";
import type { FormDraft } from "../draft.ts";
import { useInvites } from "./use-invites.ts";

/** `isTyped`: somebody changed something, so that it is worth keeping. */
type Change = (part: Partial<FormDraft>, isTyped?: boolean) => void;
export type Recurrence = EventDraft["recurrence"];

/** The ways to change what an event has beyond a link. */
export function useEventForm(latest: RefObject<FormDraft>, change: Change) {
  function changeEvent(part: Partial<EventDraft>, others: Partial<FormDraft> = {}): void {
    const { schedule, event: before } = latest.current;
    const event = { ...before, ...part };
    const isEvent = schedule.event !== null;
    change({ ...others, event, ...(isEvent ? { schedule: { ...schedule, event } } : {}) });
  }

  function chooseKind(isEvent: boolean, part: Partial<EventDraft> = {}): void {
    const { schedule, event: before } = latest.current;
    const event = { ...before, ...part };
    change({ event, schedule: { ...schedule, event: isEvent ? event : null } });
  }

  /** What stands in the calendar: the form begins with it. A new one cannot repeat as only Outlook knows. */
  function openEvent(before: EventDraft, isNew: boolean): void {
    const { schedule } = latest.current;
    // Somebody may have begun an invitation of their own meanwhile.
    if (isNew && schedule.event !== null) return change({ before }, false);
    const event = isNew && before.recurrence === "other" ? { ...before, recurrence: null } : before;
    change({ event, before, schedule: { ...schedule, event } }, false);
  }

  return { openEvent, changeEvent, chooseKind, invites: useInvites(latest, change, changeEvent) };
}
