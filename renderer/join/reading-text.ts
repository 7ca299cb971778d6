import type { TFunction } from "i18next";

import type { JoinReading } from "../../main/contract/answers.ts";
import { spelledOut } from "../format.ts";

/** What was read, in words; null of nothing. The digits of an ID one by one, as they are read out loud. */
export function readingText(reading: JoinReading, t: TFunction): string | null {
  switch (reading.kind) {
    case "empty":
      return null;
    case "meeting":
      return reading.meetingId === null
        ? t("join.link")
        : t("join.meeting", { id: spelledOut(reading.meetingId) });
    case "wrapped":
      return t("join.wrapped", { by: reading.by });
    case "other-product":
      return t("join.otherProduct", { product: reading.product });
    case "incomplete":
      return t("join.incomplete");
    case "teams-page":
      return t("join.teamsPage");
    case "not-teams":
      return t("join.notTeams", { host: reading.host });
    case "not-understood":
      return t("join.nothing");
  }
}
