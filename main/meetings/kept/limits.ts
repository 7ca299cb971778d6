import { homeIdOf } from "../../auth/account.ts";
import type { HistoryEntry } from "../history.ts";

/** Of one account, so that nobody's presses push out what is somebody else's. */
const maxEntries = 500;
const maxAgeMilliseconds = 366 * 24 * 3_600_000;
/** Half of an invitation helps nobody: of a longer one nothing is kept, and ours is handed on instead. */
const maxInvitation = 32 * 1024;
/** Of all of them together; each is some kilobytes. */
const maxInvitations = 1024 * 1024;
/** Of all the rest together: more than twenty people ever fill. */
const maxRest = 16 * 1024 * 1024;

/** A link of one's own is kept however old it is. */
const roomPrefix = "room-";
export const roomIdOf = (accountKey: string): string => `${roomPrefix}${accountKey}`;
export const isRoom = ({ id }: Pick<HistoryEntry, "id">): boolean => id.startsWith(roomPrefix);

/**
 * As much of the list as is kept, newest first: what is young enough, so many of each person, and Microsoft's
 * invitations from the newest on. What is as it was stays the same object.
 */
export function withinLimits(
  entries: readonly HistoryEntry[],
  now: number,
): readonly HistoryEntry[] {
  const young = entries.filter(
    (entry) => isRoom(entry) || entry.createdAt > now - maxAgeMilliseconds,
  );
  let most = maxEntries;
  let kept = mostOfEach(young, most);
  while (most > 1 && restOf(kept) > maxRest) {
    most = Math.floor(most / 2);
    kept = mostOfEach(young, most);
  }
  return withFewInvitations(kept);
}

function mostOfEach(entries: readonly HistoryEntry[], most: number): readonly HistoryEntry[] {
  const counts = new Map<string, number>();
  return entries.filter((entry) => {
    if (isRoom(entry)) return true;
    const person = homeIdOf(entry.organiserId);
    const place = counts.get(person) ?? 0;
    counts.set(person, place + 1);
    return place < most;
  });
}

function withFewInvitations(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  let total = 0;
  return entries.map((entry) => {
    const { invitation } = entry;
    if (invitation === null) return entry;
    const size = Buffer.byteLength(invitation);
    const isKept = size <= maxInvitation && total + size <= maxInvitations;
    // Once one is too many, so are all that are older.
    if (size <= maxInvitation) total += size;
    return isKept ? entry : { ...entry, invitation: null };
  });
}

const sizes = new WeakMap<HistoryEntry, number>();

/** In bytes, without the invitations. An entry never changes, so it is measured once. */
function restOf(entries: readonly HistoryEntry[]): number {
  return entries.reduce((total, entry) => total + sizeOf(entry), 0);
}

function sizeOf(entry: HistoryEntry): number {
  const known = sizes.get(entry);
  if (known !== undefined) return known;
  const size = Buffer.byteLength(JSON.stringify({ ...entry, invitation: null }));
  sizes.set(entry, size);
  return size;
}
