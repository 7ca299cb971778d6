import type { HistoryEntry } from "../history.ts";

const day = 24 * 3_600_000;
/**
 * A short link stops working this long after its meeting's end; long ones are exempt.
 * @see https://learn.microsoft.com/microsoftteams/meeting-expiration
 */
const lifetimeMilliseconds = 60 * day;

/** Epoch milliseconds; null for what does not expire. What Graph says of it comes before what is known of all. */
export function expiryOf({
  expiresAt,
  joinUrl,
  endAt,
}: Pick<HistoryEntry, "expiresAt" | "joinUrl" | "endAt">): number | null {
  if (expiresAt !== null) return expiresAt;
  return isShort(joinUrl) ? endAt + lifetimeMilliseconds : null;
}

const isShort = (joinUrl: string): boolean => {
  const url = URL.parse(joinUrl);
  return url?.pathname.startsWith("/meet/") ?? false;
};
