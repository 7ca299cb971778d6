import { createQueue } from "../../base/queue.ts";
import type { DocumentFile, Vault } from "../../base/vault.ts";
import { ok, type Result } from "../../contract/errors.ts";
import type { Intent, Leaving, SpareLink, Wanted, WantedLink } from "./intent.ts";
import { createIntentFile, type IntentFile } from "./intent-file.ts";
import { fromKept, type KeptIntent, toKept, type Typed, typedOf } from "./kept-intent.ts";
import { open, seal } from "./sealed-parts.ts";

/**
 * Every intent that is not settled, on disk. Nothing else writes there, and nothing else is needed to keep the
 * promise: whatever dies, the next run does what the outbox says. Two laws make a press one meeting.
 *
 * 1. On disk before the request leaves. `want`, `keepSpare`, `handOver`, `withdraw` and `takeBack` answer when it is;
 *    whoever gets an error has asked nobody for anything yet, and does not.
 * 2. It leaves the disk only when its meeting is safe, or its end is. `settle`, `end` and `letGo` are the only ways
 *    out. Each is given what has to be done first, and where that fails, or the power does, the intent stays.
 *
 * From these follows: what may be at Microsoft is in the history or in the outbox, always.
 *
 *                 keepSpare          handOver               settle: in the history
 *     nothing ---------------> spare ---------> wanted -----------------------------> nothing
 *        |                       |       want      |  ^     letGo: said to be nothing
 *        +-----------------------|---------------->|  |
 *                                v     withdraw    v  | takeBack
 *                             leaving <------------+--+
 *                                |   end: nothing is at Microsoft
 *                                +--------------------------------------------------> nothing
 *
 * What is leaving is not settled, nor let go but by the run that knows it made nothing: it was cancelled while somebody
 * was still busy making it. And what was written anew since one of the ways out was begun stays: it was asked for again, or otherwise.
 */
export interface Outbox {
  /** The intents of one account, the one that was written first before the others. */
  pending(accountKey: string): Promise<readonly Intent[]>;
  /** What was said last of it, also on its way to the disk. Null for what is not there, or cannot be read. */
  aimOf(id: string): Intent["aim"] | null;
  /** The ids of all that are to end, whoever they belong to. */
  leaving(): ReadonlySet<string>;
  /** Asked for, for the first time or again under its id. Errors of all that write: disk-failed. */
  want(intent: Wanted): Promise<Result<undefined>>;
  /** Made ahead, for a press that is still to come. */
  keepSpare(intent: SpareLink): Promise<Result<undefined>>;
  /** The press has come: the spare of this id is its meeting now. */
  handOver(intent: WantedLink & { readonly graphId: string }): Promise<Result<undefined>>;
  /** Cancelled, undone or of no use. From now on it ends, over crashes, whoever still works on it. */
  withdraw(intent: Leaving): Promise<Result<undefined>>;
  /** Not cancelled after all: it is in the history, and `unsaid` is what Teams is still to hear of it. */
  takeBack(id: string, unsaid: WantedLink | null): Promise<Result<undefined>>;
  /** `save` puts its meeting into the history. Errors: those of `save` too. */
  settle(id: string, save: () => Promise<Result<undefined>>): Promise<Result<undefined>>;
  /** `finish` sees to it that there is no meeting, and may find that there never was one. Errors: its own too. */
  end(id: string, finish: () => Promise<Result<undefined>>): Promise<Result<undefined>>;
  /**
   * `tell` says that nothing came of it, in the same moment, and answers whether there was room to say so: nothing is
   * lost without a word. Absent, the person said so themselves. `madeNothing` is the word of the run itself, which
   * holds for what was cancelled meanwhile too: looked for after a crash, it would be made after all.
   */
  letGo(id: string, tell?: () => boolean, known?: LetGo): Promise<Result<undefined>>;
}

export interface LetGo {
  readonly madeNothing: boolean;
}

export interface OutboxDependencies {
  readonly file: DocumentFile;
  readonly vault: Vault;
  /** The subject of an intent whose own could not be sealed, and the one that needs no sealing. */
  readonly defaultSubject: () => string;
}

