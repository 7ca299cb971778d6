import { Button, Input, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { TFunction } from "i18next";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppState, Creation, Meeting } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { formatTime, formatWhen, grouped, spelledOut } from "../format.ts";
import { announce } from "./announcer.tsx";
import { Card } from "./card.tsx";

const useStyles = makeStyles({
  title: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  heading: {
    flexGrow: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  done: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  warn: { color: tokens.colorStatusWarningForeground3, flexShrink: 0 },
  link: { inlineSize: "100%" },
  facts: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: "anywhere", maxBlockSize: "60px", overflow: "auto" },
  digits: { fontFamily: tokens.fontFamilyMonospace },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

interface CreatedProps {
  readonly state: AppState;
  readonly creation: Creation & { kind: "created" };
}

export function CreatedCard({ state, creation }: CreatedProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { meeting, copied } = creation;
  const heading = useRef<HTMLHeadingElement>(null);
  const [problem, setProblem] = useState("");

  useEffect(() => {
    const { subject } = meeting;
    const times = {
      start: formatTime(meeting.startAt, state),
      end: formatTime(meeting.endAt, state),
    };
    announce(t(copied ? "created.announced" : "created.announcedNotCopied", { subject, ...times }));
    if (copied) heading.current?.focus();
    else document.querySelector<HTMLInputElement>("#join-link")?.select();
    // Once for each meeting: a change of language or zone is no news.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [meeting.id, copied]);

  async function undo() {
    const result = await app.undoCreation();
    if (result.ok) return;
    const sentence = t("created.undoFailed", { title: errorText(result.error, t).title });
    setProblem(sentence);
    announce(sentence, "assertive");
  }

  return (
    <Card>
      <div className={styles.title}>
        {copied ? (
          <CheckmarkCircleFilled className={styles.done} fontSize={20} />
        ) : (
          <WarningFilled className={styles.warn} fontSize={20} />
        )}
        <h2 className={styles.heading} ref={heading} tabIndex={-1}>
          {t(copied ? "created.title" : "created.titleNotCopied")}
        </h2>
        <Button appearance="subtle" icon={<ArrowUndoRegular />} onClick={() => void undo()}>
          {t("created.undo")}
        </Button>
        <Tooltip content={t("created.dismiss")} relationship="label">
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            onClick={() => void app.dismissCreation()}
          />
        </Tooltip>
      </div>
      {!copied && <span>{t("created.notCopied")}</span>}
      {problem !== "" && <span className={styles.problem}>{problem}</span>}
      <Input
        id="join-link"
        className={styles.link}
        readOnly
        dir="ltr"
        value={meeting.joinUrl}
        aria-label={t("created.link")}
        onFocus={(event) => event.currentTarget.select()}
        contentAfter={<CopyButton meeting={meeting} />}
      />
      <Facts meeting={meeting} state={state} />
      <div className={styles.actions}>
        <Button icon={<OpenRegular />} onClick={() => void app.openMeeting({ id: meeting.id })}>
          {t("created.openInTeams")}
        </Button>
      </div>
    </Card>
  );
}

function CopyButton({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation();
  const copy = async () => {
    const result = await app.copyMeeting({ id: meeting.id });
    const { subject } = meeting;
    announce(result.ok ? t("home.copied", { subject }) : errorText(result.error, t).title);
  };
  return (
    <Tooltip content={t("created.copy")} relationship="label">
      <Button
        appearance="transparent"
        size="small"
        icon={<CopyRegular />}
        onClick={() => void copy()}
      />
    </Tooltip>
  );
}

/** "Today 13:52 – 14:52". */
const formatWhole = ({ startAt, endAt }: Meeting, state: AppState, t: TFunction): string =>
  `${formatWhen(startAt, Date.now(), state, t)} – ${formatTime(endAt, state)}`;

function Facts({ meeting, state }: { readonly meeting: Meeting; readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { meetingId, passcode } = meeting;
  return (
    <dl className={styles.facts}>
      <dt className={styles.term}>{t("created.subject")}</dt>
      <dd className={styles.value}>
        <bdi>{meeting.subject}</bdi>
      </dd>
      <dt className={styles.term}>{t("created.time")}</dt>
      <dd className={styles.value}>
        <bdi>{formatWhole(meeting, state, t)}</bdi>
      </dd>
      {meetingId !== null && (
        <>
          <dt className={styles.term}>{t("created.meetingId")}</dt>
          <dd className={styles.value}>
            <span className="visually-hidden">{spelledOut(meetingId)}</span>
            <bdi className={styles.digits} aria-hidden>
              {grouped(meetingId)}
            </bdi>{" "}
            {passcode !== null && <bdi>{t("created.passcode", { passcode })}</bdi>}
          </dd>
        </>
      )}
    </dl>
  );
}
