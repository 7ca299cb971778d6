import type { AppError } from "../../contract/errors.ts";
import { differencesOf } from "../../contract/meeting-options.ts";
import type { OnlineMeeting } from "../../graph/meeting-answer.ts";
import type { CallOptions } from "../../graph/online-meetings.ts";
import type { EventMaker } from "./event-outcome.ts";
import { type OptionsUpdate, updateOptions } from "../update-options.ts";

interface OptionsOfEvent {
  /** Null where it is not to be had: the event works without. */
  readonly meeting: OnlineMeeting | null;
  /** Why its options are not as asked; null where nothing failed. */
  readonly unset: AppError | null;
}

/** The meeting may be known a moment later than its link. */
const pauseSeconds = [0, 2, 5];

/** Sets the options of the meeting behind an event's link. What cannot be set leaves it as it was. */
export async function setEventOptions(
  { online, clock }: Pick<EventMaker, "online" | "clock">,
  joinUrl: string,
  update: OptionsUpdate,
  call: CallOptions,
): Promise<OptionsOfEvent> {
  const isAsked = differencesOf(update.options, {}).length > 0;
  const unset = (error: AppError) => ({ meeting: null, unset: isAsked ? error : null });
  for (const seconds of pauseSeconds) {
    if (seconds > 0) await clock.sleep(seconds * 1_000, call.signal);
    if (call.signal?.aborted) return unset({ kind: "cancelled" });
    const found = await online.findByJoinUrl(joinUrl, call);
    if (!found.ok) return unset(found.error);
    if (found.value === null) continue;
    const { graphId, options: before } = found.value;
    const isSet = differencesOf(update.options, before).length === 0;
    if (isSet && update.participants === undefined) return { meeting: found.value, unset: null };
    const set = await updateOptions(online, graphId, update, call);
    if (set.ok) return { meeting: set.value, unset: set.unset };
    return { meeting: found.value, unset: set.failure.error };
  }
  return unset({ kind: "no-answer", trace: null });
}
