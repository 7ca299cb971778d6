import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { useTranslation } from "react-i18next";

import type { Meeting } from "../../main/contract/meeting.ts";
import type { Account, AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { EditedEvent } from "../parts/edited-event.tsx";
import { OptionsSection } from "../parts/options-section.tsx";
import { ScheduleFields } from "../parts/schedule-fields.tsx";
import { ScheduleFooter } from "../parts/schedule-footer.tsx";
import { type ScheduleFormProps, useScheduleForm } from "../parts/use-schedule-form.ts";

const useStyles = makeStyles({
  page: { blockSize: "100%", display: "flex", flexDirection: "column" },
  header: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minBlockSize: "52px",
    paddingInline: tokens.spacingHorizontalL,
  },
  titles: { minInlineSize: 0, flexGrow: 1 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  organiser: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  back: { ":dir(rtl) svg": { transform: "scaleX(-1)" } },
  form: {
    flexGrow: 1,
    minBlockSize: 0,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
  },
});

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
  const styles = useStyles();
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
      <Header username={edited?.organiserUsername ?? account.username} edited={edited} />
      <main className={styles.form}>
        {edited?.kind === "event" && <EditedEvent meeting={edited} />}
        <ScheduleFields form={form} state={state} account={account} />
        <OptionsSection form={form} presets={state.settings.presets} isEdited={edited !== null} />
      </main>
      <ScheduleFooter form={form} state={state} edited={edited} />
    </form>
  );
}

const goBack = (edited: Meeting | null) =>
  app.navigate(edited ? { view: "details", meetingId: edited.id } : { view: "home" });

interface HeaderProps {
  readonly username: string;
  readonly edited: Meeting | null;
}

function Header({ username, edited }: HeaderProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <header className={styles.header}>
      <Tooltip content={t("schedule.back")} relationship="label">
        <Button
          className={styles.back}
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          onClick={() => void goBack(edited)}
        />
      </Tooltip>
      <div className={styles.titles}>
        <h1 className={styles.heading}>{t(edited ? "schedule.editTitle" : "schedule.title")}</h1>
        <div className={styles.organiser}>{t("home.organiser", { username })}</div>
      </div>
    </header>
  );
}
