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
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { SignIn } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { formatCountdown } from "../format.ts";
import { announce } from "../ui/announcer.tsx";
import { AttemptButton } from "../ui/attempt-button.tsx";
import { ProblemLine } from "../ui/problem-line.tsx";
import { useAttempt } from "../ui/state/use-attempt.ts";
import { SignInPage } from "./sign-in-page.tsx";
import { useNow } from "../ui/use-now.ts";

const useStyles = makeStyles({
  centred: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalM,
    textAlign: "center",
  },
  page: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
    overflowWrap: "anywhere",
  },
  box: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
  },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightBold,
  },
  meta: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
  },
  warning: { flexShrink: 0 },
});

type ByCode = SignIn & { kind: "code" };

interface SignInCodeProps {
  readonly signIn: ByCode;
  /** BCP 47. */
  readonly locale: string;
}

/** For a browser that cannot be opened here: a code to type on any device. */
export function SignInCode({ signIn, locale }: SignInCodeProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const now = useNow(true);
  const { userCode, page, username, deadlineAt } = signIn;
  const cancel = () => void app.cancelSignIn();

  useEffect(() => {
    if (userCode !== null) announce(t("code.enterSpoken", { code: userCode.split("").join(" ") }));
  }, [userCode, t]);

  const copying = useAttempt();

  return (
    <SignInPage
      title={t("code.heading")}
      onBack={cancel}
      footer={
        <>
          <Button onClick={() => void app.signInWithBrowser()}>{t("code.browser")}</Button>
          <Button id="meet-now" onClick={cancel}>
            {t("signIn.cancel")}
          </Button>
        </>
      }
    >
      {userCode === null || page === null ? (
        <Spinner label={t("code.getting")} />
      ) : (
        <div className={styles.centred}>
          <h1 className="visually-hidden">{t("code.heading")}</h1>
          <span>{t("code.openOn")}</span>
          <bdi className={styles.page}>{page.replace(/^https:\/\//u, "")}</bdi>
          <AttemptButton
            size="small"
            icon={<OpenRegular />}
            ask={() => app.reopenSignInPage()}
            done={null}
          >
            {t("code.openHere")}
          </AttemptButton>
          <span>{t("code.enter")}</span>
          <div className={styles.box}>
            <bdi className={styles.code}>{groupedCode(userCode)}</bdi>
            <Tooltip content={t("code.copy")} relationship="label">
              <Button
                appearance="subtle"
                icon={<CopyRegular />}
                onClick={() => void copying.attempt(app.copySignInCode(), t("code.copied"))}
              />
            </Tooltip>
          </div>
          <ProblemLine problem={copying.problem} />
          {username !== null && <bdi>{t("signIn.as", { username })}</bdi>}
          <span className={styles.meta}>
            <Spinner size="tiny" aria-hidden />
            {t("code.valid", { time: formatCountdown(deadlineAt - now, locale) })}
          </span>
        </div>
      )}
      <MessageBar intent="warning" layout="multiline" className={styles.warning}>
        <MessageBarBody>
          <MessageBarTitle>{t("code.didYou")}</MessageBarTitle> {t("code.never")}
        </MessageBarBody>
      </MessageBar>
    </SignInPage>
  );
}

/** In threes for reading; copied without spaces. */
const groupedCode = (code: string): string =>
  /^\w+$/u.test(code) ? code.replaceAll(/(.{3})(?=.)/gu, "$1 ") : code;
