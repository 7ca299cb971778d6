import type { TFunction } from "i18next";

import type { Creation, Meeting } from "../../main/contract/meeting.ts";
import { lifeOf, type LinkLife } from "../../main/contract/offers/link-life.ts";
import type { CopyFormat } from "../../main/contract/copy-formats.ts";
import type { AppState } from "../../main/contract/state.ts";

export const formatLabel = (format: CopyFormat, t: TFunction): string =>
  t(`copyAs.formats.${format}`);

/** What a copy is where nobody names a format. */
export const usualFormat = ({ copyFormat }: Meeting, { settings }: AppState): CopyFormat =>
  copyFormat ?? settings.copyFormat;

/** What is being cancelled is said where it stands. */
export const lifeNow = (meeting: Meeting, now: number): LinkLife =>
  lifeOf(meeting, { isLeaving: false, now });

export const isExpired = (meeting: Meeting, now: number): boolean =>
  lifeNow(meeting, now) === "expired";

/** Why it cannot be copied in this form; null where it can. */
export function whyNot(
  meeting: Meeting,
  format: CopyFormat,
  now: number,
  t: TFunction,
): string | null {
  if (meeting.isGone) return t("copyAs.why.gone");
  if (isExpired(meeting, now)) return t("copyAs.why.expired");
  if (format === "dial-in" && meeting.dialIn === null) return t("copyAs.why.noDialIn");
  if (format === "id-and-passcode" && meeting.meetingId === null)
    return t("copyAs.why.noMeetingId");
  return null;
}

type Created = Creation & { kind: "created" };

/** What has happened, as the heading says it. */
export function createdTitleKey({ copied, isHeld }: Created, isRoom: boolean): string {
  if (isHeld) return "created.titleHeld";
  if (!copied) return "created.titleNotCopied";
  return isRoom ? "created.titleRoom" : "created.title";
}

/** What is told with the title; null where that says it all. */
export function createdDetailKey(
  { copied, isHeld, meeting }: Created,
  isRoom: boolean,
): string | null {
  const { inviteeCount } = meeting;
  if (isHeld) return "created.announcedHeld";
  if (!copied) return "created.announcedNotCopied";
  if (isRoom) return null;
  return inviteeCount > 0 ? "event.announced" : "created.announced";
}
