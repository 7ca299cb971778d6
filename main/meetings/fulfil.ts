import type { Clock } from "../clock.ts";
import { type AppError, ok, type Result } from "../contract/errors.ts";
import { differencesOf } from "../contract/meeting-options.ts";
import type { Account } from "../contract/state.ts";
import type { GraphCall } from "../graph/client.ts";
import type { MeetingRequest, MeetingResult, OnlineMeetings } from "../graph/online-meetings.ts";
import type { Log } from "../log.ts";
import { entryOf } from "./entry.ts";
import type { History, HistoryEntry } from "./history.ts";
import type { Wish } from "./wish.ts";
import type { Wishes } from "./wishes.ts";

export interface Clipboard {
  /** Errors: clipboard-busy. */
  writeText(text: string): Promise<Result<undefined>>;
  /** Plain text and its rich form in one copy. Errors: clipboard-busy. */
  writeRich(copy: { readonly text: string; readonly html: string }): Promise<Result<undefined>>;
  /** Only because the person asked for what is there. Empty where it holds no text. */
  readText(): Promise<string>;
  /** Empties the clipboard if it still holds `text`; answers whether it did. */
  clearIfStill(text: string): Promise<boolean>;
}

/** Whose meetings they are, and Graph as they see it. */
export interface Organiser {
  readonly account: Account;
  /** Names the account on plain disk: a hash. */
  readonly key: string;
  readonly online: OnlineMeetings;
}

export interface FulfilDependencies {
  readonly wishes: Wishes;
  readonly history: History;
  readonly clock: Clock;
  readonly log: Log;
  /** Language for what Graph writes, a BCP 47 tag. */
  readonly language: () => string;
}

export type Fulfilment =
  | { readonly ok: true; readonly entry: HistoryEntry }
  /** `mayExist`: the request may have reached Graph, so the wish stays on disk. */
  | { readonly ok: false; readonly error: AppError; readonly mayExist: boolean };

export interface FulfilOptions {
  readonly signal?: AbortSignal;
  readonly onWait?: NonNullable<GraphCall["onWait"]>;
}

/**
 * Takes one wish to its meeting. The wish is on disk before the first request leaves. The link is
 * answered only when the options were asked for: nobody gets into a guarded meeting early.
 */
export async function fulfil(
  { wishes, clock, language }: FulfilDependencies,
  wish: Wish,
  { account, online }: Organiser,
  options: FulfilOptions,
): Promise<Fulfilment> {
  const written = await wishes.put(wish);
  if (!written.ok) return { ok: false, error: written.error, mayExist: wish.mayExist };
  const call = { language: language(), ...options };
  const made =
    wish.graphId === null
      ? await createWithOptions(online, wish, call)
      : await takeOver(online, wish, wish.graphId, call);
  if (made.ok) return { ok: true, entry: entryOf(wish, made.value, account, clock.now()) };
  const { error, mayHaveActed } = made.failure;
  const mayExist = wish.mayExist || mayHaveActed;
  // A wish that waits for a new sign-in stays too: it goes on when the person is back.
  if (!mayExist && error.kind !== "sign-in-again") wishes.remove(wish.id);
  return { ok: false, error, mayExist };
}

type Call = FulfilOptions & { readonly language: string };

/** `createOrGet` takes no options, so they follow. A refusal of theirs leaves a meeting that works. */
export async function createWithOptions(
  online: OnlineMeetings,
  wish: Wish,
  call: Call,
): Promise<MeetingResult> {
  const made = await online.createOrGet(requestOf(wish), call);
  if (!made.ok || differencesOf(wish.options, made.value.options).length === 0) return made;
  const set = await online.update(made.value.graphId, { options: wish.options }, call);
  if (set.ok) return set;
  // Cancelled in between: the meeting is there, whatever became of its options.
  if (call.signal?.aborted) return { ok: false, failure: { ...set.failure, mayHaveActed: true } };
  return made;
}

/** A meeting made ahead gets its subject, its times and its options in one request. */
async function takeOver(
  online: OnlineMeetings,
  wish: Wish,
  graphId: string,
  call: Call,
): Promise<MeetingResult> {
  const { subject, startAt, endAt, options } = wish;
  const update = { subject, times: { startAt, endAt }, options };
  const taken = await online.update(graphId, update, call);
  if (taken.ok) return taken;
  // Gone before its link was handed over: made anew under the same externalId.
  if (taken.failure.error.kind === "meeting-gone") return createWithOptions(online, wish, call);
  return { ok: false, failure: { ...taken.failure, mayHaveActed: true } };
}

/** The wish leaves the disk only when the meeting is safe in the history. */
export async function remember(
  { history, wishes, log }: FulfilDependencies,
  entry: HistoryEntry,
): Promise<void> {
  const isListed = history.find(entry.id) !== undefined;
  const saved = await (isListed ? history.replace(entry) : history.add(entry));
  if (saved.ok) wishes.remove(entry.id);
  else log.warn("history-not-saved", { kind: saved.error.kind });
}

/**
 * Ends what an unwanted wish may have made: asks once more under the same externalId, and deletes
 * what answers. Stays on disk until that worked.
 */
export async function settleUnwanted(
  { wishes, history, language }: FulfilDependencies,
  wish: Wish,
  { online }: Organiser,
): Promise<Result<undefined>> {
  const found = wish.graphId === null ? await lookUp(online, wish, language()) : ok(wish.graphId);
  if (!found.ok) return found;
  const ended = await online.end(found.value);
  if (!ended.ok) return ended;
  await history.remove(wish.id);
  return wishes.remove(wish.id);
}

async function lookUp(
  online: OnlineMeetings,
  wish: Wish,
  language: string,
): Promise<Result<string>> {
  const answer = await online.createOrGet(requestOf(wish), { language });
  return answer.ok ? ok(answer.value.graphId) : { ok: false, error: answer.failure.error };
}

const requestOf = (wish: Wish): MeetingRequest => ({
  externalId: wish.id,
  subject: wish.subject,
  startAt: wish.startAt,
  endAt: wish.endAt,
});
