import * as v from "valibot";

import type { MeetingOptions } from "../../contract/meeting-options.ts";
import { meetingOptions } from "../../contract/option-schema.ts";
import { parseJson } from "../../graph/graph-errors.ts";
import { knownMeeting, type OnlineMeeting } from "../../graph/meeting-answer.ts";

/** A meeting that waits for the next press, with the options of the account's own preset. */
export interface Spare {
  readonly id: string;
  readonly accountKey: string;
  readonly options: MeetingOptions;
  /** Of Microsoft's invitation in it; null where an earlier version made it. */
  readonly language: string | null;
  /** Epoch milliseconds: when its times were set last, and when they are to be set next. */
  readonly renewedAt: number;
  readonly renewAt: number;
  readonly made: OnlineMeeting;
}

const storedSpare = v.object({
  id: v.string(),
  accountKey: v.string(),
  options: meetingOptions,
  language: v.optional(v.nullable(v.string()), null),
  renewedAt: v.number(),
  renewAt: v.number(),
  made: knownMeeting,
});
const storedSpares = v.object({ spares: v.array(v.unknown()) });

export function readSpares(text: string): readonly Spare[] {
  const parsed = v.safeParse(storedSpares, parseJson(text));
  if (!parsed.success) return [];
  return parsed.output.spares.flatMap((raw) => {
    const spare = v.safeParse(storedSpare, raw);
    return spare.success ? [spare.output] : [];
  });
}

/** A newer spare of the same account takes the place of what is on disk. */
export function mergeSpares(saved: string, held: string): string {
  const all = [...readSpares(saved), ...readSpares(held)];
  const byAccount = new Map(all.map((spare) => [spare.accountKey, spare]));
  return writeSpares([...byAccount.values()]);
}

/** Without Microsoft's invitations: after a restart it comes with the answer to the subject, and they are long. */
export const writeSpares = (spares: readonly Spare[]): string =>
  JSON.stringify({
    version: 1,
    spares: spares.map((spare) => ({ ...spare, made: { ...spare.made, invitation: null } })),
  });
