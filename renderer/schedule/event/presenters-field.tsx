import { Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import type { ScheduleForm } from "../use-schedule-form.ts";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    paddingInlineStart: tokens.spacingHorizontalS,
  },
  name: { overflowWrap: "anywhere" },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

/** Who of the invited presents. */
export function PresentersField({ form }: { readonly form: ScheduleForm }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const { invitees, presenters } = form.form.event;
  const people = form.isEvent ? invitees : [];

  function choose(address: string, isChosen: boolean): void {
    const others = presenters.filter((each) => each !== address);
    form.changeEvent({ presenters: isChosen ? [...others, address] : others });
  }

  return (
    <div
      id="presenters"
      className={styles.list}
      role="group"
      tabIndex={-1}
      aria-label={t("options.presentersWho")}
      aria-describedby={`${id}-problem`}
    >
      <Text aria-hidden>{t("options.presentersWho")}</Text>
      {people.length === 0 && <Text size={200}>{t("options.presentersNone")}</Text>}
      {people.map(({ name, address }) => (
        <Checkbox
          key={address}
          size="medium"
          checked={presenters.includes(address)}
          label={<bdi className={styles.name}>{name ?? address}</bdi>}
          title={address}
          disabled={form.isBusy}
          onChange={(_event, { checked }) => choose(address, checked === true)}
        />
      ))}
      <Text id={`${id}-problem`} size={200} className={styles.problem}>
        {form.shown.presenters && t("options.presentersNobody")}
      </Text>
    </div>
  );
}
