import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { MailRegular } from "@fluentui/react-icons/svg/mail";
import { useTranslation } from "react-i18next";

import type { Result } from "../../main/contract/errors.ts";
import type { AdminMessage } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { announce } from "../ui/announcer.tsx";
import { Card } from "../ui/card.tsx";

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
  /** Whether there is a page where an admin can approve at once. */
  readonly hasPage: boolean;
}

/** Ready to send: a person should not have to explain app registrations to their admin. */
export function AdminMessageCard({ message, hasPage }: AdminMessageCardProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const tell = (done: string | null) => (result: Result<undefined>) => {
    if (!result.ok) announce(errorText(result.error, t).title, "assertive");
    else if (done !== null) announce(done);
  };
  return (
    <>
      <Card className={styles.card}>
        <div className={styles.subject}>
          <MailRegular fontSize={20} />
          <span>{message.subject}</span>
        </div>
        {/* A scrolled text must be reachable by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
        <pre className={styles.body} tabIndex={0} role="region" aria-label={t("refused.message")}>
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
          onClick={() => void app.copyAdminMessage().then(tell(t("refused.messageCopied")))}
        >
          {t("refused.copyMessage")}
        </Button>
        <Button
          className={styles.half}
          icon={<MailRegular />}
          onClick={() => void app.mailAdminMessage().then(tell(null))}
        >
          {t("refused.openMail")}
        </Button>
      </div>
      {hasPage && (
        <Link as="button" onClick={() => void app.openApprovalPage().then(tell(null))}>
          {t("refused.iAmAdmin")}
        </Link>
      )}
    </>
  );
}
