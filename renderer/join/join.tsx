import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { ClipboardPasteRegular } from "@fluentui/react-icons/svg/clipboard-paste";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { type ReactElement, type ReactNode, useLayoutEffect } from "react";
import { useTranslation } from "react-i18next";

import type { JoinReading } from "../../main/contract/answers.ts";
import { grouped } from "../format.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { usePageStyles } from "../ui/page-styles.ts";
import { readingText } from "./reading-text.ts";
import { focusText, type How, longestText, useJoin } from "./use-join.ts";
import { useReading } from "./use-reading.ts";

const useStyles = makeStyles({
  text: { minBlockSize: "96px" },
  paste: { alignSelf: "flex-start" },
  preview: { minBlockSize: "20px", overflowWrap: "anywhere" },
  meeting: { fontWeight: tokens.fontWeightSemibold },
  problem: { color: tokens.colorStatusDangerForeground3 },
  line: { display: "flex", gap: tokens.spacingHorizontalXS },
  mark: { flexShrink: 0, marginBlockStart: "2px" },
  right: { color: tokens.colorStatusSuccessForeground1 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  wide: { flexBasis: "148px", flexGrow: 1, maxWidth: "none" },
});

/** A meeting of anybody's, by its ID, its link or the whole invitation. */
export function Join() {
  const page = usePageStyles();
  const styles = useStyles();
  const { t } = useTranslation();
  const { text, passcode, problem, type, setPasscode, paste, join } = useJoin();
  const reading = useReading(text, t);

  // From the moment it is seen.
  useLayoutEffect(focusText, []);

  return (
    <form
      className={page.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void join("teams");
      }}
    >
      <PageHeader title={t("join.title")} />
      <main className={page.main}>
        <TextField text={text} onType={type} onEnter={() => void join("teams")} />
        <Button
          className={styles.paste}
          icon={<ClipboardPasteRegular />}
          onClick={() => void paste()}
        >
          {t("join.paste")}
        </Button>
        <Field label={t("join.passcode")}>
          <Input
            dir="ltr"
            value={passcode}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            onChange={(_event, { value }) => setPasscode(value)}
          />
        </Field>
        <div className={styles.preview}>
          {problem === "" ? (
            <Preview reading={reading} />
          ) : (
            <Line mark={<ErrorCircleFilled className={styles.problem} fontSize={16} />}>
              <span className={styles.problem}>{problem}</span>
            </Line>
          )}
        </div>
        <Ways onJoin={(how) => void join(how)} />
      </main>
    </form>
  );
}

interface TextFieldProps {
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onEnter: () => void;
}

/** An invitation has many lines, and all the same Enter joins. */
function TextField({ text, onType, onEnter }: TextFieldProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Field label={t("join.text")}>
      <Textarea
        id="join-text"
        className={styles.text}
        resize="vertical"
        value={text}
        maxLength={longestText}
        onChange={(_event, { value }) => onType(value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
      />
    </Field>
  );
}

function Ways({ onJoin }: { readonly onJoin: (how: How) => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.actions}>
      <Button className={styles.wide} type="submit" appearance="primary" data-primary>
        {t("join.inTeams")}
      </Button>
      <Button className={styles.wide} onClick={() => onJoin("browser")}>
        {t("join.inBrowser")}
      </Button>
      <Button className={styles.wide} onClick={() => onJoin("copy")}>
        {t("join.copy")}
      </Button>
    </div>
  );
}

function Preview({ reading }: { readonly reading: JoinReading | null }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (reading === null) return null;
  if (reading.kind !== "meeting")
    return <Line mark={<InfoRegular fontSize={16} />}>{readingText(reading, t)}</Line>;
  const { meetingId, passcode } = reading;
  return (
    <Line mark={<CheckmarkCircleFilled className={styles.right} fontSize={16} />}>
      <bdi className={styles.meeting}>
        {meetingId === null
          ? t("join.link")
          : t(passcode === null ? "join.meeting" : "join.meetingAndPasscode", {
              id: grouped(meetingId),
              passcode,
            })}
      </bdi>
    </Line>
  );
}

/** What was read, with a mark that says at a glance how it stands. */
function Line({ mark, children }: { readonly mark: ReactElement; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <span className={styles.mark} aria-hidden>
        {mark}
      </span>
      <span>{children}</span>
    </div>
  );
}
