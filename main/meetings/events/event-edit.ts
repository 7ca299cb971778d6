import type { EventDraft, Invitee } from "../../contract/event-draft.ts";
import type { MeetingOptions } from "../../contract/meeting-options.ts";
import { type EventChanges, textAbove } from "../../graph/event-body.ts";
import type { Attendee, EventDetails } from "../../graph/event-details.ts";
import type { MeetingUpdate } from "../../graph/online-meetings.ts";
import { checkAddress, cleanName } from "../../graph/people.ts";

/** The form of an event before somebody changed it, and after. */
interface Edit {
  readonly before: EventDraft;
  readonly after: EventDraft;
}

/** An event of the calendar as the form shows it. Rooms stay where they are, unseen. */
export const draftOfDetails = (
  { attendees, recurrence, reminderMinutes }: EventDetails,
  organiser: string,
  { presenters, coOrganizers }: Chosen,
): EventDraft => ({
  invitees: attendees
    .filter(({ type, address }) => type !== "resource" && !isSame(address, organiser))
    // Outlook names somebody without a name by the address.
    .map(({ name, address }) => ({ address, name: name === address ? null : cleanName(name) })),
  presenters: [...presenters],
  coOrganizers: [...coOrganizers],
  message: "",
  recurrence: recurrence?.every === "other" ? "other" : recurrence,
  reminder: reminderMinutes ?? "none",
});

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const includes = (people: readonly Pick<Invitee, "address">[], address: string): boolean =>
  people.some((each) => isSame(each.address, address));

/** What the form changes beyond times and rhythm, of what stands in the calendar now. */
export function editOf(
  { before, after }: Edit,
  { attendees: now, html }: EventDetails,
): EventChanges {
  const attendees = attendeesAfter({ before, after }, now);
  const message = after.message.toWellFormed().trim();
  return {
    ...(attendees ? { attendees } : {}),
    ...(after.reminder === before.reminder ? {} : { reminder: after.reminder }),
    ...(message === "" || html === null ? {} : { html: textAbove(message, html) }),
  };
}

/** Whom others invited meanwhile stays invited, and whom they took out stays out. Null where all stay. */
function attendeesAfter(
  { before, after }: Edit,
  now: readonly Attendee[],
): readonly Attendee[] | null {
  const removed = before.invitees.filter(({ address }) => !includes(after.invitees, address));
  const added = after.invitees.flatMap(({ name, address: typed }) => {
    const address = checkAddress(typed) ?? typed;
    const isNew = !includes(before.invitees, typed) && !includes(now, address);
    return isNew ? [{ name, address, type: "required" as const }] : [];
  });
  const kept = now.filter(({ address }) => !includes(removed, address));
  return added.length > 0 || kept.length < now.length ? [...kept, ...added] : null;
}

/** What stands in the calendar now is kept, as it is, unless the form says otherwise. */
export function recurrenceAfter(
  { before, after }: Edit,
  now: EventDetails["recurrence"],
): EventDetails["recurrence"] {
  const { recurrence } = after;
  return recurrence === "other" || isSameRecurrence(recurrence, before.recurrence)
    ? now
    : recurrence;
}

function isSameRecurrence(one: EventDraft["recurrence"], other: EventDraft["recurrence"]): boolean {
  if (one === null || other === null || one === "other" || other === "other") return one === other;
  return one.every === other.every && one.until === other.until && one.count === other.count;
}

/** Addresses of those who were chosen to do more than attend. */
export interface Chosen {
  readonly presenters: readonly string[];
  readonly coOrganizers: readonly string[];
}

export const nobodyChosen: Chosen = { presenters: [], coOrganizers: [] };

/** Whether the roles of people are part of it. */
export const areRolesAsked = ({ presenters, coOrganizers }: MeetingOptions): boolean =>
  presenters === "roleIsPresenter" || coOrganizers !== undefined;

/** Teams takes the roles of everybody who was invited, or of nobody. Who organises it too may present anyway. */
export function rolesOf(
  options: MeetingOptions,
  invited: readonly Pick<Invitee, "address">[],
  chosen: Chosen,
): NonNullable<MeetingUpdate["participants"]> | undefined {
  if (!areRolesAsked(options)) return undefined;
  const presenters = options.presenters === "roleIsPresenter" ? chosen.presenters : [];
  const coOrganizers = options.coOrganizers === "chosen" ? chosen.coOrganizers : [];
  const isOf = (people: readonly string[], upn: string) => people.some((one) => isSame(one, upn));
  return invited.map(({ address: upn }) => {
    if (isOf(coOrganizers, upn)) return { upn, role: "coorganizer" };
    return { upn, role: isOf(presenters, upn) ? "presenter" : "attendee" };
  });
}
