import type { CopyFormat } from "../../contract/copy-formats.ts";
import type { MeetingDefaults } from "../../contract/defaults.ts";
import type { MeetingOptions } from "../../contract/meeting-options.ts";
import { isSameOptions } from "../../contract/meeting-options.ts";
import type { AppState } from "../../contract/state.ts";
import type { EventContent, Wanted, WantedLink } from "../outbox/intent.ts";
import { fillSubject } from "./subject.ts";

/** What a person asks for, before it has an id. */
export interface Asked {
  readonly subject: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly options: MeetingOptions;
  readonly copyFormat: CopyFormat | null;
}

/** For now, in the way the person chose once. */
export function askedNow(
  { subject, durationMinutes, options, copyFormat }: MeetingDefaults,
  now: number,
  state: Pick<AppState, "locale" | "timeZone">,
): Asked {
  const startAt = Math.floor(now / 1_000) * 1_000;
  const endAt = startAt + durationMinutes * 60_000;
  return { subject: fillSubject(subject, startAt, state), startAt, endAt, options, copyFormat };
}

type Naming = Pick<Wanted, "id" | "accountKey" | "askedAt">;

const fresh = { aim: "wanted", mayExist: false, earlierStarts: [] } as const;

export const newLink = (asked: Asked, naming: Naming, draftId: string | null): WantedLink => ({
  ...asked,
  ...naming,
  ...fresh,
  draftId,
  kind: "link",
  graphId: null,
});

export const newFromForm = (
  asked: Asked,
  event: EventContent | null,
  naming: Naming,
  draftId: string,
): Wanted =>
  event
    ? { ...asked, ...naming, ...fresh, draftId, kind: "event", event }
    : newLink(asked, naming, draftId);

/** A press of the button as this one would be: for now, in the same way. */
export function isLike(intent: Wanted, { options, copyFormat }: Asked): boolean {
  const isForNow = Math.abs(intent.startAt - intent.askedAt) < 60_000;
  const isPress = intent.kind === "link" && intent.draftId === null && isForNow;
  return isPress && intent.copyFormat === copyFormat && isSameOptions(intent.options, options);
}

/** The form sent once more: under the same id, and as it is filled in now. Null where it became of another kind. */
export function continued(sent: Wanted, asked: Wanted): Wanted | null {
  const { id, askedAt, earlierStarts: before } = sent;
  const isChanged = asked.mayExist && !asksTheSame(sent, asked);
  const earlierStarts = isChanged ? [...new Set([...before, sent.startAt])] : before;
  const same = { id, askedAt, earlierStarts };
  if (sent.kind === "link" && asked.kind === "link")
    return { ...asked, ...same, graphId: sent.graphId };
  return sent.kind === "event" && asked.kind === "event" ? { ...asked, ...same } : null;
}

/** Whether both ask for the same meeting, whatever became of them. */
export const asksTheSame = (one: Wanted, other: Wanted): boolean =>
  one.subject === other.subject &&
  one.startAt === other.startAt &&
  one.endAt === other.endAt &&
  isSameOptions(one.options, other.options) &&
  JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other));

const contentOf = (intent: Wanted) => (intent.kind === "event" ? intent.event : null);
