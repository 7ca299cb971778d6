import type { Clock } from "../base/clock.ts";
import type { AppError, Result } from "../contract/errors.ts";
import type { Account } from "../contract/state.ts";
import type { CalendarEvents } from "../graph/calendar-events.ts";
import type { OnlineMeetings } from "../graph/online-meetings.ts";
import type { People } from "../graph/people.ts";
import type { Log } from "../base/log.ts";
import { entryOf, eventEntryOf } from "./entry.ts";
import type { History, HistoryEntry } from "./history.ts";
import { makeLink } from "./make-link.ts";
import type { WaitReason } from "./events/event-outcome.ts";
import { makeEvent } from "./events/make-event.ts";
import type { Wish } from "./outbox/wish.ts";
import type { Wishes } from "./outbox/wishes.ts";

export interface Clipboard {
  /** A secret is kept out of clipboard histories where the system can. Errors: clipboard-busy. */
  writeText(text: string, how?: { readonly isSecret: boolean }): Promise<Result<undefined>>;
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
  /** These two with permissions of their own, which may be missing. */
  readonly calendar: CalendarEvents;
  readonly people: People;
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
  /** `unset`: the meeting is there, but why its options could not be set. */
  | { readonly ok: true; readonly entry: HistoryEntry; readonly unset: AppError | null }
  /** `mayExist`: the request may have reached Graph, so the wish has to stay on disk. */
  | { readonly ok: false; readonly error: AppError; readonly mayExist: boolean };

export interface FulfilOptions {
  readonly signal?: AbortSignal;
  readonly onWait?: (retryAt: number, reason: WaitReason) => void;
}

/**
 * Takes one wish to its meeting. The wish is on disk before the first request leaves. The link is
 * answered only when the options were asked for: nobody gets into a guarded meeting early. What came to
 * nothing leaves the disk when the person is told.
 */
export async function fulfil(
  dependencies: FulfilDependencies,
  wish: Wish,
  organiser: Organiser,
  options: FulfilOptions,
): Promise<Fulfilment> {
  const { wishes, language } = dependencies;
  const written = await wishes.put(wish);
  if (!written.ok) return { ok: false, error: written.error, mayExist: wish.mayExist };
  const call = { language: language(), ...options };
  const make = wish.kind === "event" ? fulfilEvent : fulfilLink;
  return make(dependencies, wish, organiser, call);
}

/** There is no meeting, and nothing on its way to one. */
export const cameToNothing = (fulfilment: Fulfilment): boolean =>
  !fulfilment.ok && !fulfilment.mayExist;

async function fulfilEvent(
  { clock }: FulfilDependencies,
  wish: Wish,
  { account, calendar, online }: Organiser,
  call: Call,
): Promise<Fulfilment> {
  const made = await makeEvent({ calendar, online, clock, account }, wish, call);
  if (!made.ok) return made;
  const entry = eventEntryOf(wish, made.value, account, clock.now());
  return { ok: true, entry, unset: made.value.unset };
}

async function fulfilLink(
  { clock }: FulfilDependencies,
  wish: Wish,
  { account, online }: Organiser,
  call: Call,
): Promise<Fulfilment> {
  const made = await makeLink(online, wish, call);
  if (made.ok) {
    const { value, unset } = made;
    const entry = { ...entryOf(wish, value, account, clock.now()), optionsFailed: unset !== null };
    return { ok: true, entry, unset };
  }
  const { error, mayHaveActed } = made.failure;
  return { ok: false, error, mayExist: wish.mayExist || mayHaveActed };
}

type Call = FulfilOptions & { readonly language: string };

/** The wish leaves the disk only when the meeting is safe in the history, and stays where it was cancelled meanwhile. */
export async function remember(
  { history, wishes, log }: FulfilDependencies,
  entry: HistoryEntry,
): Promise<void> {
  const isListed = history.find(entry.id) !== undefined;
  const saved = await (isListed ? history.replace(entry) : history.add(entry));
  if (saved.ok && !wishes.isUnwanted(entry.id)) wishes.remove(entry.id);
  else if (!saved.ok) log.warn("history-not-saved", { kind: saved.error.kind });
}
