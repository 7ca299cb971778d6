import { makeStyles } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { DialIn, Meeting } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";
import { formatZone } from "../format.ts";
import { optionValueLabel, organisedBy } from "../ui/option-words.ts";
import { isExpired } from "./copy-words.ts";
import { formatDay } from "./days.ts";
import { type Fact, formatWhole, MeetingId } from "./facts.tsx";

const useStyles = makeStyles({ lines: { display: "flex", flexDirection: "column" } });

interface Told {
  /** Its words. */
  readonly term: string;
  /** Null where there is nothing to tell. */
  readonly value: (meeting: Meeting, state: AppState, t: TFunction) => ReactNode;
  /** Without it, the card of a new meeting and its details tell it. */
  readonly onlyIn?: "card" | "details";
}

/** What is told of a meeting, from the top. */
const toldOfMeetings: readonly Told[] = [
  {
    term: "created.time",
    value: (meeting, state, t) => <bdi>{formatWhole(meeting, state, t)}</bdi>,
  },
  {
    term: "details.zone",
    onlyIn: "details",
    value: ({ startAt }, { timeZone }, t) => (
      <bdi>{t("details.zoneValue", formatZone(timeZone, startAt))}</bdi>
    ),
  },
  {
    term: "details.organiser",
    onlyIn: "details",
    value: ({ organiserUsername }) => <bdi>{organiserUsername}</bdi>,
  },
  {
    term: "event.invited",
    onlyIn: "card",
    value: ({ inviteeCount: count }, _state, t) =>
      count === 0 ? null : t("event.people", { count }),
  },
  {
    term: "created.meetingId",
    value: (meeting) => (meeting.meetingId === null ? null : <MeetingId meeting={meeting} />),
  },
  {
    term: "details.dialIn",
    onlyIn: "details",
    value: ({ dialIn }) => dialIn && <Telephone dialIn={dialIn} />,
  },
  {
    term: "created.lobby",
    value: (meeting, _state, t) =>
      meeting.lobby === null
        ? null
        : optionValueLabel("lobby", meeting.lobby, t, organisedBy(meeting)),
  },
  {
    term: "details.expires",
    onlyIn: "details",
    value(meeting, state, t) {
      const now = Date.now();
      if (meeting.expiresAt === null) return null;
      return isExpired(meeting, now)
        ? t("details.expired")
        : formatDay(meeting.expiresAt, now, state);
    },
  },
];

/** What there is to tell of this one, in the card of a new meeting or in its details. */
export function useMeetingFacts(
  meeting: Meeting,
  state: AppState,
  place: "card" | "details",
): readonly Fact[] {
  const { t } = useTranslation();
  return toldOfMeetings
    .filter(({ onlyIn = place }) => onlyIn === place)
    .map(({ term, value }) => ({ term: t(term), value: value(meeting, state, t) }))
    .filter(({ value }) => value !== null);
}

function Telephone({ dialIn: { number, conferenceId: id } }: { readonly dialIn: DialIn }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <span className={styles.lines}>
      <bdi>{number}</bdi>
      {id !== null && <bdi>{t("details.conference", { id })}</bdi>}
    </span>
  );
}
