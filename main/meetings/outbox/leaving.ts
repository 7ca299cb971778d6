import type { HistoryEntry } from "../history.ts";
import type { Leaving, SpareLink, Wanted, WantedLink } from "./intent.ts";

/** What was asked for, or kept ready, and is to end. `graphId` is the online meeting's, where it is known. */
export function leavingOf(
  intent: Wanted | SpareLink,
  graphId: string | null = intent.aim === "wanted" && intent.kind === "link"
    ? intent.graphId
    : null,
): Leaving {
  const { id, accountKey, askedAt, subject, startAt, endAt } = intent;
  const known = { id, accountKey, askedAt, subject, startAt, endAt };
  const leaving = { ...known, aim: "leaving", notBefore: null } as const;
  if (intent.aim === "spare") return { ...leaving, kind: "link", graphId, draftId: null };
  const { kind, draftId, earlierStarts } = intent;
  return kind === "link"
    ? { ...leaving, kind, graphId, draftId }
    : { ...leaving, kind, eventId: null, earlierStarts, draftId };
}

/** A meeting of the list that is to end. */
export function leavingFrom(
  entry: HistoryEntry,
  accountKey: string,
  notBefore: number | null = null,
): Leaving {
  const { graphId, eventId } = entry;
  const leaving = {
    ...knownOf(entry, accountKey),
    aim: "leaving",
    notBefore,
    draftId: null,
  } as const;
  return entry.kind === "link"
    ? { ...leaving, kind: "link", graphId }
    : { ...leaving, kind: "event", eventId, earlierStarts: [] };
}

/** A link of the list that stays after all, and that Teams is still to hear of. */
export const wantedFrom = (entry: HistoryEntry, accountKey: string): WantedLink => ({
  ...knownOf(entry, accountKey),
  aim: "wanted",
  kind: "link",
  graphId: entry.graphId,
  options: entry.asked,
  copyFormat: entry.copyFormat,
  mayExist: true,
  earlierStarts: [],
  draftId: null,
});

const knownOf = (
  { id, subject, startAt, endAt, createdAt: askedAt }: HistoryEntry,
  accountKey: string,
) => ({ id, accountKey, askedAt, subject, startAt, endAt });
