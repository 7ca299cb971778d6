import type { Clock } from "../clock.ts";
import { type AppError, ok, type Result } from "../contract/errors.ts";
import type { Account, Meeting } from "../contract/state.ts";
import type { GraphCall } from "../graph/client.ts";
import type { MeetingRequest, OnlineMeeting, OnlineMeetings } from "../graph/online-meetings.ts";
import type { Log } from "../log.ts";
import type { History, HistoryEntry } from "./history.ts";
import type { Wish } from "./wish.ts";
import type { Wishes } from "./wishes.ts";

export interface Clipboard {
  /** Errors: clipboard-busy. */
  writeText(text: string): Promise<Result<undefined>>;
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

/** Takes one wish to its meeting. The wish is on disk before the first request leaves. */
export async function fulfil(
  { wishes, clock, language }: FulfilDependencies,
  wish: Wish,
  { account, online }: Organiser,
  options: FulfilOptions,
): Promise<Fulfilment> {
  const written = await wishes.put(wish);
  if (!written.ok) return { ok: false, error: written.error, mayExist: wish.mayExist };
  const answer = await online.createOrGet(requestOf(wish), { language: language(), ...options });
  if (answer.ok) return { ok: true, entry: entryOf(wish, answer.value, account, clock.now()) };
  const { error, mayHaveActed } = answer.failure;
  const mayExist = wish.mayExist || mayHaveActed;
  // A wish that waits for a new sign-in stays too: it goes on when the person is back.
  if (!mayExist && error.kind !== "sign-in-again") wishes.remove(wish.id);
  return { ok: false, error, mayExist };
}

/** The wish leaves the disk only when the meeting is safe in the history. */
export async function remember(
  { history, wishes, log }: FulfilDependencies,
  entry: HistoryEntry,
): Promise<void> {
  const saved = await history.add(entry);
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

/** What Graph has wins over what was asked: after a restart the meeting may be older than this request. */
function entryOf(wish: Wish, made: OnlineMeeting, organiser: Account, now: number): HistoryEntry {
  return {
    id: wish.id,
    graphId: made.graphId,
    subject: made.subject ?? wish.subject,
    startAt: made.startAt ?? wish.startAt,
    endAt: made.endAt ?? wish.endAt,
    createdAt: now,
    joinUrl: made.joinUrl,
    meetingId: made.meetingId,
    passcode: made.passcode,
    organiserId: organiser.id,
    organiserUsername: organiser.username,
  };
}

/** Graph's id is main's business alone. */
export const toMeeting = ({ graphId: _graphId, ...meeting }: HistoryEntry): Meeting => meeting;
