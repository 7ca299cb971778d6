import { isTooEarly } from "../../contract/offers/creation-offers.ts";
import { type AppError, fail, ok, type Result } from "../../contract/errors.ts";
import type { Failed } from "../../contract/meeting.ts";
import type { Store } from "../../base/store.ts";
import type { Wish } from "./wish.ts";

/** The wishes that failed: the one whose failure is shown, and those nobody knows the end of. */
export interface Failures {
  show(wish: Wish, error: AppError, outcome: Failed["outcome"]): { ok: false; error: AppError };
  /** Errors: unknown-meeting while no failure is shown. */
  shown(): Result<{ readonly wish: Wish; readonly failure: Failed }>;
  /** Of this account, oldest first: each may have made its meeting. Also those put away since. */
  unsure(accountKey: string): readonly Wish[];
  /** It has its meeting, or its end. */
  settle(wishId: string): void;
}

/** Whether it is asked for again without anybody: nobody knows what came of it, or the wait is over. */
export const isAskedAgain = ({ outcome, error }: Failed, now: number): boolean =>
  !isTooEarly(error, now) && (outcome !== "not-created" || error.kind === "throttled");

/** Goes on by itself when they have signed in. */
export const isForSignIn = ({ kind }: AppError): boolean =>
  kind === "sign-in-again" || kind === "not-signed-in";

export function createFailures(store: Store): Failures {
  let last: Wish | null = null;
  const unsure = new Map<string, Wish>();

  return {
    show(wish, error, outcome) {
      const { id: wishId, draftId, kind: meetingKind, event } = wish;
      last = { ...wish, mayExist: outcome !== "not-created" };
      unsure.delete(wishId);
      if (outcome === "unsure") unsure.set(wishId, last);
      const inviteeCount = event?.invitees.length ?? 0;
      const of = { wishId, draftId, meetingKind, inviteeCount };
      const creation = { kind: "failed", error, outcome, ...of } as const;
      store.update((state) => ({ ...state, creation }));
      return fail(error);
    },
    shown() {
      const { creation } = store.read();
      const isShown = creation.kind === "failed" && last?.id === creation.wishId;
      return isShown && last
        ? ok({ wish: last, failure: creation })
        : fail({ kind: "unknown-meeting" });
    },
    unsure: (accountKey) => [...unsure.values()].filter((wish) => wish.accountKey === accountKey),
    settle: (wishId) => void unsure.delete(wishId),
  };
}
