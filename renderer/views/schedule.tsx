import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  ToggleButton,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { Account, AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { formatDuration, formatZone } from "../format.ts";
import { CopyDetails } from "../parts/failed-card.tsx";
import { TimeField } from "../parts/time-field.tsx";
import { useScheduleForm } from "../parts/use-schedule-form.ts";

const durations = [15, 30, 45, 60, 120];

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
  chips: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  zone: { color: tokens.colorNeutralForeground2 },
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

export function Schedule({ state, account }: { state: AppState; account: Account }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const form = useScheduleForm(state);
  const { draft, shown } = form;
  const isCreating = state.creation.kind === "creating" || state.creation.kind === "ending";
  const zone = formatZone(state.timeZone, Date.now());
  const subjectProblem =
    shown.subject &&
    t(`schedule.problem.${shown.subject === "empty" ? "empty" : "too-long-subject"}`);

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
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void form.submit();
      }}
    >
      <header className={styles.header}>
        <Tooltip content={t("schedule.back")} relationship="label">
          <Button
            className={styles.back}
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            onClick={() => void app.navigate({ view: "home" })}
          />
        </Tooltip>
        <div className={styles.titles}>
          <h1 className={styles.heading}>{t("schedule.title")}</h1>
          <div className={styles.organiser}>
            {t("home.organiser", { username: account.username })}
          </div>
        </div>
      </header>
      <main className={styles.form}>
        <Field
          label={t("schedule.subject")}
          validationState={subjectProblem ? "error" : "none"}
          validationMessage={subjectProblem}
        >
          <Input
            id="subject"
            value={draft.subject}
            placeholder={state.settings.defaultSubject}
            readOnly={isCreating}
            onChange={(_event, { value }) => form.change({ subject: value })}
          />
        </Field>
        <TimeField
          name="start"
          dateLabel={t("schedule.date")}
          timeLabel={t("schedule.start")}
          value={{ date: draft.startDate, time: draft.startTime }}
          problem={shown.start}
          locale={state.locale}
          isReadOnly={isCreating}
          onChange={form.changeStart}
        />
        <TimeField
          name="end"
          dateLabel={t("schedule.endDate")}
          timeLabel={t("schedule.end")}
          value={{ date: draft.endDate, time: draft.endTime }}
          problem={shown.end}
          locale={state.locale}
          isReadOnly={isCreating}
          onChange={form.changeEnd}
        />
        <div className={styles.chips} role="group" aria-label={t("schedule.duration")}>
          {durations.map((minutes) => (
            <ToggleButton
              key={minutes}
              size="small"
              shape="circular"
              checked={form.minutes === minutes}
              disabledFocusable={isCreating}
              onClick={() => form.setMinutes(minutes)}
            >
              {formatDuration(minutes, t)}
            </ToggleButton>
          ))}
        </div>
        <Field label={t("schedule.timeZone")}>
          <span className={styles.zone}>
            <bdi>{t("schedule.thisComputer", zone)}</bdi>
          </span>
        </Field>
      </main>
      <footer className={styles.footer}>
        <Problem form={form} />
        <Button
          type="submit"
          className={styles.submit}
          appearance="primary"
          data-primary
          disabledFocusable={isCreating || !state.online}
          icon={isCreating ? <Spinner size="tiny" /> : null}
        >
          <span className={styles.label}>{submitLabel(isCreating, state.online, t)}</span>
          <bdi className={styles.keys} aria-hidden>
            {state.platform === "darwin" ? "Cmd+Enter" : "Ctrl+Enter"}
          </bdi>
        </Button>
        {isCreating && (
          <Button onClick={() => void app.cancelCreation()}>{t("creating.cancel")}</Button>
        )}
      </footer>
    </form>
  );
}

function submitLabel(isCreating: boolean, online: boolean, t: TFunction): string {
  if (isCreating) return t("schedule.creating");
  return t(online ? "schedule.create" : "home.needsConnection");
}

/** What went wrong at Microsoft, above the button that tries again. Nothing typed is lost. */
function Problem({ form }: { readonly form: ReturnType<typeof useScheduleForm> }) {
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
      <CopyDetails of="creation" />
    </>
  );
}
