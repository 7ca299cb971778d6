import type { MeetingOptions } from "../contract/meeting-options.ts";
import type {
  CallOptions,
  MeetingResult,
  OnlineMeetings,
  Participant,
} from "../graph/online-meetings.ts";

export interface OptionsUpdate {
  readonly options: MeetingOptions;
  /** Everybody's role, where chosen people present. */
  readonly participants: readonly Participant[] | undefined;
}

/**
 * Teams takes only people of a directory as presenters, and refuses the whole for one who is not. The other
 * options are then set all the same; the answer shows that somebody else presents.
 */
export async function updateOptions(
  online: OnlineMeetings,
  graphId: string,
  { options, participants }: OptionsUpdate,
  call: CallOptions,
): Promise<MeetingResult> {
  if (participants === undefined) return online.update(graphId, { options }, call);
  const whole = await online.update(graphId, { options, participants }, call);
  if (whole.ok || !("trace" in whole.failure.error)) return whole;
  if (whole.failure.error.trace?.status !== 400) return whole;
  const { presenters: _presenters, ...others } = options;
  return online.update(graphId, { options: others }, call);
}
