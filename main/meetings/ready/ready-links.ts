import type { Clock } from "../../base/clock.ts";
import type { Log } from "../../base/log.ts";
import type { SealedRecord } from "../../base/vault.ts";
import type { MeetingDefaults } from "../../contract/defaults.ts";
import { isSameOptions } from "../../contract/meeting-options.ts";
import type { Account } from "../../contract/state.ts";
import type { Organiser } from "../fulfil.ts";
import type { Ends } from "../outbox/ends.ts";
import type { Intent, SpareLink } from "../outbox/intent.ts";
import type { Outbox } from "../outbox/outbox.ts";
import {
  makeAhead,
  type MakingAheadDependencies,
  newSpare,
  renew,
  retire,
} from "./making-ahead.ts";
import { createPauses, type Pauses } from "./pauses.ts";
import { createShelf, type Shelf } from "./shelf.ts";

export interface ReadyLinks extends Pick<Shelf, "load" | "giveBack"> {
  readonly has: (accountKey: string) => boolean;
  /** Whoever takes it hands over the intent of the same id, which makes it no spare any more. */
  readonly take: Shelf["take"];
  /** Makes what is missing, renews what is old, ends what is not wanted. One round at a time. */
  readonly tend: () => Promise<void>;
  /**
   * What failed before may well work now: it is not waited for any longer. Many computers wake at the same hour, so
   * what is only old is renewed at a moment of its own.
   */
  readonly wake: () => void;
  /** Before a sign-out. */
  readonly retire: (organiser: Organiser) => Promise<void>;
}

export interface ReadyLinksDependencies {
  readonly outbox: Outbox;
  readonly ends: Ends;
  readonly record: SealedRecord;
  readonly organisers: () => readonly Organiser[];
  readonly defaults: (account: Account) => MeetingDefaults;
  /** Whether this account has a use for one. */
  readonly isWanted: (account: Account) => boolean;
  readonly language: () => string;
  readonly newId: () => string;
  /** 0 to 1. */
  readonly random: () => number;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

export function createReadyLinks(given: ReadyLinksDependencies): ReadyLinks {
  const { outbox, ends, record, organisers, defaults, isWanted, language } = given;
  const { newId, random, clock, log, onChange } = given;
  const shelf = createShelf({ record, outbox, language, clock, onChange });
  const pauses = createPauses(clock, random);
  const ahead = { outbox, shelf, pauses, ends, defaults, language, newId, clock, log, random };
  let round: Promise<void> | null = null;

  async function tendAll(): Promise<void> {
    for (const organiser of organisers())
      if (pauses.isOver(organiser.key))
        await tendOne({ outbox, shelf, pauses, ahead, isWanted, language }, organiser);
  }

  return {
    load: shelf.load,
    has: (key) => shelf.find(key) !== null,
    take: shelf.take,
    giveBack: shelf.giveBack,
    async tend() {
      round ??= pauses.throughWakes(tendAll).finally(() => {
        round = null;
      });
      await round;
    },
    wake: pauses.wake,
    async retire(organiser) {
      // What is just being made would come after the end.
      await round;
      const mine = await outbox.pending(organiser.key);
      for (const intent of mine.filter(isSpare)) await retire(ahead, intent, organiser);
    },
  };
}

interface Tending extends Pick<ReadyLinksDependencies, "outbox" | "isWanted" | "language"> {
  readonly shelf: Shelf;
  readonly pauses: Pauses;
  readonly ahead: MakingAheadDependencies;
}

async function tendOne(
  { outbox, shelf, pauses, ahead, isWanted, language }: Tending,
  organiser: Organiser,
): Promise<void> {
  const { key, account } = organiser;
  const spare = shelf.find(key);
  const pending = await outbox.pending(key);
  const kept = pending.filter(isSpare).filter(({ id }) => !shelf.isTaken(id));
  const wanted = isWanted(account);
  const [first, ...others] = spare ? sortedFirst(kept, spare.id) : kept;
  for (const intent of wanted ? others : kept) await retire(ahead, intent, organiser);
  if (!wanted) return;
  const { options } = ahead.defaults(account);
  if (!spare || !first)
    return makeAhead(ahead, organiser, { ...(first ?? newSpare(ahead, organiser)), options });
  const isLike = spare.language === language() && isSameOptions(spare.options, options);
  if (pauses.isDue(spare.renewAt) || !isLike) await renew(ahead, organiser, spare, options);
}

const isSpare = (intent: Intent): intent is SpareLink => intent.aim === "spare";

const sortedFirst = (kept: readonly SpareLink[], id: string): readonly SpareLink[] =>
  kept.toSorted((one, other) => Number(other.id === id) - Number(one.id === id));
