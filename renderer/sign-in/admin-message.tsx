import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { MailRegular } from "@fluentui/react-icons/svg/mail";
import { useTranslation } from "react-i18next";

import type { Result } from "../../main/contract/errors.ts";
import type { AdminMessage } from "../../main/contract/state.ts";
import { Card } from "../ui/card.tsx";
import { ProblemLine } from "../ui/problem-line.tsx";
import { useAttempt } from "../ui/state/use-attempt.ts";

const useStyles = makeStyles({
  card: { flexShrink: 1, minBlockSize: "120px", overflow: "hidden" },
  subject: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
  },
  body: {
    margin: 0,
    flexGrow: 1,
    minBlockSize: 0,
    overflowY: "auto",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, flexShrink: 0 },
  half: { flexBasis: "148px", flexGrow: 1, maxWidth: "none", minBlockSize: "40px" },
});

interface AdminMessageCardProps {
  readonly message: AdminMessage;
  readonly onCopy: () => Promise<Result<undefined>>;
  readonly onMail: () => Promise<Result<undefined>>;
  /** Where there is a page on which an admin can approve at once. */
  readonly onApprove?: () => Promise<Result<undefined>>;
}

/** Ready to send: a person should not have to explain app registrations to their admin. */
export function AdminMessageCard(props: AdminMessageCardProps) {
  const { message, onCopy, onMail, onApprove } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const { attempt, problem } = useAttempt();
  return (
    <>
      <Card className={styles.card}>
        <div className={styles.subject}>
          <MailRegular fontSize={20} />
          <span dir="auto">{message.subject}</span>
        </div>
        {/* A scrolled text must be reachable by keyboard. */}
        <pre
          className={styles.body}
          dir="auto"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
          tabIndex={0}
          role="region"
          aria-label={t("refused.message")}
        >
          {message.body}
        </pre>
      </Card>
      <div className={styles.actions}>
        <Button
          id="meet-now"
          appearance="primary"
          data-primary
          className={styles.half}
          icon={<CopyRegular />}
          onClick={() => void attempt(onCopy(), t("refused.messageCopied"))}
        >
          {t("refused.copyMessage")}
        </Button>
        <Button
          className={styles.half}
          icon={<MailRegular />}
          onClick={() => void attempt(onMail(), null)}
        >
          {t("refused.openMail")}
        </Button>
        <ProblemLine problem={problem} />
      </div>
      {onApprove && (
        <Link as="button" onClick={() => void attempt(onApprove(), null)}>
          {t("refused.iAmAdmin")}
        </Link>
      )}
    </>
  );
}
