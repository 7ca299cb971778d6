import type { TFunction } from "i18next";

import type { Meeting } from "../../main/contract/meeting.ts";
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