/**
 * The file is plain, because a promise must be kept without a keyring too. It holds times and random
 * ids; what somebody typed is sealed, or left out where sealing does not protect.
 */
export function createOutbox({ file, vault, defaultSubject }: OutboxDependencies): Outbox {
  const kept = createIntentFile(file);
  // What could not be sealed lives on until the app quits.
  const typed = new Map<string, Typed>();
  // Sealing takes time; two notes on the same intent must reach the disk in the order they were made.
  const inOrder = createQueue();

  // What was said last of each in this run, so that a way out that was begun before does not take it along.
  const latest = new Map<string, Intent>();

  const write = (intent: Intent) => {
    const { id } = intent;
    const before = latest.get(id);
    latest.set(id, intent);
    return inOrder(async () => {
      // Let go in between, by the run that made nothing: there is nothing left to end.
      if (!latest.has(id)) return ok(undefined);
      const written = kept.put(toKept(intent, await seal(vault, intent, defaultSubject())));
      if (written.ok) typed.set(id, typedOf(intent));
      else if (latest.get(id) === intent) unsay(id, before);
      return written;
    });
  };

  /** It did not reach the disk: what was said before it holds. */
  function unsay(id: string, before: Intent | undefined): void {
    if (before) latest.set(id, before);
    else latest.delete(id);
  }

  const out = (id: string, aims: As["aims"], asOf: As["asOf"], isSettled = false) =>
    remove({ kept, typed, latest }, id, { aims, asOf, isSettled });

  const after =
    (...aims: readonly KeptIntent["aim"][]) =>
    async (id: string, first: () => Promise<Result<undefined>>) => {
      const asOf = latest.get(id);
      const done = await first();
      return done.ok ? inOrder(async () => out(id, aims, asOf, aims.includes("wanted"))) : done;
    };

  return {
    async pending(accountKey) {
      const mine = kept.all().filter((intent) => intent.accountKey === accountKey);
      return Promise.all(
        mine.map(async (intent) => {
          const said = typed.get(intent.id) ?? (await open(vault, intent, defaultSubject()));
          return fromKept(intent, said);
        }),
      );
    },
    aimOf(id) {
      const said = latest.get(id);
      if (said) return said.aim;
      const aim = kept.find(id)?.aim ?? null;
      return aim === "unwanted" ? "leaving" : aim;
    },
    leaving: () => new Set(kept.all().flatMap(({ id, aim }) => (aim === "unwanted" ? [id] : []))),
    want: write,
    keepSpare: write,
    handOver: write,
    withdraw: write,
    takeBack(id, unsaid) {
      if (unsaid) return write(unsaid);
      const asOf = latest.get(id);
      return inOrder(async () => out(id, ["unwanted"], asOf));
    },
    settle: after("wanted"),
    end: after("unwanted", "spare"),
    letGo(id, tell, { madeNothing } = { madeNothing: false }) {
      const asOf = latest.get(id);
      return inOrder(async () => {
        if (tell?.() === false) return ok(undefined);
        if (!madeNothing) return out(id, ["wanted"], asOf);
        const last = latest.get(id);
        return out(id, ["wanted", "unwanted"], last?.aim === "leaving" ? last : asOf);
      });
    },
  };
}

interface Said {
  readonly kept: IntentFile;
  readonly typed: Map<string, Typed>;
  readonly latest: Map<string, Intent>;
}

interface As {
  readonly aims: readonly KeptIntent["aim"][];
  readonly asOf: Intent | undefined;
  /** In the history it is told from one that is not done, should the power bring it back. */
  readonly isSettled: boolean;
}

/** Only what still has one of these aims, and of which nothing was said since. */
function remove(
  { kept, typed, latest }: Said,
  id: string,
  { aims, asOf, isSettled }: As,
): Result<undefined> {
  const aim = kept.find(id)?.aim;
  if (!aim || !aims.includes(aim) || latest.get(id) !== asOf) return ok(undefined);
  const removed = kept.remove(id, { mayComeBack: isSettled });
  if (!removed.ok) return removed;
  typed.delete(id);
  latest.delete(id);
  return removed;
}
