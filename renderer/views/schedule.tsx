import { useTranslation } from "react-i18next";

import type { Meeting } from "../../main/contract/meeting.ts";
import type { Account, AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { EditedEvent } from "../parts/edited-event.tsx";
import { PageHeader } from "../parts/page-header.tsx";
import { usePageStyles } from "../parts/page-styles.ts";
import { OptionsSection } from "../parts/options-section.tsx";
import { ScheduleFields } from "../parts/schedule-fields.tsx";
import { ScheduleFooter } from "../parts/schedule-footer.tsx";
import { type ScheduleFormProps, useScheduleForm } from "../parts/use-schedule-form.ts";

interface ScheduleProps {
  readonly state: AppState;
  readonly account: Account;
}

/** A new meeting, or one that exists: then `detailsOf` says which. */
export function Schedule({ state, account }: ScheduleProps) {
  const { detailsOf, recent, room } = state;
  const edited = [...recent, room].find((meeting) => meeting?.id === detailsOf) ?? null;
  return <Form key={edited?.id ?? ""} state={state} account={account} edited={edited} />;
}

function Form({ state, account, edited }: ScheduleFormProps) {
  const styles = usePageStyles();
  const { t } = useTranslation();
  const form = useScheduleForm({ state, account, edited });

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter submits from every field
    <form
      className={styles.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
      onKeyDown={(event) => {
        const isSubmit = event.key === "Enter" && (event.ctrlKey || event.metaKey);
        // Menus and pickers take their own Escape first; an open list does not keep anybody from sending.
        const isBack = event.key === "Escape" && !event.defaultPrevented && edited !== null;
        if (!(isSubmit || isBack)) return;
        event.preventDefault();
        void (isSubmit ? form.submit() : goBack(edited));
      }}
    >
      <PageHeader
        title={t(edited ? "schedule.editTitle" : "schedule.title")}
        below={t("home.organiser", { username: edited?.organiserUsername ?? account.username })}
        onBack={() => void goBack(edited)}
      />
      <main className={styles.main}>
        {edited?.kind === "event" && <EditedEvent meeting={edited} form={form} />}
        <ScheduleFields form={form} state={state} account={account} />
        <OptionsSection form={form} presets={state.settings.presets} isEdited={edited !== null} />
      </main>
      <ScheduleFooter form={form} state={state} edited={edited} />
    </form>
  );
}

const goBack = (edited: Meeting | null) =>
  app.navigate(edited ? { view: "details", meetingId: edited.id } : { view: "home" });
