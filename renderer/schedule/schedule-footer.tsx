import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { Failed, Meeting } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";
import { shortcutText, spokenShortcut } from "../keys/key-text.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { announce } from "../ui/announcer.tsx";
import { isTooEarly } from "../../main/contract/offers/creation-offers.ts";
import { formatTime } from "../format.ts";
import { WaitingHint } from "../ui/creating-card.tsx";
import { FailedCard, leadsInForm } from "../ui/failure/failed-card.tsx";
import { wholeForm } from "../ui/page-styles.ts";
import { useNow } from "../ui/use-now.ts";
import type { ScheduleForm } from "./use-schedule-form.ts";

const useStyles = makeStyles({
  footer: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    flexShrink: 0,
    padding: tokens.spacingHorizontalL,
    borderBlockStartWidth: "1px",
    borderBlockStartStyle: "solid",
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
  // The form above it is what somebody wants to change: the card takes no more than its share, and scrolls.
  failure: {
    display: "flex",
    flexDirection: "column",
    flexShrink: 0,
    maxBlockSize: "40vh",
    overflowY: "auto",
    [wholeForm]: { maxBlockSize: "none" },
    "& > *": { flexShrink: 0 },
  },
  submit: { inlineSize: "100%", maxWidth: "none", minBlockSize: "40px" },
  // With large text the keys go below.
  content: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "center",
    flexGrow: 1,
    minInlineSize: 0,
    columnGap: tokens.spacingHorizontalS,
  },
  label: { flexGrow: 1, flexBasis: "160px", minInlineSize: 0 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  keys: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
});

interface FooterProps {
  readonly form: ScheduleForm;
  readonly state: AppState;
  /** The meeting that is changed; null for a new one. */
  readonly edited: Meeting | null;
}

export function ScheduleFooter({ form, state, edited }: FooterProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isBusy, failure, changesMade } = form;
  return (
    <footer className={styles.footer}>
      {failure && (
        <div className={styles.failure}>
          <FailedCard creation={failure} state={state} inForm />
        </div>
      )}
      {!failure && !isBusy && <Problem form={form} />}
      {changesMade && <span className={styles.quiet}>{t("schedule.changesMade")}</span>}
      <Submit form={form} state={state} edited={edited} />
      <OnItsWay creation={state.creation} />
      {isBusy && edited === null && (
        <Button onClick={() => void app.cancelCreation()}>{t("creating.cancel")}</Button>
      )}
    </footer>
  );
}

/** Filled, unless the card above it leads on. */
function Submit({ form, state, edited }: FooterProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isBusy, failure } = form;
  const now = useNow(failure?.error.kind === "throttled");
  const isEarly = failure !== null && mustWait(failure, now);
  const isLed = failure !== null && leadsInForm(failure, now);
  return (
    <Button
      type="submit"
      className={styles.submit}
      appearance={isLed ? "secondary" : "primary"}
      data-primary={isLed ? undefined : true}
      aria-keyshortcuts={spokenShortcut("save", state.platform)}
      disabledFocusable={isBusy || !state.online || isEarly}
      icon={isBusy ? <Spinner size="tiny" aria-hidden /> : null}
    >
      <span className={styles.content}>
        <span className={styles.label}>{submitLabel(form, state, edited, t)}</span>
        <bdi className={styles.keys} aria-hidden>
          {shortcutText("save", state.platform, t)}
        </bdi>
      </span>
    </Button>
  );
}

/** Of an event that is there already that is worth knowing, for the minute its link may take. */
function OnItsWay({ creation }: Pick<AppState, "creation">) {
  const styles = useStyles();
  const { t } = useTranslation();
  const isCreating = creation.kind === "creating";
  const isPrepared = isCreating && creation.reason === "link-not-ready";
  useEffect(() => {
    if (isPrepared) announce(t("event.preparing"));
  }, [isPrepared, t]);
  if (isPrepared) return <span className={styles.quiet}>{t("event.preparing")}</span>;
  return isCreating ? <WaitingHint creation={creation} /> : null;
}

/** What the button does, and to how many people. */
function submitLabel(
  form: ScheduleForm,
  state: AppState,
  edited: Meeting | null,
  t: TFunction,
): string {
  const { isBusy, draft } = form;
  if (isBusy) return t(edited ? "schedule.saving" : "schedule.creating");
  if (!state.online) return t("home.needsConnection");
  if (edited) {
    const count = reachedBy(form, edited);
    return count > 0 ? t("event.saveAndUpdate", { count }) : t("schedule.saveChanges");
  }
  const again = againLabel(form, state, t);
  if (again !== null) return again;
  if (!draft.event) return t("schedule.create");
  const count = draft.event.invitees.length;
  return count > 0 ? t("event.createAndSend", { count }) : t("event.create");
}

/** As on the card: what may be there is looked for whenever somebody wants to know. */
const mustWait = ({ error, outcome }: Failed, now: number): boolean =>
  outcome === "not-created" && isTooEarly(error, now);

/** The same once more, and not another one; null where nothing of it failed. */
function againLabel(
  { failure, changesMade }: ScheduleForm,
  state: AppState,
  t: TFunction,
): string | null {
  if (!failure) return null;
  const { error, outcome } = failure;
  if (error.kind === "throttled" && mustWait(failure, Date.now()))
    return t("failed.againAt", { time: formatTime(error.retryAt, state) });
  if (changesMade) return null;
  return t(outcome === "unsure" ? "failed.checkNow" : "failed.tryAgain");
}

/** Whoever is taken out hears of it too. */
function reachedBy({ draft, form }: ScheduleForm, edited: Meeting): number {
  if (!draft.event) return edited.inviteeCount;
  const { invitees = [] } = form.before ?? {};
  return new Set([...invitees, ...draft.event.invitees].map(({ address }) => address)).size;
}

/** What went wrong at Microsoft, above the button that tries again. Nothing typed is lost. */
function Problem({ form }: Pick<FooterProps, "form">) {
  const { t } = useTranslation();
  if (!form.error) return null;
  const { title, sentence, action, nextStep } = errorText(form.error, t);
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {sentence}
      </MessageBarBody>
      {nextStep === "allow-calendar" && (
        <MessageBarActions>
          <Button size="small" onClick={() => void app.allowCalendar()}>
            {action}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
