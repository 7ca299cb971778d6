import { Checkbox, Field, makeStyles, Text } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { ScheduleForm } from "./use-schedule-form.ts";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", margin: 0, padding: 0, border: "none" },
  name: { overflowWrap: "anywhere" },
});

/** Who of the invited presents. */
export function PresentersField({ form }: { readonly form: ScheduleForm }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { invitees, presenters } = form.form.event;
  const problem = form.shown.presenters && t("options.presentersNobody");
  const people = form.isEvent ? invitees : [];

  function choose(address: string, isChosen: boolean): void {
    const others = presenters.filter((each) => each !== address);
    form.changeEvent({ presenters: isChosen ? [...others, address] : others });
  }

  return (
    <Field validationState={problem ? "error" : "none"} validationMessage={problem}>
      <div
        id="presenters"
        className={styles.list}
        role="group"
        tabIndex={-1}
        aria-label={t("options.presentersWho")}
      >
        <Text weight="semibold">{t("options.presentersWho")}</Text>
        {people.length === 0 && <Text size={200}>{t("options.presentersNone")}</Text>}
        {people.map(({ name, address }) => (
          <Checkbox
            key={address}
            checked={presenters.includes(address)}
            label={<bdi className={styles.name}>{name ?? address}</bdi>}
            title={address}
            disabled={form.isBusy}
            onChange={(_event, { checked }) => choose(address, checked === true)}
          />
        ))}
      </div>
    </Field>
  );
}
