import type { Store } from "../../base/store.ts";
import { type AppError, fail, ok, type Result } from "../../contract/errors.ts";
import type { Failed } from "../../contract/meeting.ts";
import { isTooEarly } from "../../contract/offers/creation-offers.ts";
import type { Leaving, Wanted } from "../outbox/intent.ts";

/** The intents that failed: the one whose failure is shown, and those that are still open. */
export interface Failures {
  readonly show: (
    intent: Wanted,
    error: AppError,
    outcome: Exclude<Outcome, "not-ended">,
  ) => Refusal;
  readonly showNotEnded: (intent: Leaving, error: AppError) => Refusal;
  /** Errors: unknown-meeting while no failure is shown. */
  readonly shown: () => Result<ShownFailure>;
  /** Whether its failure is on the card. */
  readonly isShown: (intentId: string) => boolean;
  /** Whether the card says when it is tried again by itself, although nothing was made. */
  readonly isTriedAgain: (intentId: string) => boolean;
  /**
   * Of this account, oldest first, also those put away since: each may have made its meeting, or was promised to be
   * tried again.
   */
  readonly open: (accountKey: string) => readonly Wanted[];
  /** Tried again while nobody waited: now its meeting may be there. */
  readonly noteUnsure: (intentId: string) => void;
  /** The link that was made of this draft before was taken off the clipboard: what fails now cannot say it is unchanged. */
  readonly noteCleared: (draftId: string | null) => void;
  /** What became of the clipboard when this draft took the place of another; said once. */
  readonly clipboardOf: (draftId: string | null) => Failed["clipboard"];
  /** It has its meeting, or its end. */
  readonly close: (intentId: string) => void;
}

export interface ShownFailure {
  readonly intent: Wanted | Leaving;
  readonly failure: Failed;
}

type Outcome = Failed["outcome"];

interface Refusal {
  readonly ok: false;
  readonly error: AppError;
}

/** Whether it is asked for again without anybody: nobody knows what came of it, or the wait is over. */
export const isAskedAgain = ({ outcome, error }: Failed, now: number): boolean =>
  !isTooEarly(error, now) && (outcome !== "not-created" || isTriedAgain(error));

/** Nothing was made, and the card says when it is tried again by itself: that is kept over a restart too. */
export const isTriedAgain = ({ kind }: AppError): boolean => kind === "throttled";

/** Goes on by itself when they have signed in. */
export const isForSignIn = ({ kind }: AppError): boolean =>
  kind === "sign-in-again" || kind === "not-signed-in";

export function createFailures(store: Store): Failures {
  let last: Wanted | Leaving | null = null;
  const open = new Map<string, Wanted>();
  const cleared = new Set<string>();

  const clipboardOf = (draftId: string | null) =>
    draftId !== null && cleared.delete(draftId) ? "old-link-cleared" : "unchanged";

  function put(intent: Wanted | Leaving, error: AppError, outcome: Outcome): Refusal {
    last = intent;
    const { id: intentId, draftId, kind: meetingKind } = intent;
    const inviteeCount = "event" in intent ? (intent.event?.invitees.length ?? 0) : 0;
    const clipboard = clipboardOf(draftId);
    const of = { intentId, draftId, meetingKind, inviteeCount, clipboard } as const;
    const creation = { kind: "failed", error, outcome, ...of } as const;
    store.update((state) => ({ ...state, creation }));
    return fail(error);
  }

  function shown(): Result<ShownFailure> {
    const { creation } = store.read();
    const isShown = creation.kind === "failed" && last?.id === creation.intentId;
    return isShown && last
      ? ok({ intent: last, failure: creation })
      : fail({ kind: "unknown-meeting" });
  }

  return {
    show(intent, error, outcome) {
      const mayExist = outcome !== "not-created";
      const failed = { ...intent, mayExist };
      open.delete(intent.id);
      if (mayExist || isTriedAgain(error)) open.set(intent.id, failed);
      return put(failed, error, outcome);
    },
    showNotEnded(intent, error) {
      open.delete(intent.id);
      return put(intent, error, "not-ended");
    },
    shown,
    isShown(intentId) {
      const failure = shown();
      return failure.ok && failure.value.intent.id === intentId;
    },
    isTriedAgain(intentId) {
      const failure = shown();
      if (!failure.ok || failure.value.intent.id !== intentId) return false;
      const { outcome, error } = failure.value.failure;
      return outcome === "not-created" && isTriedAgain(error);
    },
    open: (accountKey) => [...open.values()].filter((intent) => intent.accountKey === accountKey),
    noteUnsure(intentId) {
      const intent = open.get(intentId);
      if (intent) open.set(intentId, { ...intent, mayExist: true });
    },
    noteCleared(draftId) {
      if (draftId !== null) cleared.add(draftId);
    },
    clipboardOf,
    close: (intentId) => void open.delete(intentId),
  };
}
