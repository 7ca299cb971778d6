import { isSameOptions, type MeetingOptions } from "../contract/meeting-options.ts";
import type { AppError } from "../contract/errors.ts";
import type { MeetingDefaults } from "../contract/defaults.ts";
import type { Account } from "../contract/state.ts";
import type { OnlineMeeting } from "../graph/meeting-answer.ts";
import type { SealedRecord } from "../base/vault.ts";
import type { Ends } from "./outbox/ends.ts";
import type { FulfilDependencies, Organiser } from "./fulfil.ts";
import { createWithOptions } from "./make-link.ts";
import { readSpares, type Spare, writeSpares } from "./spare.ts";
import type { Wish } from "./outbox/wish.ts";

export interface ReadyLinks {
  load(): Promise<void>;
  has(accountKey: string): boolean;
  /** Whoever takes it writes the wish of the same id down, which makes it no spare any more. */
  take(accountKey: string, options: MeetingOptions): Spare | null;
  giveBack(spare: Spare): void;
  /** Makes what is missing, renews what is old, ends what is not wanted. One round at a time. */
  tend(): Promise<void>;
  /**
   * What failed before may well work now: it is not waited for any longer. Many computers wake at the same hour, so
   * what is only old is renewed at a moment of its own.
   */
  wake(): void;
  /** Before a sign-out. */
  retire(organiser: Organiser): Promise<void>;
}

export interface ReadyLinksDependencies extends FulfilDependencies {
  readonly ends: Ends;
  readonly record: SealedRecord;
  readonly organisers: () => readonly Organiser[];
  readonly defaults: (account: Account) => MeetingDefaults;
  /** Whether this account has a use for one. */
  readonly isWanted: (account: Account) => boolean;
  readonly newId: () => string;
  /** 0 to 1. */
  readonly random: () => number;
  readonly onChange: () => void;
}

const day = 24 * 3_600_000;
/** Beyond this nobody knows whether Teams still has the meeting. */
const trustedMilliseconds = 30 * day;
const jitterMilliseconds = 4 * 3_600_000;
const pauseMilliseconds = 5 * 60_000;
const wakeMilliseconds = 10 * 60_000;

