import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { CalendarLtrRegular } from "@fluentui/react-icons/svg/calendar-ltr";
import { useTranslation } from "react-i18next";

import type { Meeting } from "../../main/contract/meeting.ts";

const useStyles = makeStyles({
  line: {
    display: "flex",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
  icon: { flexShrink: 0 },
});

/** Whom a change of an event reaches, before it is made. */
export function EditedEvent({ meeting }: { readonly meeting: Meeting }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { inviteeCount: count, repeats } = meeting;
  const sentences = [
    count > 0 ? t("event.changeReaches", { count }) : t("event.changeReachesNobody"),
    ...(repeats ? [t("event.changeOfSeries")] : []),
  ];
  return (
    <Text size={200} className={styles.line}>
      <CalendarLtrRegular className={styles.icon} fontSize={16} aria-hidden />
      <span>{sentences.join(" ")}</span>
    </Text>
  );
}
