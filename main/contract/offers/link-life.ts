import type { Meeting } from "../meeting.ts";

/** What is known of a link before it is handed to anybody. */
export type LinkLife = "fine" | "expires-soon" | "expired" | "gone" | "leaving";

const day = 24 * 3_600_000;
const soonMilliseconds = 14 * day;

/** `now` is epoch milliseconds; `isLeaving`: it is to be cancelled, or is just being. */
export function lifeOf(
  { isGone, expiresAt }: Pick<Meeting, "isGone" | "expiresAt">,
  { isLeaving, now }: { readonly isLeaving: boolean; readonly now: number },
): LinkLife {
  if (isLeaving) return "leaving";
  if (isGone) return "gone";
  if (expiresAt === null) return "fine";
  if (expiresAt <= now) return "expired";
  return expiresAt - now < soonMilliseconds ? "expires-soon" : "fine";
}

/** Whether it may be handed to somebody. A room of one's own is renewed first where it has to be. */
export const isGood = (life: LinkLife): boolean => life === "fine" || life === "expires-soon";
