import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { VideoFilled } from "@fluentui/react-icons/svg/video";
import { useTranslation } from "react-i18next";

import { organiserLacksMeetings } from "../../main/contract/cloud-limits.ts";
import { meetingDefaults } from "../../main/contract/defaults.ts";
import type { AppState } from "../../main/contract/state.ts";
import { keyText } from "../keys/key-text.ts";
import { app } from "../app.ts";

const useStyles = makeStyles({
  hero: {
    minBlockSize: "60px",
    inlineSize: "100%",
    maxWidth: "none",
    flexShrink: 0,
    justifyContent: "flex-start",
    textAlign: "start",
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
  },
  // With large text the keys go below.
  content: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    flexGrow: 1,
    minInlineSize: 0,
    gap: tokens.spacingHorizontalXS,
  },
  text: {
    flexGrow: 1,
    flexBasis: "120px",
    minInlineSize: 0,
    display: "flex",
    flexDirection: "column",
    overflowWrap: "anywhere",
    hyphens: "auto",
  },
  title: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  keys: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: "nowrap",
    border: "1px solid currentColor",
    borderRadius: tokens.borderRadiusMedium,
    paddingInline: tokens.spacingHorizontalXS,
  },
  hint: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
});

/** The product: the only filled button of the screen. */
export function MeetNow({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { online, shortcut, linkReady, session, settings } = state;
  const isSignedIn = session.kind === "signed-in";
  const ofPreset = isSignedIn ? meetingDefaults(state, session.account).copyFormat : null;
  const copyFormat = ofPreset ?? settings.copyFormat;
  const needsConnection = online || linkReady ? null : t("home.needsConnection");
  const reason = organiserLacksMeetings(state) ? t("home.cloudLacks") : needsConnection;
  return (
    <Button
      id="meet-now"
      data-primary
      className={styles.hero}
      appearance="primary"
      icon={<VideoFilled fontSize={24} />}
      disabledFocusable={reason !== null}
      onClick={() => void app.meetNow({ again: false })}
    >
      <span className={styles.content}>
        <span className={styles.text}>
          <span className={styles.title}>{t("home.meetNow")}</span>
          <span className={styles.hint}>{reason ?? t(`home.hint.${copyFormat}`)}</span>
        </span>
        {shortcut && (
          <bdi className={styles.keys} aria-hidden>
            {keyText(shortcut, state.platform, t)}
          </bdi>
        )}
      </span>
    </Button>
  );
}
