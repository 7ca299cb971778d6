import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { CalendarRegular } from "@fluentui/react-icons/svg/calendar";
import type { TFunction } from "i18next";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppError } from "../../main/contract/errors.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { announce } from "../ui/announcer.tsx";
import { CopyDetails } from "../ui/failure/offer-button.tsx";
import { useListPanelStyles } from "../ui/list/list-panel-styles.ts";
import { UpcomingDays } from "./upcoming-days.tsx";
import { useRefresh } from "./use-refresh.ts";

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  sentence: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  problem: { color: tokens.colorStatusDangerForeground3, fontSize: tokens.fontSizeBase200 },
  icon: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
  skeleton: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    // Nobody needs to see it where the answer is quick.
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: "200ms",
    animationDelay: "300ms",
    animationFillMode: "both",
  },
  bone: {
    blockSize: "36px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
  },
});

/** The next days of whoever organises, or the way to them. */
export function UpcomingList({ state }: { readonly state: AppState }) {
  const { panel } = useListPanelStyles();
  const { kind } = state.upcoming;
  // What was pressed is gone once it is answered, after the sign-in or at once.
  const before = useRef<string | null>(null);
  useEffect(() => {
    const isOther = before.current !== kind;
    before.current = kind;
    if (isOther && document.activeElement === document.body)
      document.querySelector<HTMLElement>("#tab-upcoming")?.focus();
  }, [kind]);
  return (
    <div id="home-list" className={panel} role="tabpanel" aria-labelledby="tab-upcoming">
      <Content state={state} />
    </div>
  );
}

function Content({ state }: { readonly state: AppState }) {
  const { upcoming } = state;
  switch (upcoming.kind) {
    case "off":
      return <Offer />;
    case "asking":
      return <Asking />;
    case "loading":
      return <Loading />;
    case "failed":
      return <Failed error={upcoming.error} state={state} />;
    case "shown":
      return <UpcomingDays upcoming={upcoming} state={state} />;
  }
}

interface MiddleProps {
  readonly title: string;
  readonly sentence: string;
  readonly children: ReactNode;
}

function Middle({ title, sentence, children }: MiddleProps) {
  const { middle } = useListPanelStyles();
  const styles = useStyles();
  return (
    <div className={middle}>
      <CalendarRegular className={styles.icon} fontSize={32} aria-hidden />
      <h2 className={styles.title}>{title}</h2>
      <span className={styles.sentence}>{sentence}</span>
      {children}
    </div>
  );
}

function Offer() {
  const styles = useStyles();
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string | null>(null);

  async function show(): Promise<void> {
    setProblem(null);
    const result = await app.showUpcoming();
    if (result.ok || result.error.kind === "cancelled") return;
    const sentence = reasonOf(result.error, t);
    setProblem(sentence);
    announce(sentence, "assertive");
  }
  return (
    <Middle title={t("upcoming.offerTitle")} sentence={t("upcoming.offer")}>
      {problem !== null && <span className={styles.problem}>{problem}</span>}
      <Button id="show-upcoming" onClick={() => void show()}>
        {t("upcoming.show")}
      </Button>
    </Middle>
  );
}

function Asking() {
  const { middle } = useListPanelStyles();
  const { t } = useTranslation();
  return (
    <div className={middle}>
      <Spinner size="small" label={t("upcoming.asking")} />
      <Button onClick={() => void app.cancelSignIn()}>{t("signIn.cancel")}</Button>
    </div>
  );
}

function Loading() {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.skeleton} aria-busy>
      <span className="visually-hidden">{t("upcoming.loading")}</span>
      <div className={styles.bone} />
      <div className={styles.bone} />
      <div className={styles.bone} />
    </div>
  );
}

function Failed({ error, state }: { readonly error: AppError; readonly state: AppState }) {
  const { t } = useTranslation();
  const { isBusy, refresh } = useRefresh(state);
  return (
    <Middle title={t("upcoming.failed")} sentence={reasonOf(error, t)}>
      <Button id="refresh-upcoming" disabledFocusable={isBusy} onClick={refresh}>
        {t(isBusy ? "upcoming.updating" : "upcoming.tryAgain")}
      </Button>
      <CopyDetails of="upcoming" />
    </Middle>
  );
}

/** The sentences of errors speak of meetings that were not made; their titles fit here too, but for one. */
const reasonOf = (error: AppError, t: TFunction): string =>
  error.kind === "not-allowed" ? t("upcoming.notAllowed") : `${errorText(error, t).title}.`;
