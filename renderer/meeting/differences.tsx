import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppError } from "../../main/contract/errors.ts";
import type { Creation, Meeting } from "../../main/contract/meeting.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { act, useActionProblem } from "./meeting-actions.ts";
import { optionLabel, optionValueLabel, organisedBy } from "../ui/option-words.ts";

const useStyles = makeStyles({
  warning: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "flex-start" },
  icon: { color: tokens.colorStatusWarningForeground3, flexShrink: 0 },
  text: { display: "flex", flexDirection: "column", alignItems: "flex-start", minInlineSize: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  again: { marginBlockStart: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

interface DifferencesProps {
  readonly meeting: Meeting;
  /** Why they could not be set, where that is known. */
  readonly unset?: AppError | null;
}

/** What is otherwise than asked, and whose doing that is. The link works all the same. */
export function Differences({ meeting, unset = null }: DifferencesProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const problem = useActionProblem(meeting.id);
  const { id, differences, optionsFailed } = meeting;
  const count = differences.length;
  if (count === 0) return null;
  const canTryAgain = optionsFailed || differences.some(({ got }) => got === null);

  async function tryAgain(): Promise<void> {
    setBusy(true);
    await act({ id, place: "refresh", said: t("created.applied") }, app.applyOptions({ id }), t);
    setBusy(false);
  }

  return (
    <div className={styles.warning}>
      <WarningFilled className={styles.icon} fontSize={20} aria-hidden />
      <div className={styles.text}>
        <span>{t(optionsFailed ? "created.couldNotSet" : "created.differs", { count })}</span>
        <DifferenceList meeting={meeting} />
        {unset && <span>{errorText(unset, t).title}</span>}
        {problem?.place === "refresh" && <span className={styles.problem}>{problem.sentence}</span>}
        {canTryAgain && (
          <Button
            className={styles.again}
            size="small"
            disabledFocusable={isBusy}
            onClick={() => void tryAgain()}
          >
            {t("created.tryAgain")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** More people get in than were asked for: the person says whether the link is given out all the same. */
export function Held({
  meeting,
  unset,
  clipboard,
}: Pick<Extract<Creation, { kind: "created" }>, "meeting" | "unset" | "clipboard">) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { id } = meeting;
  return (
    <>
      <span>{t("created.heldSentence")}</span>
      {clipboard === "old-link-cleared" && <span>{t("claim.oldLinkCleared")}</span>}
      <DifferenceList meeting={meeting} />
      {unset && <span className={styles.quiet}>{errorText(unset, t).title}</span>}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          data-primary
          onClick={() => void act({ id, said: null }, app.retryCreation(), t)}
        >
          {t("created.tryAgain")}
        </Button>
        <Button
          onClick={() => void act({ id, said: null }, app.copyMeeting({ id, format: null }), t)}
        >
          {t("created.copyAnyway")}
        </Button>
      </div>
    </>
  );
}

/** Each with what it is now, where Teams said so. */
export function DifferenceList({ meeting }: { readonly meeting: Meeting }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { differences, optionsFailed } = meeting;
  // Nobody changed it: it is as it was.
  const known = optionsFailed ? "created.isStill" : "created.isNow";
  return (
    <ul className={styles.list}>
      {differences.map(({ option, got }) => (
        <li key={option}>
          {t(got === null ? "created.notSet" : known, {
            option: optionLabel(option, t),
            value: got === null ? "" : optionValueLabel(option, got, t, organisedBy(meeting)),
          })}
        </li>
      ))}
    </ul>
  );
}
