import type { Clock } from "../../base/clock.ts";
import type { Log } from "../../base/log.ts";
import { createSingleFlight } from "../../base/single-flight.ts";
import { type AppError, fail, type Result } from "../../contract/errors.ts";
import type { Meeting } from "../../contract/meeting.ts";
import type { SentDrafts } from "../asking/sent-drafts.ts";
import { cameToNothing, type Fulfil, type Fulfilment, type Organiser } from "../fulfil.ts";
import type { Wanted } from "../outbox/intent.ts";
import type { Ends } from "../outbox/ends.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { History } from "../history.ts";
import type { Remember } from "../remember.ts";
import type { Card } from "./card.ts";
import { type Failures, isTriedAgain } from "./failures.ts";
import type { SingleRun } from "./single-run.ts";

export interface MakingRunDependencies {
  readonly runs: SingleRun;
  readonly fulfil: Fulfil;
  readonly card: Card;
  readonly failures: Failures;
  readonly outbox: Pick<Outbox, "letGo">;
  readonly ends: Pick<Ends, "atRest">;
  readonly remember: Remember;
  readonly history: Pick<History, "find">;
  readonly sentDrafts: Pick<SentDrafts, "note">;
  readonly clock: Clock;
  readonly log: Log;
  /** The list of meetings has changed. */
  readonly onHistory: () => void;
  /** Graph refused the freshest token there is. */
  readonly onSignInNeeded: (accountId: string, error: AppError) => void;
}

/** An intent on its way, from the press to the link or the error. */
export interface MakingRun {
  /** Begun again while it is on its way, it is that very run; behind another one it waits its turn. */
  readonly begin: (intent: Wanted, organiser: Organiser) => Promise<Result<Meeting>>;
  /** Says that nothing came of it, and only then forgets it; where it is tried again by itself, it is kept. */
  readonly giveUp: (intent: Wanted, error: AppError) => Promise<Result<Meeting>>;
  /** The same for what nobody waits for: until there is room on the card to say so, it is kept. */
  readonly giveUpQuietly: (intent: Wanted, error: AppError) => Promise<Result<Meeting>>;
  /** Work on an intent that nobody waits for; whoever asks for it meanwhile waits until it is done. */
  readonly quietly: (intentId: string, work: () => Promise<void>) => Promise<void>;
  /** What nobody waits for, while it is on its way. */
  readonly quietWork: (intentId: string) => Promise<void> | undefined;
  /** Settled when nothing is on its way that makes something of it. */
  readonly atRest: (intentId: string) => Promise<void>;
  /** Whether its last run made nothing, and left nothing on its way. */
  readonly madeNothing: (intentId: string) => boolean;
}

export function createMakingRun(dependencies: MakingRunDependencies): MakingRun {
  const { runs, ends } = dependencies;
  const nothing = new Set<string>();
  /** By the id of the intent: what nobody waits for. */
  const quiet = createSingleFlight<void>();

  return {
    begin: (intent, organiser) =>
      runs.start(intent, organiser, async ({ signal, isStopped }) => {
        // At once, so that there is something to cancel.
        const startedAt = showBeginning(dependencies, intent);
        await quiet.of(intent.id);
        const hasEnded = await ends.atRest(intent.id);
        nothing.delete(intent.id);
        if (isStopped()) {
          if (!intent.mayExist || hasEnded) nothing.add(intent.id);
          return fail({ kind: "cancelled" });
        }
        const made = await ask(dependencies, intent, organiser, { signal, startedAt });
        if (cameToNothing(made)) nothing.add(intent.id);
        if (signal.aborted) return fail({ kind: "cancelled" });
        return made.ok
          ? handOut(dependencies, intent, made, { signal, startedAt })
          : tellFailure(dependencies, intent, made, signal);
      }),
    giveUp: (intent, error) => giveUp(dependencies, intent, error),
    giveUpQuietly: (intent, error) =>
      giveUp(dependencies, intent, error, {
        hasRoom: () => dependencies.card.kind() === "idle" && runs.current() === null,
      }),
    quietly: quiet.run,
    quietWork: quiet.of,
    async atRest(intentId) {
      await quiet.of(intentId);
      await runs.of(intentId)?.done;
    },
    madeNothing: (intentId) => nothing.has(intentId),
  };
}

interface Run {
  readonly signal: AbortSignal;
  readonly startedAt: number;
}

function showBeginning(
  { card, clock }: Pick<MakingRunDependencies, "card" | "clock">,
  { id: intentId, draftId }: Wanted,
): number {
  const startedAt = clock.now();
  card.show({ kind: "creating", intentId, draftId, startedAt, retryAt: null, reason: "first-try" });
  return startedAt;
}

async function ask(
  { fulfil, card, onSignInNeeded }: MakingRunDependencies,
  intent: Wanted,
  organiser: Organiser,
  { signal, startedAt }: Run,
): Promise<Fulfilment> {
  const { id: intentId, draftId } = intent;
  const waiting = { kind: "creating", intentId, draftId, startedAt } as const;
  const made = await fulfil(intent, organiser, {
    signal,
    onWait: (retryAt, reason) => card.show({ ...waiting, retryAt, reason }),
  });
  const problem = made.ok ? made.unset : made.error;
  if (!signal.aborted && problem?.kind === "sign-in-again")
    onSignInNeeded(organiser.account.id, problem);
  return made;
}

function tellFailure(
  dependencies: MakingRunDependencies,
  intent: Wanted,
  failed: Extract<Fulfilment, { ok: false }>,
  signal: AbortSignal,
): Promise<Result<Meeting>> | Result<Meeting> {
  const { runs, failures, sentDrafts, history } = dependencies;
  const { error } = failed;
  const onTold = () => runs.release(signal);
  if (!failed.mayExist) return giveUp(dependencies, intent, error, { onTold, madeNothing: true });
  onTold();
  sentDrafts.note({ ...intent, mayExist: true });
  const isThere = history.find(intent.id) !== undefined && error.kind !== "link-not-ready";
  return failures.show(intent, error, isThere ? "unsure-change" : "unsure");
}

interface Saying {
  readonly hasRoom?: () => boolean;
  readonly onTold?: () => void;
  /** No request of it is on its way, and none has made it. */
  readonly madeNothing?: boolean;
}

async function giveUp(
  { failures, outbox }: Pick<MakingRunDependencies, "failures" | "outbox">,
  intent: Wanted,
  error: AppError,
  { hasRoom = () => true, onTold = () => undefined, madeNothing = false }: Saying = {},
): Promise<Result<Meeting>> {
  const tell = () => {
    if (!hasRoom()) return false;
    onTold();
    failures.show(intent, error, "not-created");
    return true;
  };
  if (isTriedAgain(error)) tell();
  else await outbox.letGo(intent.id, tell, { madeNothing });
  return fail(error);
}

async function handOut(
  { runs, card, remember, clock, log, onHistory }: MakingRunDependencies,
  { draftId }: Wanted,
  { entry, unset }: Extract<Fulfilment, { ok: true }>,
  { signal, startedAt }: Run,
): Promise<Result<Meeting>> {
  const copied = await card.copy(entry);
  // Cancelled in this very moment, it is in the list to be ended, and its link is taken back.
  const handed = signal.aborted
    ? fail({ kind: "cancelled" } as const)
    : card.showMade(entry, { draftId, unset, copied });
  runs.handedOver(signal);
  log.info("meeting-created", { milliseconds: clock.now() - startedAt });
  // In the list as soon as it is on the card; safe on disk a moment later.
  const remembered = remember(entry);
  onHistory();
  await remembered;
  return handed;
}