export function createReadyLinks(dependencies: ReadyLinksDependencies): ReadyLinks {
  const { wishes, record, clock, random, organisers, isWanted, language, log } = dependencies;
  const spares = new Map<string, Spare>();
  /** Handed to a press in this run: what the disk still says of them is old. */
  const taken = new Set<string>();
  /** Epoch milliseconds, by account: after a failure nothing is asked before. */
  const pausedUntil = new Map<string, number>();
  let round: Promise<void> | null = null;
  let quietUntil = 0;
  let wakes = 0;
  /** When the round began. */
  let seenWakes = 0;

  function keep(key: string, spare: Spare | null): void {
    if (spare) spares.set(key, spare);
    else spares.delete(key);
    dependencies.onChange();
    // The wish on disk is the promise; this only saves asking for the link again.
    void record.save(writeSpares([...spares.values()]));
  }

  /** Once more where the computer woke meanwhile: what failed before says nothing about now. */
  async function tendAll(): Promise<void> {
    do {
      seenWakes = wakes;
      for (const organiser of organisers()) await tendOne(organiser);
    } while (seenWakes !== wakes);
  }

  async function tendOne(organiser: Organiser): Promise<void> {
    const { key, account } = organiser;
    if (clock.now() < (pausedUntil.get(key) ?? 0)) return;
    const spare = spares.get(key);
    const pending = await wishes.pending(key);
    const kept = pending.filter(({ id, aim }) => aim === "spare" && !taken.has(id));
    const wanted = isWanted(account);
    const [first, ...others] = spare ? sortedFirst(kept, spare.id) : kept;
    for (const wish of wanted ? others : kept) await end(wish, organiser);
    if (!wanted) return;
    const { options } = dependencies.defaults(account);
    if (!spare || !first) await make(organiser, first ?? newSpare(key, account), options);
    else if (isDue(spare) || isUnlike(spare, options))
      await renew(organiser, spare, first, options);
  }

  const isUnlike = (spare: Spare, options: MeetingOptions) =>
    spare.language !== language() || !isSameOptions(spare.options, options);

  const isDue = ({ renewAt }: Spare) => clock.now() >= Math.max(renewAt, quietUntil);

  function newSpare(accountKey: string, account: Account): Wish {
    const { subject, durationMinutes, options } = dependencies.defaults(account);
    const startAt = Math.floor(clock.now() / 1_000) * 1_000;
    return {
      id: dependencies.newId(),
      kind: "link",
      event: null,
      accountKey,
      wishedAt: startAt,
      startAt,
      endAt: startAt + durationMinutes * 60_000,
      subject,
      options,
      copyFormat: null,
      aim: "spare",
      graphId: null,
      notBefore: null,
      mayExist: false,
      earlierStarts: [],
      draftId: null,
    };
  }

  async function make(
    { key, online }: Organiser,
    wish: Wish,
    options: MeetingOptions,
  ): Promise<void> {
    const written = await wishes.put({ ...wish, options });
    if (!written.ok) return pause(key, written.error);
    const call = { language: language() };
    const made = await createWithOptions(online, { ...wish, options }, call);
    // Without its options it is not what a press asks for.
    const problem = made.ok ? made.unset : made.failure.error;
    if (made.ok && problem === null)
      return keepMade({ id: wish.id, accountKey: key, options, ...call }, made.value);
    if (problem) pause(key, problem);
    if (!made.ok && !made.failure.mayHaveActed && !wish.mayExist) wishes.remove(wish.id);
  }

  async function renew(
    organiser: Organiser,
    spare: Spare,
    wish: Wish,
    options: MeetingOptions,
  ): Promise<void> {
    const { key, account, online } = organiser;
    const { startAt, endAt } = newSpare(key, account);
    const { graphId } = spare.made;
    const update = { times: { startAt, endAt }, options };
    const call = { language: language() };
    const renewed = await online.update(graphId, update, call);
    // Taken by a press meanwhile: whoever took it sets all of this anew.
    if (spares.get(key) !== spare) return;
    if (renewed.ok)
      return keepMade({ id: spare.id, accountKey: key, options, ...call }, renewed.value);
    const { error } = renewed.failure;
    if (error.kind !== "meeting-gone") return pause(key, error);
    keep(key, null);
    wishes.remove(wish.id);
    await make(organiser, newSpare(key, account), options);
  }

  function keepMade(
    spare: Omit<Spare, "made" | "renewedAt" | "renewAt">,
    made: OnlineMeeting,
  ): void {
    const now = clock.now();
    const renewAt = now + day + random() * jitterMilliseconds;
    keep(spare.accountKey, { ...spare, renewedAt: now, renewAt, made });
    log.info("link-ready");
  }

  function pause(key: string, error: AppError): void {
    if (seenWakes !== wakes) return;
    const usual = clock.now() + pauseMilliseconds * (1 + random());
    const asked = error.kind === "throttled" ? error.retryAt : 0;
    pausedUntil.set(key, Math.max(usual, asked));
  }

  async function end(wish: Wish, organiser: Organiser): Promise<void> {
    const spare = spares.get(organiser.key);
    if (taken.has(wish.id)) return;
    const graphId = spare?.id === wish.id ? spare.made.graphId : null;
    // Before anything is waited for: what is to end must not be taken any more.
    if (graphId !== null) keep(organiser.key, null);
    const unwanted: Wish = { ...wish, graphId, aim: "unwanted" };
    const written = await wishes.put(unwanted);
    if (!written.ok) return;
    await dependencies.ends.end(unwanted, organiser);
  }

  return {
    async load() {
      const text = await record.load();
      if (!text.ok || text.value === null) return;
      for (const spare of readSpares(text.value))
        // Taken just before a crash: its wish is no spare any more.
        if (await isStillSpare(spare)) spares.set(spare.accountKey, spare);
      dependencies.onChange();
    },
    has: (key) => spares.has(key),
    take(key, options) {
      const spare = spares.get(key);
      const isFresh = spare && clock.now() - spare.renewedAt < trustedMilliseconds;
      if (!spare || !isFresh || !isSameOptions(spare.options, options)) return null;
      // Nothing more before the link is out: what is kept of it on disk no longer counts once the wish is written.
      taken.add(spare.id);
      spares.delete(key);
      // Ours is in the right language at once; Microsoft's comes with the answer to the subject.
      const made = { ...spare.made, invitation: null };
      return spare.language === language() ? spare : { ...spare, made };
    },
    giveBack(spare) {
      taken.delete(spare.id);
      keep(spare.accountKey, spare);
    },
    async tend() {
      round ??= tendAll().finally(() => {
        round = null;
      });
      await round;
    },
    wake() {
      wakes += 1;
      pausedUntil.clear();
      quietUntil = clock.now() + random() * wakeMilliseconds;
    },
    async retire(organiser) {
      // What is just being made would come after the end.
      await round;
      const mine = await wishes.pending(organiser.key);
      for (const wish of mine) if (wish.aim === "spare") await end(wish, organiser);
    },
  };

  async function isStillSpare({ id, accountKey }: Spare): Promise<boolean> {
    const pending = await wishes.pending(accountKey);
    return pending.some((wish) => wish.id === id && wish.aim === "spare");
  }
}

const sortedFirst = (kept: readonly Wish[], id: string): readonly Wish[] =>
  kept.toSorted((one, other) => Number(other.id === id) - Number(one.id === id));
