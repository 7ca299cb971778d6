import type { HistoryEntry } from "../history.ts";
import type { Wish } from "./wish.ts";

/** A meeting of the list that is to end. */
export function unwantedOf(entry: HistoryEntry, accountKey: string): Wish {
  const { id, kind, subject, startAt, endAt, createdAt, asked: options, copyFormat } = entry;
  return {
    id,
    kind,
    event: null,
    graphId: entry.eventId ?? entry.graphId,
    subject,
    startAt,
    endAt,
    options,
    copyFormat,
    accountKey,
    wishedAt: createdAt,
    aim: "unwanted",
    notBefore: null,
    mayExist: true,
    earlierStarts: [],
    draftId: null,
  };
}
