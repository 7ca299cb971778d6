import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CalendarAddRegular } from "@fluentui/react-icons/svg/calendar-add";
import { NumberSymbolSquareRegular } from "@fluentui/react-icons/svg/number-symbol-square";
import { VideoRegular } from "@fluentui/react-icons/svg/video";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";

import { offersOf } from "../../main/contract/offers/creation-offers.ts";
import type { Failed } from "../../main/contract/meeting.ts";
import type { Account, AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { spokenShortcut } from "../keys/key-text.ts";
import { useHasDraft } from "../schedule/draft.ts";
import { announce } from "../ui/announcer.tsx";
import { CreatedCard } from "./created-card.tsx";
import { CreatingCard } from "../ui/creating-card.tsx";
import { Header } from "./header.tsx";
import { HomeLists } from "./home-lists.tsx";
import { useHomeTab } from "./home-tab.ts";
import { MeetNow } from "./meet-now.tsx";
import { Notices } from "./notices.tsx";
import { PresetLine } from "./preset-line.tsx";
import { TipLine } from "../tips/tip-line.tsx";
import { useLine } from "../typed-line/line.ts";
import { scrollingColumn, wholeWindow } from "../ui/page-styles.ts";

const FailedCard = lazy(() =>
  import("../ui/failure/failed-card.tsx").then((module) => ({ default: module.FailedCard })),
);
const NextStrip = lazy(() =>
  import("./next-strip.tsx").then((module) => ({ default: module.NextStrip })),
);
const TypedLine = lazy(() =>
  import("../typed-line/typed-line.tsx").then((module) => ({ default: module.TypedLine })),
);
const RepeatCard = lazy(() =>
  import("./repeat-card.tsx").then((module) => ({ default: module.RepeatCard })),
);

const useStyles = makeStyles({
  page: wholeWindow,
  main: {
    ...scrollingColumn,
    gap: tokens.spacingVerticalM,
    // The list goes on to the edge of the window.
    paddingBlockStart: tokens.spacingVerticalS,
  },
  block: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalL,
  },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  wide: {
    flexBasis: "148px",
    flexGrow: 1,
    maxWidth: "none",
    overflowWrap: "anywhere",
    hyphens: "auto",
  },
});

interface HomeProps {
  readonly state: AppState;
  readonly account: Account;
}

export function Home({ state, account }: HomeProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  // Among the upcoming ones it is the first row.
  const isOffered = useHomeTab() === "recent" && state.upcoming.kind === "shown";
  const next = isOffered ? state.upcoming.next : null;
  return (
    <div className={styles.page}>
      <Header state={state} account={account} />
      <main className={styles.main}>
        <h1 className="visually-hidden">{t("app.title")}</h1>
        <Notices state={state} />
        <div className={styles.block}>
          <Making state={state} account={account} />
          <Ways state={state} />
          {next && (
            <Suspense>
              <NextStrip next={next} state={state} />
            </Suspense>
          )}
        </div>
        <HomeLists state={state} />
      </main>
    </div>
  );
}

const isReady = ({ creation: { kind } }: AppState): boolean => kind === "idle" || kind === "ended";

/** The button and what comes of it, or the line that somebody types instead. */
function Making({ state, account }: HomeProps) {
  const line = useLine();
  // On its way, the card says so in its place.
  const isOnItsWay = line?.isSending === true && state.creation.kind === "creating";
  const typed = isOnItsWay ? null : line;
  const isFirst = isReady(state);
  return (
    <>
      <Suspense>
        {typed && (
          <TypedLine
            key={typed.id}
            line={typed}
            state={state}
            account={account}
            isFirst={isFirst}
          />
        )}
        {!(typed && isFirst) && <Creating state={state} />}
      </Suspense>
      {isFirst && !typed && <PresetLine state={state} account={account} />}
      {isFirst && !typed && <TipLine state={state} />}
    </>
  );
}

/** To other meetings than one now. */
function Ways({ state }: Pick<HomeProps, "state">) {
  const styles = useStyles();
  const { t } = useTranslation();
  const hasDraft = useHasDraft();
  const isCreated = state.creation.kind === "created";
  return (
    <div className={styles.row}>
      {isCreated && <NewMeeting />}
      <Button
        id="schedule"
        aria-keyshortcuts={spokenShortcut("schedule", state.platform)}
        className={styles.wide}
        icon={<CalendarAddRegular />}
        onClick={() => void app.navigate({ view: "schedule" })}
      >
        {t(hasDraft ? "home.continueDraft" : "home.schedule")}
      </Button>
      {!isCreated && (
        <Button
          id="join"
          aria-keyshortcuts={spokenShortcut("join", state.platform)}
          className={styles.wide}
          icon={<NumberSymbolSquareRegular />}
          onClick={() => void app.navigate({ view: "join" })}
        >
          {t("home.join")}
        </Button>
      )}
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
    case "repeat":
      return <RepeatCard state={state} creation={creation} />;
    case "created":
      return <CreatedCard state={state} creation={creation} />;
    case "failed":
      return <Failure state={state} creation={creation} />;
    case "ended":
      return <Ended state={state} isShut={creation.isShut} />;
  }
}

/** Where trying again would not help, a new meeting can be asked for at once. */
function Failure({ state, creation }: { readonly state: AppState; readonly creation: Failed }) {
  const isOver = offersOf(creation, 0).includes("meet-now");
  return (
    <>
      <FailedCard creation={creation} state={state} />
      {isOver && <MeetNow state={state} />}
    </>
  );
}

function NewMeeting() {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Button
      className={styles.wide}
      icon={<VideoRegular />}
      onClick={() => void app.dismissCreation().then(() => app.meetNow({ again: true }))}
    >
      {t("created.newMeeting")}
    </Button>
  );
}

function Ended({ state, isShut }: { readonly state: AppState; readonly isShut: boolean }) {
  const { t } = useTranslation();
  const sentence = t(isShut ? "created.ended" : "created.endedOpen");
  useEffect(() => {
    announce(sentence);
    document.querySelector<HTMLElement>("#meet-now")?.focus();
  }, [sentence]);
  return (
    <>
      <span>{sentence}</span>
      <MeetNow state={state} />
    </>
  );
}
