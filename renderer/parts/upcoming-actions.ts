import type { TFunction } from "i18next";

import type { UpcomingMeeting } from "../../main/contract/upcoming.ts";
import { app } from "../app.ts";
import { announce } from "./announcer.tsx";
import { act } from "./meeting-actions.ts";
import { subjectOf } from "./upcoming-words.ts";

/** `place` is where its failure is told: the row, or the strip above the lists. */
export const joinUpcoming = (
  { id }: UpcomingMeeting,
  place: string,
  t: TFunction,
): Promise<boolean> => act({ id: place, said: t("join.opened") }, app.joinUpcoming({ id }), t);

export async function copyUpcoming(meeting: UpcomingMeeting, t: TFunction): Promise<void> {
  const { id, subject, hasLink } = meeting;
  const said = t("home.copied", { subject: subjectOf(subject, t) });
  if (hasLink) await act({ id, said }, app.copyUpcoming({ id }), t);
  else announce(t("upcoming.why.noLink"));
}

export const openInOutlook = ({ id }: UpcomingMeeting, t: TFunction): Promise<boolean> =>
  act({ id, said: null }, app.openInOutlook({ id }), t);
