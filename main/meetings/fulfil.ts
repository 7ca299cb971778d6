import type { Clock } from "../base/clock.ts";
import type { AppError, Result } from "../contract/errors.ts";
import type { Account } from "../contract/state.ts";
import type { CalendarEvents } from "../graph/calendar-events.ts";
import type { OnlineMeetings } from "../graph/online-meetings.ts";
import type { People } from "../graph/people.ts";
import { entryOf, eventEntryOf } from "./entry.ts";
import type { WaitReason } from "./events/event-outcome.ts";
import { makeEvent } from "./events/make-event.ts";
import type { HistoryEntry } from "./history.ts";
import { makeLink } from "./make-link.ts";
import type { Wanted, WantedEvent, WantedLink } from "./outbox/intent.ts";
import type { Outbox } from "./outbox/outbox.ts";

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

export type Fulfilment =
  /** `unset`: the meeting is there, but why its options could not be set. */
  | { readonly ok: true; readonly entry: HistoryEntry; readonly unset: AppError | null }
  /** `mayExist`: the request may have reached Graph, so the intent has to stay on disk. */
  | { readonly ok: false; readonly error: AppError; readonly mayExist: boolean };

export interface FulfilOptions {
  readonly signal?: AbortSignal;
  readonly onWait?: (retryAt: number, reason: WaitReason) => void;
}

/** Makes the meeting of an intent, or finds it: on disk first, then at Microsoft. */
export type Fulfil = (
  intent: Wanted,
  organiser: Organiser,
  options?: FulfilOptions,
) => Promise<Fulfilment>;

export interface FulfilDependencies {
  readonly outbox: Pick<Outbox, "want">;
  readonly clock: Clock;
  /** Language for what Graph writes, a BCP 47 tag. */
  readonly language: () => string;
}

export const createFulfil =
  ({ outbox, clock, language }: FulfilDependencies): Fulfil =>
  async (intent, organiser, options = {}) => {
    const { mayExist } = intent;
    const written = await outbox.want(intent);
    if (!written.ok) return { ok: false, error: written.error, mayExist };
    const call = { language: language(), ...options };
    return intent.kind === "event"
      ? fulfilEvent(clock, intent, organiser, call)
      : fulfilLink(clock, intent, organiser, call);
  };

/** There is no meeting, and nothing on its way to one. */
export const cameToNothing = (fulfilment: Fulfilment): boolean =>
  !fulfilment.ok && !fulfilment.mayExist;

type Call = FulfilOptions & { readonly language: string };

async function fulfilEvent(
  clock: Clock,
  intent: WantedEvent,
  { account, calendar, online }: Organiser,
  call: Call,
): Promise<Fulfilment> {
  const made = await makeEvent({ calendar, online, clock, account }, intent, call);
  if (!made.ok) return made;
  const entry = eventEntryOf(intent, made.value, account, clock.now());
  return { ok: true, entry, unset: made.value.unset };
}

async function fulfilLink(
  clock: Clock,
  intent: WantedLink,
  { account, online }: Organiser,
  call: Call,
): Promise<Fulfilment> {
  const made = await makeLink(online, intent, call);
  if (made.ok) {
    const { value, unset } = made;
    const entry = {
      ...entryOf(intent, value, account, clock.now()),
      optionsFailed: unset !== null,
    };
    return { ok: true, entry, unset };
  }
  const { error, mayHaveActed } = made.failure;
  return { ok: false, error, mayExist: intent.mayExist || mayHaveActed };
}
