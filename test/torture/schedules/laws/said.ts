import type { Result } from "../../../../main/contract/errors.ts";
import type { Creation } from "../../../../main/contract/meeting.ts";

/** Nothing is wrong there, and nothing is on its way. */
export const silent: ReadonlySet<Creation["kind"]> = new Set(["idle", "repeat", "ended"]);

/** The form says these itself, and who cancels knows. */
export const isSaidElsewhere = (result: Result<unknown>): boolean =>
  !result.ok &&
  [
    "being-cancelled",
    "cancelled",
    "clipboard-busy",
    "invalid-schedule",
    "link-expired",
    "meeting-gone",
    "not-signed-in",
  ].includes(result.error.kind);

export const isUnderway = ({ kind }: Creation): boolean => kind === "creating" || kind === "ending";

export function intentOf(creation: Creation): string | null {
  if ("intentId" in creation) return creation.intentId;
  return "meeting" in creation && creation.meeting !== null ? creation.meeting.id : null;
}

/** The same meeting on the same card is none, whatever else is known of it now. */
export function isNews(before: Creation, after: Creation): boolean {
  if (before.kind !== "created" || after.kind !== "created") return true;
  const isSame = before.meeting.id === after.meeting.id && before.createdAt === after.createdAt;
  return !isSame || before.copied !== after.copied || before.isHeld !== after.isHeld;
}
