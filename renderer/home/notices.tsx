import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText, stepLabel } from "../error-text.ts";
import { LoginOffer } from "./login-offer.tsx";

const useStyles = makeStyles({
  // So that it takes one line only, for as long as it stands there.
  small: { fontSize: tokens.fontSizeBase200 },
  slot: { paddingInline: tokens.spacingHorizontalL },
  actions: { flexWrap: "wrap", rowGap: tokens.spacingVerticalXS },
});

/** At most one bar: an ended sign-in before what may be lost before offline before where the sign-in is kept, and so on. */
export function Notices({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const bar = barFor(state);
  return bar === null ? null : (
    <div className={styles.slot}>
      <Bar kind={bar} state={state} />
    </div>
  );
}

type BarKind = "expired" | "unsaved" | "offline" | "memory" | "login" | "sample" | "window";

function barFor(state: AppState) {
  const { session, creation, unsaved, online, protection, presentation } = state;
  // The card of a failed creation says it already, with the same button.
  if (session.kind === "expired") return creation.kind === "failed" ? null : "expired";
  if (unsaved !== null) return "unsaved";
  if (!online) return "offline";
  if (protection === "memory-only") return "memory";
  if (isLoginOffered(state)) return "login";
  if (isSample(state)) return "sample";
  return presentation === "window" ? ("window" as const) : null;
}

/** Whoever has signed in knows what it is good for; where the system decides, there is nothing to offer. */
const isLoginOffered = ({ session, startAtLogin, settings }: AppState): boolean =>
  session.kind === "signed-in" && startAtLogin === "off" && settings.offerStartAtLogin;

/** Of whoever organises; before that, of the only organisation there is. */
function isSample({ session, organisations }: AppState): boolean {
  const isHere = session.kind === "signed-in" || session.kind === "expired";
  const organisation = isHere
    ? organisations.find(({ id }) => id === session.account.organisationId)
    : organisations[0];
  return organisation?.kind === "sample";
}

function Bar({ kind, state }: { readonly kind: BarKind; readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  switch (kind) {
    case "expired": {
      if (state.session.kind !== "expired") return null;
      const { account, error } = state.session;
      const { title, sentence, action, nextStep, nextSteps } = errorText(error, t);
      const { organisationId } = account;
      return (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{title}</MessageBarTitle> {sentence}
          </MessageBarBody>
          <MessageBarActions className={styles.actions}>
            <Button size="small" onClick={() => void app.signIn({ accountId: null })}>
              {nextStep === "sign-in" ? action : t("signIn.action")}
            </Button>
            {nextSteps.includes("use-another-account") && (
              <Button size="small" onClick={() => void app.addAccount({ organisationId })}>
                {stepLabel("use-another-account", t)}
              </Button>
            )}
          </MessageBarActions>
        </MessageBar>
      );
    }
    case "unsaved": {
      const isLocked = state.unsaved?.kind === "keyring-locked";
      return (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t("notice.unsavedTitle")}</MessageBarTitle>{" "}
            {t(isLocked ? "notice.unsavedKeyring" : "notice.unsavedDisk")}
          </MessageBarBody>
        </MessageBar>
      );
    }
    case "offline":
      return (
        <MessageBar intent="warning">
          <MessageBarBody>
            <MessageBarTitle>{t("notice.offlineTitle")}</MessageBarTitle> {t("notice.offline")}
          </MessageBarBody>
        </MessageBar>
      );
    case "memory":
    case "window":
      return (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t(`notice.${kind}Title`)}</MessageBarTitle> {t(`notice.${kind}`)}
          </MessageBarBody>
          {kind === "memory" && (
            <MessageBarActions>
              <Button size="small" onClick={() => void app.openSettings()}>
                {t("notice.memoryFix")}
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      );
    case "login":
      return <LoginOffer />;
    case "sample":
      return (
        <MessageBar intent="info">
          <MessageBarBody className={styles.small}>{t("notice.sample")}</MessageBarBody>
          <MessageBarActions>
            <Link as="button" className={styles.small} onClick={() => void app.openSettings()}>
              {t("notice.connectMine")}
            </Link>
          </MessageBarActions>
        </MessageBar>
      );
  }
}
