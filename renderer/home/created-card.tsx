import {
  Button,
  Link,
  makeStyles,
  MenuButton,
  mergeClasses,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import { type RefObject, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { Creation, Meeting } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { spokenShortcut } from "../keys/key-text.ts";
import { focusSoon } from "../focus-soon.ts";
import { formatTime } from "../format.ts";
import { announce, announceBeside, announceSoon } from "../ui/announcer.tsx";
import { Card } from "../ui/card.tsx";
import { Differences, Held } from "../meeting/differences.tsx";
import { Facts } from "../meeting/facts.tsx";
import { LinkBox } from "../meeting/link-box.tsx";
import { createdDetailKey, createdTitleKey } from "../meeting/copy-words.ts";
import { act, keepMeeting, useActionProblem } from "../meeting/meeting-actions.ts";
import { useMeetingFacts } from "../meeting/meeting-facts.tsx";
import { openOverlay } from "../meeting/overlay.ts";
import { useNews } from "../ui/state/use-news.ts";

const useStyles = makeStyles({
  title: {
    display: "flex",
    // With large text the buttons go below.
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "end",
    gap: tokens.spacingHorizontalS,
  },
  heading: {
    flexGrow: 1,
    flexBasis: "96px",
    minInlineSize: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  // Longer than the others: beside the buttons it would be a column of words.
  held: { flexBasis: "128px" },
  ways: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  done: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  warn: { color: tokens.colorStatusWarningForeground3, flexShrink: 0 },
  cancel: { flexShrink: 0, whiteSpace: "nowrap" },
  edit: { marginInlineStart: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

interface CreatedProps {
  readonly state: AppState;
  readonly creation: Creation & { kind: "created" };
}

export function CreatedCard({ state, creation }: CreatedProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { meeting, copied, isHeld } = creation;
  const heading = useRef<HTMLHeadingElement>(null);
  const isLeaving = state.leaving.some(({ id }) => id === meeting.id);
  const isRoom = state.room?.id === meeting.id;

  useTold({ state, creation }, heading);

  return (
    <Card>
      <div className={styles.title}>
        {copied ? (
          <CheckmarkCircleFilled className={styles.done} fontSize={20} />
        ) : (
          <WarningFilled className={styles.warn} fontSize={20} />
        )}
        <h2
          className={mergeClasses(styles.heading, isHeld && styles.held)}
          ref={heading}
          tabIndex={-1}
        >
          {isLeaving ? t("home.cancelled") : t(createdTitleKey(creation, isRoom))}
        </h2>
        <span className={styles.ways}>
          {meeting.inviteeCount > 0 ? (
            <CancelButton meeting={meeting} isLeaving={isLeaving} />
          ) : (
            <Button
              appearance="subtle"
              icon={<ArrowUndoRegular />}
              aria-keyshortcuts={spokenShortcut("undo", state.platform)}
              onClick={() => void app.undoCreation()}
            >
              {t("created.undo")}
            </Button>
          )}
          <Tooltip content={t("created.dismiss")} relationship="label">
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              onClick={() => void app.dismissCreation()}
            />
          </Tooltip>
        </span>
      </div>
      {isHeld && <Held {...creation} />}
      {!copied && !isHeld && <span>{t("created.notCopied")}</span>}
      <LinkBox meeting={meeting} state={state} />
      <Facts
        facts={[
          { term: t("created.subject"), value: <Name meeting={meeting} /> },
          ...useMeetingFacts(meeting, state, "card"),
        ]}
      />
      {meeting.isSettling && <span className={styles.quiet}>{t("created.settling")}</span>}
      {!isHeld && <Differences meeting={meeting} unset={creation.unset} />}
      <Actions meeting={meeting} platform={state.platform} />
    </Card>
  );
}

/** That a link was copied is told once, with the focus where nobody took it elsewhere. */
function useTold({ state, creation }: CreatedProps, heading: RefObject<HTMLHeadingElement | null>) {
  const { t } = useTranslation();
  const { meeting, copied, isHeld, createdAt } = creation;
  const isRoom = state.room?.id === meeting.id;
  useNews(JSON.stringify([createdAt, meeting.id, copied, isHeld]), () => {
    const { subject } = meeting;
    const times = {
      start: formatTime(meeting.startAt, state),
      end: formatTime(meeting.endAt, state),
    };
    const tell = () => {
      const title = t(createdTitleKey(creation, isRoom));
      const key = createdDetailKey(creation, isRoom);
      const sentence = key && t(key, { subject, ...times, count: meeting.inviteeCount });
      // What is not as it was asked for is told in sentences that need no title.
      if (sentence !== null && (isHeld || !copied)) announce(sentence);
      else announceBeside(heading.current, { title, sentence }, t);
    };
    announceSoon();
    const before = document.activeElement;
    // Where the app itself put the focus, nobody went.
    const isFree = (holder: Element | null) =>
      holder === before || holder?.matches("body, h1, #meet-now") === true;
    const take = () => {
      if (copied || isHeld) heading.current?.focus();
      else document.querySelector<HTMLInputElement>("#join-link")?.select();
    };
    // Told last, so that what takes the focus need not be said again.
    focusSoon(take, isFree, tell);
  });
}

interface CancelProps {
  readonly meeting: Meeting;
  /** Cancelled already, and that can still be taken back. */
  readonly isLeaving: boolean;
}

/** In the place of Undo: what people were invited to does not end in silence. */
function CancelButton({ meeting, isLeaving }: CancelProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Button
      className={styles.cancel}
      size="small"
      appearance="subtle"
      aria-haspopup={isLeaving ? undefined : "dialog"}
      onClick={({ currentTarget: opener }) => {
        if (isLeaving) void keepMeeting(meeting, t);
        else openOverlay({ kind: "cancel", id: meeting.id, opener });
      }}
    >
      {t(isLeaving ? "created.undo" : "event.cancel")}
    </Button>
  );
}

/** The subject, and the way to change it. */
function Name({ meeting: { id, subject } }: { readonly meeting: Meeting }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <bdi>{subject}</bdi>
      <Link
        as="button"
        className={styles.edit}
        aria-label={t("created.editNamed", { subject })}
        onClick={() => void app.navigate({ view: "details", meetingId: id })}
      >
        {t("created.edit")}
      </Link>
    </>
  );
}

interface ActionsProps extends Pick<AppState, "platform"> {
  readonly meeting: Meeting;
}

function Actions({ meeting, platform }: ActionsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { id, subject } = meeting;
  const problem = useActionProblem(id);
  return (
    <>
      <div className={styles.actions}>
        <MenuButton
          id="copy-as"
          aria-haspopup="menu"
          aria-keyshortcuts={spokenShortcut("copyAs", platform)}
          onClick={(event) => openOverlay({ kind: "copy", id, opener: event.currentTarget })}
        >
          {t("copyAs.title")}
        </MenuButton>
        <Button
          icon={<OpenRegular />}
          onClick={() => void act({ id, said: null }, app.openMeeting({ id, where: "teams" }), t)}
        >
          {t("created.openInTeams")}
        </Button>
        <Button
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-haspopup="menu"
          aria-label={t("menu.more", { subject })}
          onClick={(event) => openOverlay({ kind: "menu", id, opener: event.currentTarget })}
        />
      </div>
      {problem?.place === "other" && <span className={styles.problem}>{problem.sentence}</span>}
    </>
  );
}
