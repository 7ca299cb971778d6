import type { MeetingOptions } from "../contract/meeting-options.ts";
import type { AppError } from "../contract/errors.ts";
import type { GraphFailure } from "../graph/client.ts";
import type { OnlineMeeting } from "../graph/meeting-answer.ts";
import type { CallOptions, OnlineMeetings, Participant } from "../graph/online-meetings.ts";

export interface OptionsUpdate {
  readonly options: MeetingOptions;
  /** Everybody's role, where chosen people present. */
  readonly participants: readonly Participant[] | undefined;
}

/** `unset` says why a part of them could not be set, although the rest was. */
export type OptionsResult =
  | { readonly ok: true; readonly value: OnlineMeeting; readonly unset: AppError | null }
  | { readonly ok: false; readonly failure: GraphFailure };

/**
 * Teams gives roles only to people of a directory, and refuses the whole for one who is not. The other options are
 * then set all the same; the answer shows that somebody else presents, and that nobody else organises.
 */
export async function updateOptions(
  online: OnlineMeetings,
  graphId: string,
  { options, participants }: OptionsUpdate,
  call: CallOptions,
): Promise<OptionsResult> {
  const update = participants === undefined ? { options } : { options, participants };
  const whole = await online.update(graphId, update, call);
  if (whole.ok) return { ...whole, unset: null };
  const { error } = whole.failure;
  const isRefused = "trace" in error && error.trace?.status === 400;
  if (participants === undefined || !isRefused) return whole;
  const { presenters: _presenters, coOrganizers: _coOrganizers, ...others } = options;
  const rest = await online.update(graphId, { options: others }, call);
  return rest.ok ? { ...rest, unset: error } : rest;
}
