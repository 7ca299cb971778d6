import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CalendarAddRegular } from "@fluentui/react-icons/svg/calendar-add";
import { VideoRegular } from "@fluentui/react-icons/svg/video";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { meetingDefaults } from "../../main/contract/defaults.ts";
import type { Account, AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { hasDraft } from "../draft.ts";
import { formatDuration } from "../format.ts";
import { announce } from "../parts/announcer.tsx";
import { CreatedCard } from "../parts/created-card.tsx";
import { CreatingCard } from "../parts/creating-card.tsx";
import { FailedCard } from "../parts/failed-card.tsx";
import { Header } from "../parts/header.tsx";
import { MeetNow } from "../parts/meet-now.tsx";
import { Notices } from "../parts/notices.tsx";
import { RecentList } from "../parts/recent-list.tsx";

const useStyles = makeStyles({
  page: { blockSize: "100%", display: "flex", flexDirection: "column" },
  main: {
    flexGrow: 1,
    minBlockSize: 0,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalS,
  },
  block: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalL,
  },
  line: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  wide: { flexBasis: "148px", flexGrow: 1, maxWidth: "none" },
});

export function Home({ state, account }: { state: AppState; account: Account }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { subject, durationMinutes } = meetingDefaults(state, account);
  return (
    <div className={styles.page}>
      <Header state={state} account={account} />
      <main className={styles.main}>
        <h1 className="visually-hidden">{t("app.title")}</h1>
        <Notices state={state} />
        <div className={styles.block}>
          <Creating state={state} />
          {state.creation.kind === "idle" && (
            <span className={styles.line}>
              {t("home.next", {
                subject,
                duration: formatDuration(durationMinutes, t),
              })}
            </span>
          )}
          <div className={styles.row}>
            {state.creation.kind === "created" && <NewMeeting />}
            <Button
              className={styles.wide}
              icon={<CalendarAddRegular />}
              onClick={() => void app.navigate({ view: "schedule" })}
            >
              {t(hasDraft() ? "home.continueDraft" : "home.schedule")}
            </Button>
          </div>
        </div>
        <RecentList state={state} />
      </main>
    </div>
  );
}

/** One place for the button and for everything that comes of pressing it. */
function Creating({ state }: { readonly state: AppState }) {
  const { creation, session } = state;
  switch (creation.kind) {
    case "idle":
      return session.kind === "expired" ? null : <MeetNow state={state} />;
    case "creating":
    case "ending":
      return <CreatingCard creation={creation} />;
    case "created":
      return <CreatedCard state={state} creation={creation} />;
    case "failed":
      return <FailedCard creation={creation} />;
    case "ended":
      return <Ended state={state} />;
  }
}

function NewMeeting() {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Button
      className={styles.wide}
      icon={<VideoRegular />}
      onClick={() => void app.dismissCreation().then(() => app.meetNow())}
    >
      {t("created.newMeeting")}
    </Button>
  );
}

function Ended({ state }: { readonly state: AppState }) {
  const { t } = useTranslation();
  useEffect(() => {
    announce(t("created.ended"));
    document.querySelector<HTMLElement>("#meet-now")?.focus();
  }, [t]);
  return (
    <>
      <span>{t("created.ended")}</span>
      <MeetNow state={state} />
    </>
  );
}
