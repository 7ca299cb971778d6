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
  hint: { color: tokens.colorNeutralForeground3 },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

export interface ChosenPeopleFieldProps {
  readonly form: ScheduleForm;
  /** What they are chosen for. */
  readonly chosenAs: "presenters" | "coOrganizers";
}

/** Who of the invited presents, or organises it too. */
export function ChosenPeopleField({ form, chosenAs }: ChosenPeopleFieldProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const { invitees, [chosenAs]: chosen } = form.form.event;
  const people = form.isEvent ? invitees : [];
  const isHinted = chosenAs === "coOrganizers" && people.length > 0;

  function choose(address: string, isChosen: boolean): void {
    const others = chosen.filter((each) => each !== address);
    form.changeEvent({ [chosenAs]: isChosen ? [...others, address] : others });
  }

  return (
    <div
      id={chosenAs}
      className={styles.list}
      role="group"
      tabIndex={-1}
      aria-label={t(`options.who.${chosenAs}`)}
      aria-describedby={`${id}-hint ${id}-problem`}
    >
      <Text aria-hidden>{t(`options.who.${chosenAs}`)}</Text>
      {people.length === 0 && <Text size={200}>{t("options.nobodyInvited")}</Text>}
      {people.map(({ name, address }) => (
        <Checkbox
          key={address}
          size="medium"
          checked={chosen.includes(address)}
          label={<bdi className={styles.name}>{name ?? address}</bdi>}
          title={address}
          disabled={form.isBusy}
          onChange={(_event, { checked }) => choose(address, checked === true)}
        />
      ))}
      <Text id={`${id}-hint`} size={200} className={styles.hint}>
        {isHinted && t("options.coOrganizersHint")}
      </Text>
      <Text id={`${id}-problem`} size={200} className={styles.problem}>
        {form.shown[chosenAs] && t(`options.nobodyChosen.${chosenAs}`)}
      </Text>
    </div>
  );
}
