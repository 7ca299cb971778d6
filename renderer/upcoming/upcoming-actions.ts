import type { TFunction } from "i18next";

import type { CopyFormat } from "../../main/contract/copy-formats.ts";
import type { UpcomingMeeting } from "../../main/contract/upcoming.ts";
import { app } from "../app.ts";
import { announce } from "../ui/announcer.tsx";
import { formatLabel } from "../meeting/copy-words.ts";
import { act } from "../meeting/meeting-actions.ts";
import { subjectOf } from "./upcoming-words.ts";

/** `place` is where its failure is told: the row, or the strip above the lists. */
export const joinUpcoming = (
  { id }: UpcomingMeeting,
  place: string,
  t: TFunction,
): Promise<boolean> => act({ id: place, said: t("join.opened") }, app.joinUpcoming({ id }), t);

export async function copyUpcoming(
  meeting: UpcomingMeeting,
  format: CopyFormat,
  t: TFunction,
): Promise<void> {
  const { id, subject, hasLink } = meeting;
  const said =
    format === "link"
      ? t("home.copied", { subject: subjectOf(subject, t) })
      : t("copyAs.copied", { format: formatLabel(format, t) });
  if (hasLink) await act({ id, said }, app.copyUpcoming({ id, format }), t);
  else announce(t("upcoming.why.noLink"));
}

export const openInOutlook = ({ id }: UpcomingMeeting, t: TFunction): Promise<boolean> =>
  act({ id, said: null }, app.openInOutlook({ id }), t);

export const mailUpcoming = ({ id }: UpcomingMeeting, t: TFunction): Promise<boolean> =>
  act({ id, said: null }, app.mailUpcoming({ id }), t);

export const dismissUpcoming = ({ id, subject }: UpcomingMeeting, t: TFunction): Promise<boolean> =>
  act(
    { id, said: t("upcoming.dismissed", { subject: subjectOf(subject, t) }) },
    app.dismissUpcoming({ id }),
    t,
  );

export const restoreUpcoming = ({ id, subject }: UpcomingMeeting, t: TFunction): Promise<boolean> =>
  act(
    { id, said: t("upcoming.restored", { subject: subjectOf(subject, t) }) },
    app.restoreUpcoming({ id }),
    t,
  );

/** Why it cannot be copied in this form; null where it can. */
export function whyNotAs(
  { hasLink, product }: UpcomingMeeting,
  format: CopyFormat,
  t: TFunction,
): string | null {
  if (!hasLink) return t("upcoming.why.noLink");
  if (product !== null && format !== "link") return t("upcoming.why.onlyLink", { product });
  if (format === "id-and-passcode") return t("upcoming.why.noMeetingId");
  return format === "dial-in" ? t("upcoming.why.noDialIn") : null;
}
