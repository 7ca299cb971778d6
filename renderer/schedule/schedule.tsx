import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { useLayoutEffect } from "react";
import { useTranslation } from "react-i18next";

import type { Meeting } from "../../main/contract/meeting.ts";
import type { Account, AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { shortcutOf } from "../keys/shortcuts.ts";
import { EditedEvent, EventToRead } from "./event/edited-event.tsx";
import { findMeeting } from "../meeting/find-meeting.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { usePageStyles, wholeForm } from "../ui/page-styles.ts";
import { OptionsSection } from "./options-section.tsx";
import { ScheduleFields } from "./schedule-fields.tsx";
import { ScheduleFooter } from "./schedule-footer.tsx";
import { type ScheduleFormProps, useScheduleForm } from "./use-schedule-form.ts";

const useStyles = makeStyles({
  page: { [wholeForm]: { overflowY: "auto" } },
  main: { [wholeForm]: { flexShrink: 0, overflowY: "visible" } },
});

interface ScheduleProps {
  readonly state: AppState;
  readonly account: Account;
}

/** A new meeting, one like another, or one that exists: `detailsOf` says which. */
export function Schedule({ state, account }: ScheduleProps) {
  const meeting = findMeeting(state, state.detailsOf);
  const isCopy = state.view === "duplicate";
  return (
    <Form
      key={`${state.view} ${meeting?.id ?? ""}`}
      state={state}
      account={account}
      edited={isCopy ? null : meeting}
      model={isCopy ? meeting : null}
    />
  );
}

function Form({ state, account, edited, model }: ScheduleFormProps) {
  const page = usePageStyles();
  const styles = useStyles();
  const { t } = useTranslation();
  const form = useScheduleForm({ state, account, edited, model });
  const origin = edited ?? model;

  // A form that opens expects typing, from the moment it is seen.
  useLayoutEffect(() => document.querySelector<HTMLElement>("#subject")?.focus(), []);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter submits from every field
    <form
      className={mergeClasses(page.page, styles.page)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
      onKeyDown={(event) => {
        const pressed = shortcutOf(event, state.platform);
        const isSubmit = pressed === "save";
        // Menus and pickers take their own Escape first; an open list does not keep anybody from sending.
        const isBack = pressed === "back" && !event.defaultPrevented && origin !== null;
        if (!(isSubmit || isBack)) return;
        event.preventDefault();
        void (isSubmit ? form.submit() : goBack(origin));
      }}
    >
      <PageHeader
        title={t(titleOf({ edited, model }))}
        below={t("home.organiser", { username: edited?.organiserUsername ?? account.username })}
        onBack={() => void goBack(origin)}
      />
      <main className={mergeClasses(page.main, styles.main)}>
        {edited?.kind === "event" && <EditedEvent meeting={edited} form={form} />}
        {model?.kind === "event" && <EventToRead meeting={model} form={form} />}
        <ScheduleFields form={form} state={state} account={account} />
        <OptionsSection form={form} presets={state.settings.presets} isEdited={edited !== null} />
      </main>
      <ScheduleFooter form={form} state={state} edited={edited} />
    </form>
  );
}

function titleOf({ edited, model }: Pick<ScheduleFormProps, "edited" | "model">): string {
  if (edited) return "schedule.editTitle";
  return model ? "schedule.copyTitle" : "schedule.title";
}

const goBack = (origin: Meeting | null) =>
  app.navigate(origin ? { view: "details", meetingId: origin.id } : { view: "home" });
