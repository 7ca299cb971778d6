import { homeIdOf } from "../../auth/account.ts";
import type { Account } from "../../contract/state.ts";
import type { HistoryEntry } from "../history.ts";

/** Of a list, what those who are here can see. */
export interface Seen {
  /** In its order. */
  readonly list: readonly HistoryEntry[];
  readonly byId: ReadonlyMap<string, HistoryEntry>;
}

/** The same answer for as long as neither the list nor who is here has changed. */
export function createSight(
  known: () => readonly Account[],
): (entries: readonly HistoryEntry[]) => Seen {
  let last: {
    readonly of: readonly HistoryEntry[];
    readonly by: string;
    readonly seen: Seen;
  } | null = null;
  return (entries) => {
    const here = known();
    const by = JSON.stringify(here.map(({ id, kind }) => [id, kind]));
    if (last?.of === entries && last.by === by) return last.seen;
    const list = ofThoseHere(entries, here);
    const seen = { list, byId: new Map(list.map((entry) => [entry.id, entry])) };
    last = { of: entries, by, seen };
    return seen;
  };
}

/**
 * A person is told by their home account, whichever app registration they came by: an organisation that was
 * removed and added again has another id. Each entry names its organiser as they are known now.
 */
function ofThoseHere(
  entries: readonly HistoryEntry[],
  known: readonly Account[],
): readonly HistoryEntry[] {
  const ids = new Set(known.map(({ id }) => id));
  const byHome = new Map(
    // Who is here twice can change it as a member only.
    [...guests(known), ...members(known)].map(({ id }) => [homeIdOf(id), id]),
  );
  return entries.flatMap((entry) => {
    if (ids.has(entry.organiserId)) return [entry];
    const organiserId = byHome.get(homeIdOf(entry.organiserId));
    return organiserId === undefined ? [] : [{ ...entry, organiserId }];
  });
}

const guests = (known: readonly Account[]) => known.filter(({ kind }) => kind === "guest");
const members = (known: readonly Account[]) => known.filter(({ kind }) => kind === "member");
