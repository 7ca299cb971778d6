import { Button, makeStyles, MenuButton, tokens } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { Meeting } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { Differences } from "./differences.tsx";
import { Facts } from "./facts.tsx";
import { findMeeting } from "./find-meeting.ts";
import { LinkBox } from "./link-box.tsx";
import { act, keepMeeting, useActionProblem } from "./meeting-actions.ts";
import { useMeetingFacts } from "./meeting-facts.tsx";
import { openOverlay } from "./overlay.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { usePageStyles } from "../ui/page-styles.ts";
import { QrCode } from "./qr-code.tsx";
import { RenameField } from "./rename-field.tsx";
import { useNow } from "../ui/use-now.ts";

const useStyles = makeStyles({
  status: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  problem: { color: tokens.colorStatusDangerForeground3 },
  start: { alignSelf: "flex-start" },
  lines: { display: "flex", flexDirection: "column", alignItems: "flex-start" },
});

export function Details({ state }: { readonly state: AppState }) {
  const styles = usePageStyles();
  const { t } = useTranslation();
  const meeting = findMeeting(state, state.detailsOf);
  return (
    <div className={styles.page}>
      <PageHeader title={t("details.title")} />
      <main className={styles.main}>
        {meeting ? <Known key={meeting.id} meeting={meeting} state={state} /> : <Unknown />}
      </main>
    </div>
  );
}

/** Cancelled or removed while it was looked at, or never there. */
function Unknown() {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <span>{t("details.unknown")}</span>
      <Button
        className={styles.start}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- what had the focus is gone
        autoFocus
        onClick={() => void app.navigate({ view: "home" })}
      >
        {t("details.back")}
      </Button>
    </>
  );
}

interface KnownProps {
  readonly meeting: Meeting;
  readonly state: AppState;
}

function Known({ meeting, state }: KnownProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { id, isGone } = meeting;
  const isLeaving = state.leaving.some((one) => one.id === id);
  const problem = useActionProblem(id);

  useEffect(() => {
    void act({ id, place: "refresh", said: null }, app.refreshMeeting({ id }), t);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each time it is opened
  }, [id]);

  return (
    <>
      <RenameField
        platform={state.platform}
        meeting={meeting}
        canRename={!isGone && !isLeaving}
        isCrossed={isLeaving || isGone}
      />
      <Status meeting={meeting} state={state} />
      {problem?.place === "refresh" && meeting.differences.length === 0 && (
        <span className={styles.problem}>{problem.sentence}</span>
      )}
      <LinkBox meeting={meeting} state={state} />
      <Facts facts={useMeetingFacts(meeting, state, "details")} />
      <Differences meeting={meeting} />
      {!isLeaving && <Actions meeting={meeting} />}
      {!isGone && !isLeaving && <QrCode meeting={meeting} />}
    </>
  );
}

/** What is not as usual: on its way to Teams, being cancelled, gone. */
function Status({ meeting, state }: KnownProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const leaving = state.leaving.find((one) => one.id === meeting.id);
  const now = useNow(leaving !== undefined);
  if (leaving)
    return (
      <div className={styles.status}>
        <span>{t(leaving.endsAt > now ? "home.cancelled" : "home.ends")}</span>
        {leaving.endsAt > now && (
          <Button
            size="small"
            aria-label={t("home.undoNamed", { subject: meeting.subject })}
            onClick={() => void keepMeeting(meeting, t)}
          >
            {t("created.undo")}
          </Button>
        )}
      </div>
    );
  if (meeting.isGone) return <span>{t("copyAs.why.gone")}</span>;
  return meeting.isSettling ? <span className={styles.quiet}>{t("created.settling")}</span> : null;
}

function Actions({ meeting }: { readonly meeting: Meeting }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { id, subject, isGone } = meeting;
  const problem = useActionProblem(id);
  return (
    <>
      {problem?.place === "other" && <span className={styles.problem}>{problem.sentence}</span>}
      <div className={styles.actions}>
        {!isGone && (
          <>
            <MenuButton
              id="copy-as"
              aria-haspopup="menu"
              onClick={(event) => openOverlay({ kind: "copy", id, opener: event.currentTarget })}
            >
              {t("copyAs.title")}
            </MenuButton>
            <Button
              icon={<OpenRegular />}
              onClick={() =>
                void act({ id, said: null }, app.openMeeting({ id, where: "teams" }), t)
              }
            >
              {t("created.openInTeams")}
            </Button>
          </>
        )}
        <Button
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-haspopup="menu"
          aria-label={t("menu.more", { subject })}
          onClick={(event) => openOverlay({ kind: "menu", id, opener: event.currentTarget })}
        />
      </div>
    </>
  );
}
