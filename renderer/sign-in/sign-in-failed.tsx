import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { ShieldPersonRegular } from "@fluentui/react-icons/svg/shield-person";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { Account, AdminMessage, SignIn } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText, type ErrorText, stepLabel } from "../error-text.ts";
import { announceBeside } from "../ui/announcer.tsx";
import { AttemptButton } from "../ui/attempt-button.tsx";
import { CopyDetails } from "../ui/failure/offer-button.tsx";
import { AdminMessageCard } from "./admin-message.tsx";
import { SignInPage } from "./sign-in-page.tsx";

const useStyles = makeStyles({
  top: { display: "flex", gap: tokens.spacingHorizontalM },
  tile: {
    inlineSize: "40px",
    blockSize: "40px",
    flexShrink: 0,
    display: "grid",
    placeItems: "center",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  words: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  sentence: { overflowWrap: "anywhere" },
  wide: {
    inlineSize: "100%",
    maxWidth: "none",
    flexShrink: 0,
    minBlockSize: "40px",
    overflowWrap: "anywhere",
    hyphens: "auto",
  },
  meta: { color: tokens.colorNeutralForeground3, textAlign: "center" },
});

type Failed = SignIn & { kind: "failed" };

/** Why nobody was signed in, and the one next step that can help. */
export interface SignInFailedProps {
  readonly signIn: Failed;
  readonly offersCode: boolean;
}

export function SignInFailed({ signIn, offersCode }: SignInFailedProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { error, adminMessage } = signIn;
  const text = errorText(error, t);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const { title, sentence } = errorText(error, t);
    heading.current?.focus();
    announceBeside(heading.current, { title, sentence }, t, "assertive");
  }, [error, t]);

  // Where the main button does the same, or no waiting makes this account another one, it is not offered.
  const isTheWrongAccount = error.kind === "guest-account" || error.kind === "personal-account";
  const canHelp =
    !["sign-in", "try-again", "use-browser"].includes(text.nextStep) && !isTheWrongAccount;

  return (
    <SignInPage
      title={t("signIn.heading")}
      onBack={() => void app.dismissSignIn()}
      footer={
        <>
          <CopyDetails of="signIn" />
          {canHelp && <Button onClick={() => void tryAgain()}>{t("refused.checkAgain")}</Button>}
        </>
      }
    >
      <div className={styles.top}>
        <div className={styles.tile}>
          <ShieldPersonRegular fontSize={24} />
        </div>
        <div className={styles.words}>
          <h1 className={styles.heading} ref={heading} tabIndex={-1}>
            {text.title}
          </h1>
          <span className={styles.sentence}>{text.sentence}</span>
        </div>
      </div>
      <NextStep text={text} error={error} message={adminMessage} offersCode={offersCode} />
    </SignInPage>
  );
}

interface NextStepProps extends OtherWayProps {
  readonly text: ErrorText;
  readonly message: AdminMessage | null;
}

function NextStep({ text, error, message, offersCode }: NextStepProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const wide = { id: "meet-now", className: styles.wide };
  const primary = { ...wide, appearance: "primary", "data-primary": true } as const;
  if (message) return <AdminsTurn message={message} error={error} />;
  if (error.kind === "personal-account")
    return (
      <>
        <Button {...primary} onClick={() => void asSomebodyElse()}>
          {text.action}
        </Button>
        <AttemptButton
          className={styles.wide}
          icon={<OpenRegular />}
          ask={() => app.openPersonalTeams()}
          done={null}
        >
          {t("refused.personalPage")}
        </AttemptButton>
        <span className={styles.meta}>{t("refused.nothingStored")}</span>
      </>
    );
  if (error.kind === "other-account-came")
    return <OtherAccountCame action={text.action} came={error.came} />;
  const other = text.nextSteps.slice(1).includes("use-another-account") ? (
    <Button className={styles.wide} onClick={() => void asSomebodyElse()}>
      {stepLabel("use-another-account", t)}
    </Button>
  ) : null;
  switch (text.nextStep) {
    case "open-settings":
      return (
        <Button {...primary} onClick={() => void app.openSettings()}>
          {text.action}
        </Button>
      );
    case "use-another-account":
      return (
        <Button {...primary} onClick={() => void asSomebodyElse()}>
          {text.action}
        </Button>
      );
    case "copy-details":
      return other;
    case "copy-sign-in-address":
      return (
        <AttemptButton
          {...primary}
          icon={<CopyRegular />}
          ask={() => app.copySignInAddress()}
          done={t("signIn.addressCopied")}
        >
          {text.action}
        </AttemptButton>
      );
    case "use-browser":
      return (
        <Button {...primary} onClick={() => void app.signInWithBrowser()}>
          {text.action}
        </Button>
      );
    case "sign-in":
    case "try-again":
    case "allow-calendar":
    case "edit-time":
    case "close":
      return (
        <>
          <Button {...primary} onClick={() => void tryAgain()}>
            {text.action}
          </Button>
          <OtherWay error={error} offersCode={offersCode} />
          {other}
        </>
      );
  }
}

interface AdminsTurnProps extends Pick<Failed, "error"> {
  readonly message: AdminMessage;
}

function AdminsTurn({ message, error }: AdminsTurnProps) {
  const isApproval = error.kind === "sign-in-refused" && error.reason === "admin-approval-needed";
  return (
    <AdminMessageCard
      message={message}
      onCopy={() => app.copyAdminMessage()}
      onMail={() => app.mailAdminMessage()}
      {...(isApproval && { onApprove: () => app.openApprovalPage() })}
    />
  );
}

interface OtherWayProps extends Pick<Failed, "error"> {
  readonly offersCode: boolean;
}

/** Where nobody came in time, the other way may suit them better. */
function OtherWay({ error, offersCode }: OtherWayProps) {
  const { wide } = useStyles();
  const { t } = useTranslation();
  if (error.kind === "sign-in-timed-out" && offersCode)
    return (
      <Button className={wide} onClick={() => void app.signInWithCode()}>
        {t("signIn.useCode")}
      </Button>
    );
  if (error.kind === "sign-in-refused" && error.reason === "code-expired")
    return (
      <Button className={wide} onClick={() => void app.signInWithBrowser()}>
        {t("code.browser")}
      </Button>
    );
  return null;
}

interface OtherAccountCameProps {
  readonly action: string;
  readonly came: Account;
}

/** Who was asked for comes first; a guest who came could not organise anyway. */
function OtherAccountCame({ action, came }: OtherAccountCameProps) {
  const { wide } = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <Button
        id="meet-now"
        className={wide}
        appearance="primary"
        data-primary
        onClick={() => void tryAgain()}
      >
        {action}
      </Button>
      {came.kind === "member" && (
        <Button className={wide} onClick={() => void app.admitWhoCame()}>
          {t("refused.useWhoCame")}
        </Button>
      )}
    </>
  );
}

const tryAgain = () => app.retrySignIn({ asSomebodyElse: false });
const asSomebodyElse = () => app.retrySignIn({ asSomebodyElse: true });
