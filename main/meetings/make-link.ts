import type { AppError } from "../contract/errors.ts";
import {
  differencesOf,
  type MeetingOptions,
  shutOptions,
  usualOptions,
} from "../contract/meeting-options.ts";
import type { GraphFailure } from "../graph/client.ts";
import type { OnlineMeeting } from "../graph/meeting-answer.ts";
import type { CallOptions, MeetingRequest, OnlineMeetings } from "../graph/online-meetings.ts";
import type { LeavingLink, SpareLink, WantedLink } from "./outbox/intent.ts";

/** `unset`: the meeting works, but why its options could not be set. */
export type MadeLink =
  | { readonly ok: true; readonly value: OnlineMeeting; readonly unset: AppError | null }
  | { readonly ok: false; readonly failure: GraphFailure };

/** A meeting made ahead is taken over; every other one is made, or found, under the id of the intent. */
export const makeLink = (
  online: OnlineMeetings,
  intent: WantedLink,
  call: CallOptions,
): Promise<MadeLink> =>
  intent.graphId === null
    ? createWithOptions(online, intent, call)
    : takeOver(online, intent, intent.graphId, call);

/** `createOrGet` takes no options, so they follow. Where they cannot be set, a meeting is left that works. */
export async function createWithOptions(
  online: OnlineMeetings,
  intent: WantedLink | SpareLink,
  call: CallOptions,
): Promise<MadeLink> {
  const found = await online.createOrGet(requestOf(intent), call);
  if (!found.ok) return found;
  const made = isOtherwise(intent, found.value)
    ? await rewrite(online, intent, found.value, call)
    : found;
  if (!made.ok) return made;
  const options = reopened(made.value.options, intent.options);
  if (differencesOf(options, made.value.options).length === 0) return { ...made, unset: null };
  const set = await online.update(made.value.graphId, { options }, call);
  if (set.ok) return { ...set, unset: null };
  // Cancelled in between: the meeting is there, whatever became of its options.
  if (call.signal?.aborted) return surelyThere(set.failure);
  return { ...made, unset: set.failure.error };
}

/** Shut to be deleted, and wanted again before it was, or brought back by Microsoft under the same id. */
function reopened(found: MeetingOptions, asked: MeetingOptions): MeetingOptions {
  const isShut = differencesOf(shutOptions, found).length === 0;
  return isShut ? { ...usualOptions, ...asked } : asked;
}

/** An earlier try made it, and the form was changed since. */
const isOtherwise = (asked: WantedLink | SpareLink, made: OnlineMeeting): boolean =>
  asked.aim === "wanted" &&
  asked.earlierStarts.length > 0 &&
  (made.subject !== asked.subject || made.startAt !== asked.startAt || made.endAt !== asked.endAt);

async function rewrite(
  online: OnlineMeetings,
  { subject, startAt, endAt }: WantedLink | SpareLink,
  { graphId }: OnlineMeeting,
  call: CallOptions,
) {
  const told = await online.update(graphId, { subject, times: { startAt, endAt } }, call);
  return told.ok ? told : surelyThere(told.failure);
}

/** A meeting made ahead gets its subject, its times and its options in one request. */
async function takeOver(
  online: OnlineMeetings,
  intent: WantedLink,
  graphId: string,
  call: CallOptions,
): Promise<MadeLink> {
  const { subject, startAt, endAt, options } = intent;
  const update = { subject, times: { startAt, endAt }, options };
  const taken = await online.update(graphId, update, call);
  if (taken.ok) return { ...taken, unset: null };
  // Gone before its link was handed over: made anew under the same externalId.
  if (taken.failure.error.kind === "meeting-gone") return createWithOptions(online, intent, call);
  return surelyThere(taken.failure);
}

const surelyThere = (failure: GraphFailure) =>
  ({ ok: false, failure: { ...failure, mayHaveActed: true } }) as const;

export const requestOf = ({
  id,
  subject,
  startAt,
  endAt,
}: WantedLink | SpareLink | LeavingLink): MeetingRequest => ({
  externalId: id,
  subject,
  startAt,
  endAt,
});
