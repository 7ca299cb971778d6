import type { Clock } from "../../base/clock.ts";
import type { Log } from "../../base/log.ts";
import type { Store } from "../../base/store.ts";
import type { AppError } from "../../contract/errors.ts";
import type { HandOver } from "../../handover/hand-over.ts";
import type { SentDrafts } from "../asking/sent-drafts.ts";
import type { Fulfil, Organiser } from "../fulfil.ts";
import type { History } from "../history.ts";
import type { Ends } from "../outbox/ends.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Remember } from "../remember.ts";
import type { Settling } from "../settling.ts";
import { type Again, createAgain } from "./again.ts";
import { type Cancelling, createCancelling } from "./cancelling.ts";
import { type Card, createCard } from "./card.ts";
import { createEnding, type Ending } from "./ending.ts";
import { createFailures, type Failures } from "./failures.ts";
import { createHandSpare, type HandSpare } from "./handing.ts";
import { createMakingRun, type MakingRun } from "./run.ts";
import { createSingleRun, type Running } from "./single-run.ts";

export interface MakingDependencies {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly history: History;
  readonly fulfil: Fulfil;
  readonly remember: Remember;
  readonly ends: Ends;
  readonly settling: Settling;
  readonly sentDrafts: SentDrafts;
  readonly handOver: Pick<HandOver, "copy" | "takeBack">;
  /** Everybody who can be asked about their own meetings now. */
  readonly organisers: () => readonly Organiser[];
  readonly clock: Clock;
  readonly log: Log;
  /** The list of meetings has changed. */
  readonly onHistory: () => void;
  /** Graph refused the freshest token there is. */
  readonly onSignInNeeded: (accountId: string, error: AppError) => void;
}

/** The one intent that is on its way, from the press to the link or the error; and its end again. */
export interface Making
  extends
    Again,
    Cancelling,
    Pick<MakingRun, "begin" | "giveUpQuietly" | "quietly" | "quietWork">,
    Pick<Ending, "undo" | "endBefore">,
    Pick<Card, "answerWith" | "isAnswering" | "handMade" | "noteCopied" | "putAway">,
    Pick<Failures, "open" | "noteUnsure" | "isShown"> {
  readonly handSpare: HandSpare;
  /** What every further press joins; null while nothing is on its way that was not cancelled. */
  readonly current: () => Running | null;
  readonly isRunning: (intentId: string) => boolean;
  /** Settled when no end of this intent is on its way. */
  readonly endAtRest: Ends["atRest"];
}

export function createMaking(given: MakingDependencies): Making {
  const { runs, failures, card, run, handSpare, ending, again, cancelling } = createParts(given);
  return {
    begin: run.begin,
    giveUpQuietly: run.giveUpQuietly,
    quietly: run.quietly,
    quietWork: run.quietWork,
    handSpare: (intent, spare, organiser) =>
      runs.start(intent, organiser, () => handSpare(intent, spare, organiser)),
    answerWith: card.answerWith,
    isAnswering: card.isAnswering,
    handMade: card.handMade,
    noteCopied: card.noteCopied,
    putAway: card.putAway,
    open: failures.open,
    noteUnsure: failures.noteUnsure,
    isShown: failures.isShown,
    undo: ending.undo,
    endBefore: ending.endBefore,
    current: runs.current,
    endAtRest: given.ends.atRest,
    isRunning: (intentId) => runs.of(intentId) !== null,
    ...again,
    ...cancelling,
  };
}

function createParts(given: MakingDependencies) {
  const { store, outbox, history, fulfil, remember, ends, settling, sentDrafts } = given;
  const { handOver, organisers, clock, log, onHistory, onSignInNeeded } = given;
  const runs = createSingleRun((intent) => sentDrafts.note(intent));
  const failures = createFailures(store);
  const card = createCard({ store, handOver, failures, outbox, clock });
  const run = createMakingRun({
    runs,
    fulfil,
    card,
    failures,
    outbox,
    history,
    ends,
    remember,
    sentDrafts,
    clock,
    log,
    onHistory,
    onSignInNeeded,
  });
  const { atRest, madeNothing } = run;
  const handSpare = createHandSpare({
    outbox,
    history,
    card,
    failures,
    settling,
    clock,
    log,
    onHistory,
  });
  const ending = createEnding({
    store,
    card,
    failures,
    outbox,
    history,
    ends,
    settling,
    handOver,
    sentDrafts,
    atRest,
    organisers,
    onHistory,
  });
  const again = createAgain({ store, runs, failures, ending, run, organisers, clock });
  const cancelling = createCancelling({
    store,
    runs,
    card,
    failures,
    ending,
    madeNothing,
    outbox,
    sentDrafts,
  });
  return { runs, failures, card, run, handSpare, ending, again, cancelling };
}
