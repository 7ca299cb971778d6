import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { VideoFilled } from "@fluentui/react-icons/svg/video";
import { useTranslation } from "react-i18next";

import { organiserLacksMeetings } from "../../main/contract/cloud-limits.ts";
import { meetingDefaults } from "../../main/contract/defaults.ts";
import type { AppState } from "../../main/contract/state.ts";
import { keyText, spokenKeys, spokenShortcut } from "../keys/key-text.ts";
import { app } from "../app.ts";
import { ProblemLine } from "../ui/problem-line.tsx";
import { useAttempt } from "../ui/state/use-attempt.ts";
import { HeroMenu } from "./hero-menu.tsx";

const useStyles = makeStyles({
  split: { display: "flex", flexShrink: 0, gap: "1px" },
  round: { borderRadius: tokens.borderRadiusXLarge },
  hero: {
    minBlockSize: "60px",
    minInlineSize: 0,
    flexGrow: 1,
    maxWidth: "none",
    justifyContent: "flex-start",
    textAlign: "start",
    gap: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalM,
    borderStartEndRadius: 0,
    borderEndEndRadius: 0,
  },
  // What does not fit beside the title goes to a line of no height, which is cut off.
  first: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    overflow: "hidden",
  },
  text: {
    flexGrow: 1,
    minInlineSize: 0,
    display: "flex",
    flexDirection: "column",
    overflowWrap: "anywhere",
    hyphens: "auto",
  },
  title: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  keys: {
    alignSelf: "flex-start",
    marginBlockEnd: "-22px",
    lineHeight: tokens.lineHeightBase300,
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
  const { attempt, problem } = useAttempt();
  const isSignedIn = session.kind === "signed-in";
  const ofPreset = isSignedIn ? meetingDefaults(state, session.account).copyFormat : null;
  const copyFormat = ofPreset ?? settings.copyFormat;
  const needsConnection = online || linkReady ? null : t("home.needsConnection");
  const reason = organiserLacksMeetings(state) ? t("home.cloudLacks") : needsConnection;
  return (
    <>
      <div className={styles.split}>
        <Button
          id="meet-now"
          data-primary
          className={mergeClasses(styles.round, styles.hero)}
          appearance="primary"
          icon={<VideoFilled fontSize={24} />}
          disabledFocusable={reason !== null}
          aria-keyshortcuts={
            shortcut ? spokenKeys(shortcut, state.platform) : spokenShortcut("save", state.platform)
          }
          onClick={() => void app.meetNow({ again: false })}
        >
          <span className={styles.text}>
            <span className={styles.first}>
              <span className={styles.title}>{t("home.meetNow")}</span>
              {shortcut && (
                <bdi className={styles.keys} aria-hidden>
                  {keyText(shortcut, state.platform, t)}
                </bdi>
              )}
            </span>
            <span className={styles.hint}>{reason ?? t(`home.hint.${copyFormat}`)}</span>
          </span>
        </Button>
        <HeroMenu
          state={state}
          attempt={attempt}
          isQuiet={reason !== null}
          className={styles.round}
        />
      </div>
      {/* Where making the room failed, a card says so. */}
      {state.creation.kind !== "failed" && <ProblemLine problem={problem} />}
    </>
  );
}
