import type { Clock } from "../../base/clock.ts";
import type { Log } from "../../base/log.ts";
import type { Store } from "../../base/store.ts";
import type { AppError } from "../../contract/errors.ts";
import { isRefusal } from "../../graph/graph-errors.ts";
import type { SentDrafts } from "../asking/sent-drafts.ts";
import type { Cancelled } from "../changes/cancelled.ts";
import { cameToNothing, type Fulfil, type Organiser } from "../fulfil.ts";
import type { History } from "../history.ts";
import type { Making } from "../making/making.ts";
import type { Remember } from "../remember.ts";
import type { Settling } from "../settling.ts";
import type { Intent, Leaving, Wanted } from "./intent.ts";
import type { Outbox } from "./outbox.ts";

export interface ResumeDependencies {
  readonly store: Pick<Store, "read">;
  readonly outbox: Outbox;
  readonly history: Pick<History, "find" | "replace">;
  readonly making: Making;
  readonly fulfil: Fulfil;
  readonly remember: Remember;
  readonly settling: Pick<Settling, "begin">;
  readonly cancelled: Pick<Cancelled, "isLeaving" | "endLeft">;
  readonly sentDrafts: Pick<SentDrafts, "mayExist" | "noteUnsure">;
  readonly organisers: () => readonly Organiser[];
  readonly onSignInNeeded: (accountId: string, error: AppError) => void;
  /** When a round is over. */
  readonly afterwards: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** So fresh an intent is still what the person waits for: it is shown, and its link is copied. */
const freshMilliseconds = 120_000;

const ofTheCalendar = new Set<AppError["kind"]>([
  "calendar-not-allowed",
  "no-teams-calendar",
  "personal-account",
]);
const isFinal = (error: AppError) => isRefusal(error) || ofTheCalendar.has(error.kind);

/** Settles what a crash, a lost connection or an ended sign-in left open. One round at a time. */
export function createResume(dependencies: ResumeDependencies): () => Promise<void> {
  let round: Promise<void> | null = null;
  return async () => {
    // Whoever looks at a failure does not wait for a round that waits for something else.
    const shown = dependencies.making.resumeShown();
    round ??= resumeAll(dependencies, shown).finally(() => {
      round = null;
    });
    await Promise.all([shown, round]);
  };
}

async function resumeAll(dependencies: ResumeDependencies, shown: Promise<void>): Promise<void> {
  const { organisers, outbox, afterwards } = dependencies;
  await shown;
  for (const organiser of organisers())
    for (const intent of await outbox.pending(organiser.key))
      if (!isElsewhere(dependencies, intent))
        await takeUp(dependencies, asKnown(dependencies, intent), organiser);
  afterwards();
}

/** In other hands, or in nobody's any more. Whatever its card says is kept true by what the card does. */
function isElsewhere({ making, outbox }: ResumeDependencies, { id, aim }: Intent): boolean {
  if (aim === "spare" || making.isRunning(id) || making.isShown(id)) return true;
  // Cancelled, taken back or settled while others were seen to.
  return outbox.aimOf(id) !== aim;
}

/** What is on disk may have been asked for. Of what was told to have come to nothing, this run knows better. */
function asKnown({ making, sentDrafts }: ResumeDependencies, intent: Intent): Intent {
  if (intent.aim !== "wanted") return intent;
  const open = making.open(intent.accountKey).find(({ id }) => id === intent.id);
  const mayExist = open?.mayExist ?? sentDrafts.mayExist(intent.id) ?? intent.mayExist;
  return { ...intent, mayExist };
}

function takeUp(
  dependencies: ResumeDependencies,
  intent: Intent,
  organiser: Organiser,
): Promise<unknown> | undefined {
  switch (intent.aim) {
    case "spare":
      return undefined;
    case "leaving":
      return takeUpLeaving(dependencies, intent, organiser);
    case "wanted":
      return takeUpWanted(dependencies, intent, organiser);
  }
}

function takeUpLeaving(
  { clock, cancelled }: ResumeDependencies,
  intent: Leaving,
  organiser: Organiser,
): Promise<unknown> | undefined {
  const mayStillBeKept = intent.notBefore !== null && clock.now() < intent.notBefore;
  return mayStillBeKept || cancelled.isLeaving(intent.id)
    ? undefined
    : cancelled.endLeft(intent, organiser);
}

function takeUpWanted(
  dependencies: ResumeDependencies,
  intent: Wanted,
  organiser: Organiser,
): Promise<unknown> {
  const { history, outbox, settling, making } = dependencies;
  const made = history.find(intent.id);
  // It was made, and the app died before it had noted that nothing is left to do.
  if (made && !made.isSettling && !made.isGone && intent.earlierStarts.length === 0)
    return outbox.settle(intent.id, () => history.replace(made));
  if (made?.isSettling && intent.kind === "link") return settling.begin(intent, organiser);
  if (isAwaited(dependencies, intent)) return making.begin(intent, organiser);
  return making.quietly(intent.id, () => fulfilQuietly(dependencies, intent, organiser));
}

function isAwaited({ clock, making, store }: ResumeDependencies, intent: Wanted): boolean {
  const isFresh = clock.now() - intent.askedAt < freshMilliseconds;
  // Its card was closed, or gave way: from then on nobody waits for it.
  const isClosed = making.open(intent.accountKey).some(({ id }) => id === intent.id);
  const isFree = store.read().creation.kind === "idle" && !making.isAnswering();
  return isFresh && !isClosed && isFree;
}

async function fulfilQuietly(
  dependencies: ResumeDependencies,
  intent: Wanted,
  organiser: Organiser,
): Promise<void> {
  const { fulfil, remember, making, outbox, sentDrafts, clock, log } = dependencies;
  const made = await fulfil(intent, organiser);
  log.info("intent-resumed", { made: made.ok, kind: made.ok ? "none" : made.error.kind });
  if (made.ok) return remember(made.entry);
  // A second lost answer proves nothing: the intent stays.
  if (!cameToNothing(made)) {
    sentDrafts.noteUnsure(intent.id);
    making.noteUnsure(intent.id);
  }
  if (made.error.kind === "sign-in-again")
    dependencies.onSignInNeeded(organiser.account.id, made.error);
  // Its time is over and Graph will not have it: asking at every start would never end.
  const isNothing = cameToNothing(made) || (isFinal(made.error) && intent.endAt < clock.now());
  if (isNothing && outbox.aimOf(intent.id) === "wanted")
    await making.giveUpQuietly(intent, made.error);
}
