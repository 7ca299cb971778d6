import { fail, ok, type Result } from "../../contract/errors.ts";
import type { Organiser } from "../fulfil.ts";
import type { History, HistoryEntry } from "../history.ts";

export interface Listed {
  readonly entry: HistoryEntry;
  readonly organiser: Organiser;
}

/** A meeting of the list, and whoever made it. Errors: unknown-meeting, not-signed-in. */
export type FindListed = (id: string) => Result<Listed>;

export const createFindListed =
  (history: Pick<History, "find">, organisers: () => readonly Organiser[]): FindListed =>
  (id) => {
    const entry = history.find(id);
    if (!entry) return fail({ kind: "unknown-meeting" });
    const organiser = organisers().find(({ account }) => account.id === entry.organiserId);
    return organiser ? ok({ entry, organiser }) : fail({ kind: "not-signed-in" });
  };
