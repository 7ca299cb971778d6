import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { Meeting } from "../../main/contract/meeting.ts";
import type { Account, AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { CopyDetails } from "../parts/failed-card.tsx";
import { OptionsSection } from "../parts/options-section.tsx";
import { ScheduleFields } from "../parts/schedule-fields.tsx";
import {
  type ScheduleForm,
  type ScheduleFormProps,
  useScheduleForm,
} from "../parts/use-schedule-form.ts";

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
  footer: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
  },
  submit: { inlineSize: "100%", maxWidth: "none", minBlockSize: "40px" },
  label: { flexGrow: 1 },
  keys: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
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
        const isBack = event.key === "Escape" && edited !== null;
        // Menus and pickers take their own Escape first.
        if (event.defaultPrevented || !(isSubmit || isBack)) return;
        event.preventDefault();
        void (isSubmit ? form.submit() : goBack(edited));
      }}
    >
      <Header username={edited?.organiserUsername ?? account.username} edited={edited} />
      <main className={styles.form}>
        <ScheduleFields form={form} state={state} account={account} />
        <OptionsSection form={form} presets={state.settings.presets} isEdited={edited !== null} />
      </main>
      <Footer form={form} state={state} isEdited={edited !== null} />
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

interface PartProps {
  readonly form: ScheduleForm;
  readonly state: AppState;
}

function Footer({ form, state, isEdited }: PartProps & { readonly isEdited: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isBusy } = form;
  return (
    <footer className={styles.footer}>
      <Problem form={form} isEdited={isEdited} />
      <Button
        type="submit"
        className={styles.submit}
        appearance="primary"
        data-primary
        disabledFocusable={isBusy || !state.online}
        icon={isBusy ? <Spinner size="tiny" /> : null}
      >
        <span className={styles.label}>{submitLabel(isBusy, isEdited, state.online, t)}</span>
        <bdi className={styles.keys} aria-hidden>
          {state.platform === "darwin" ? "Cmd+Enter" : "Ctrl+Enter"}
        </bdi>
      </Button>
      {isBusy && !isEdited && (
        <Button onClick={() => void app.cancelCreation()}>{t("creating.cancel")}</Button>
      )}
    </footer>
  );
}

function submitLabel(isBusy: boolean, isEdited: boolean, online: boolean, t: TFunction): string {
  if (isBusy) return t(isEdited ? "schedule.saving" : "schedule.creating");
  if (!online) return t("home.needsConnection");
  return t(isEdited ? "schedule.saveChanges" : "schedule.create");
}

interface ProblemProps {
  readonly form: ScheduleForm;
  readonly isEdited: boolean;
}

/** What went wrong at Microsoft, above the button that tries again. Nothing typed is lost. */
function Problem({ form, isEdited }: ProblemProps) {
  const { t } = useTranslation();
  if (!form.error) return null;
  const { title, sentence } = errorText(form.error, t);
  return (
    <>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle> {sentence}
        </MessageBarBody>
      </MessageBar>
      {!isEdited && <CopyDetails of="creation" />}
    </>
  );
}
