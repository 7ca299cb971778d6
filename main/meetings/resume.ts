import type { AppError, Result } from "../contract/errors.ts";
import type { Meeting } from "../contract/state.ts";
import {
  fulfil,
  type FulfilDependencies,
  type Organiser,
  remember,
  settleUnwanted,
} from "./fulfil.ts";
import type { Wish } from "./wish.ts";
import type { CreationDependencies } from "./creation-run.ts";

/** So fresh a wish is still what the person waits for: it is shown, and its link is copied. */
const freshMilliseconds = 120_000;

const refusals = new Set<AppError["kind"]>(["not-allowed", "personal-account", "time-refused"]);
const isRefusal = (error: AppError) => refusals.has(error.kind);

export interface ResumeDependencies
  extends FulfilDependencies, Pick<CreationDependencies, "store" | "organisers"> {
  readonly begin: (wish: Wish, organiser: Organiser) => Promise<Result<Meeting>>;
  readonly isRunning: (wishId: string) => boolean;
  readonly afterwards: () => void;
}

/** Settles what a crash, a lost connection or an ended sign-in left open. One round at a time. */
export function createResume(dependencies: ResumeDependencies): () => Promise<void> {
  const { store, wishes, clock, log, organisers, begin, isRunning, afterwards } = dependencies;
  let round: Promise<void> | null = null;

  async function resumeAll(): Promise<void> {
    for (const organiser of organisers())
      for (const wish of await wishes.pending(organiser.key)) await settle(wish, organiser);
    afterwards();
  }

  async function settle(wish: Wish, organiser: Organiser): Promise<void> {
    if (isRunning(wish.id)) return;
    if (wish.aim === "unwanted") await settleUnwanted(dependencies, wish, organiser);
    else if (isAwaited(wish)) await begin(wish, organiser);
    else await fulfilQuietly(wish, organiser);
  }

  function isAwaited(wish: Wish): boolean {
    const { creation } = store.read();
    if (creation.kind === "failed" && creation.wishId === wish.id) return true;
    return creation.kind === "idle" && clock.now() - wish.wishedAt < freshMilliseconds;
  }

  async function fulfilQuietly(wish: Wish, organiser: Organiser): Promise<void> {
    const made = await fulfil(dependencies, wish, organiser, {});
    log.info("wish-resumed", { made: made.ok, kind: made.ok ? "none" : made.error.kind });
    if (made.ok) await remember(dependencies, made.entry);
    // Its time is over and Graph will not have it: asking at every start would never end.
    else if (isRefusal(made.error) && wish.endAt < clock.now()) wishes.remove(wish.id);
  }

  return () => {
    round ??= resumeAll().finally(() => {
      round = null;
    });
    return round;
  };
}
