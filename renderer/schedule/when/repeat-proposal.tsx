import { Button, makeStyles } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { everyOf } from "../../../main/contract/event-draft.ts";
import { announce } from "../../ui/announcer.tsx";
import type { Recurrence } from "../event/use-event-form.ts";
import type { ScheduleForm } from "../use-schedule-form.ts";

const useStyles = makeStyles({ button: { alignSelf: "start", maxWidth: "none" } });

/** "every tuesday 10" is offered as what it says; nothing becomes an event by itself. */
export function RepeatProposal({ form }: { readonly form: ScheduleForm }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const reading = form.when?.reading;
  const repeats = reading?.kind === "read" ? reading.repeats : null;
  if (repeats === null || form.isBusy) return null;
  const every = everyOf[repeats];
  // A link that exists does not become an event.
  if (form.edited && !form.isEvent) return null;
  if (everyNow(form) === every) return null;
  const recurrence: Recurrence = { every, until: null, count: null };
  return (
    <Button
      className={styles.button}
      size="small"
      onClick={() => {
        form.chooseKind(true, { recurrence });
        announce(t(`event.every.${every}`));
        // The button goes with its question.
        document.querySelector<HTMLElement>("#when")?.focus();
      }}
    >
      {t(`event.make.${every}`)}
    </Button>
  );
}

function everyNow({ draft }: ScheduleForm) {
  const recurrence = draft.event?.recurrence ?? null;
  return recurrence === null || recurrence === "other" ? recurrence : recurrence.every;
}
