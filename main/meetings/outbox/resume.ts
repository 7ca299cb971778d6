import type { AppError } from "../../contract/errors.ts";
import {
  cameToNothing,
  fulfil,
  type FulfilDependencies,
  type Organiser,
  remember,
} from "../fulfil.ts";
import { isRefusal } from "../../graph/graph-errors.ts";
import type { Ends } from "./ends.ts";
import type { Settling } from "../settling.ts";
import type { Wish } from "./wish.ts";
import type { Changes } from "../changes.ts";
import type { CreationDependencies, CreationRun } from "../creation-run.ts";

/** So fresh a wish is still what the person waits for: it is shown, and its link is copied. */
const freshMilliseconds = 120_000;

const ofTheCalendar = new Set<AppError["kind"]>([
  "calendar-not-allowed",
  "no-teams-calendar",
  "personal-account",
]);
const isFinal = (error: AppError) => isRefusal(error) || ofTheCalendar.has(error.kind);

export interface ResumeDependencies
  extends
    FulfilDependencies,
    Pick<CreationDependencies, "store" | "organisers" | "onSignInNeeded"> {
  readonly creation: Pick<
    CreationRun,
    "begin" | "giveUp" | "isRunning" | "isShown" | "quietly" | "resumeShown" | "unsure"
  >;
  readonly isLeaving: Changes["isLeaving"];
  readonly settling: Settling;
  readonly ends: Ends;
  readonly afterwards: () => void;
}

/** Settles what a crash, a lost connection or an ended sign-in left open. One round at a time. */
export function createResume(dependencies: ResumeDependencies): () => Promise<void> {
  const { store, wishes, history, clock, log, organisers, settling } = dependencies;
  const { creation, isLeaving, ends, afterwards } = dependencies;
  let round: Promise<void> | null = null;

  async function resumeAll(): Promise<void> {
    await creation.resumeShown();
    for (const organiser of organisers())
      for (const wish of await wishes.pending(organiser.key)) await settle(wish, organiser);
    afterwards();
  }

  async function settle(wish: Wish, organiser: Organiser): Promise<void> {
    if (isElsewhere(wish)) return;
    if (wish.aim === "unwanted") {
      const mayStillBeKept = wish.notBefore !== null && clock.now() < wish.notBefore;
      if (!mayStillBeKept && !isLeaving(wish.id)) await ends.end(wish, organiser);
    } else if (isListed(wish)) wishes.remove(wish.id);
    else if (history.find(wish.id)?.isSettling) await settling.begin(wish, organiser);
    else if (isAwaited(wish)) await creation.begin(wish, organiser);
    else await creation.quietly(wish.id, () => fulfilQuietly(wish, organiser));
  }

  /** In other hands, or in nobody's any more. Whatever its card says is kept true by what the card does. */
  const isElsewhere = (wish: Wish): boolean =>
    wish.aim === "spare" || creation.isRunning(wish.id) || creation.isShown(wish.id) || isOld(wish);

  /** It was made, and the app died before it had noted that nothing is left to do. */
  function isListed({ id, earlierStarts }: Wish): boolean {
    const made = history.find(id);
    return made !== undefined && !made.isSettling && !made.isGone && earlierStarts.length === 0;
  }

  /** Cancelled, taken back or settled while others were seen to. */
  const isOld = ({ id, aim }: Wish): boolean =>
    !wishes.has(id) || wishes.isUnwanted(id) !== (aim === "unwanted");

  function isAwaited(wish: Wish): boolean {
    const isFresh = clock.now() - wish.wishedAt < freshMilliseconds;
    // Its card was closed: from then on nobody waits for it.
    const isClosed = creation.unsure(wish.accountKey).some(({ id }) => id === wish.id);
    return isFresh && !isClosed && store.read().creation.kind === "idle";
  }

  async function fulfilQuietly(wish: Wish, organiser: Organiser): Promise<void> {
    const made = await fulfil(dependencies, wish, organiser, {});
    log.info("wish-resumed", { made: made.ok, kind: made.ok ? "none" : made.error.kind });
    if (made.ok) return remember(dependencies, made.entry);
    if (made.error.kind === "sign-in-again")
      dependencies.onSignInNeeded(organiser.account.id, made.error);
    // Its time is over and Graph will not have it: asking at every start would never end.
    const isNothing = cameToNothing(made) || (isFinal(made.error) && wish.endAt < clock.now());
    // Until there is room to say so it stays on disk: nothing is lost without a word.
    const isSaid = store.read().creation.kind === "idle" && !wishes.isUnwanted(wish.id);
    if (isNothing && isSaid) creation.giveUp(wish, made.error);
  }

  return () => {
    round ??= resumeAll().finally(() => {
      round = null;
    });
    return round;
  };
}
