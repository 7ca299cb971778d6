import type { Clock } from "../../base/clock.ts";
import type { Store } from "../../base/store.ts";
import { ok, type Result } from "../../contract/errors.ts";
import type { Meeting } from "../../contract/meeting.ts";
import type { Ending } from "../ending.ts";
import { findEventPage } from "../events/event-page.ts";
import type { Organiser } from "../fulfil.ts";
import { type Failures, isAskedAgain, isForSignIn } from "./failures.ts";
import type { Wish } from "./wish.ts";
import type { SingleRun } from "../single-run.ts";

export interface AgainDependencies {
  readonly store: Store;
  readonly runs: Pick<SingleRun, "current">;
  readonly failures: Failures;
  readonly ending: Pick<Ending, "again">;
  readonly organisers: () => readonly Organiser[];
  readonly clock: Clock;
  readonly begin: (wish: Wish, organiser: Organiser) => Promise<Result<Meeting>>;
}

/** The failure that is shown, taken up once more. */
export interface Again {
  /** The same wish, so never a second meeting. Errors: unknown-meeting, not-signed-in. */
  readonly retry: () => Promise<Result<Meeting | undefined>>;
  /** By itself: signed in again, or Microsoft may answer now. */
  readonly resumeShown: () => Promise<void>;
  /** Of the event that failed to give its link: where Outlook shows it. Errors: unknown-meeting. */
  readonly eventPage: () => Promise<Result<string>>;
  /** Whether it is a failure of this account's. */
  readonly isOf: (accountId: string) => boolean;
}

export function createAgain({
  store,
  runs,
  failures,
  ending,
  organisers,
  clock,
  begin,
}: AgainDependencies): Again {
  /** The wish whose failure is shown, and whose it is. Where they have to sign in first, that is shown. */
  function shownFailure() {
    const shown = failures.shown();
    if (!shown.ok) return shown;
    const { wish, failure } = shown.value;
    const organiser = organisers().find(({ key }) => key === wish.accountKey);
    if (organiser) return ok({ ...shown.value, organiser });
    const known = store.read().accounts.find(({ key }) => key === wish.accountKey);
    return failures.show(wish, known?.problem ?? { kind: "not-signed-in" }, failure.outcome);
  }

  async function retry(): Promise<Result<Meeting | undefined>> {
    // Pressed twice, or tried again by itself in this very moment.
    const running = runs.current();
    if (running) return running.done;
    if (store.read().creation.kind === "ending") return ok(undefined);
    const shown = shownFailure();
    if (!shown.ok) return shown;
    const { wish, organiser, failure } = shown.value;
    return failure.outcome === "not-ended" ? ending.again(wish, organiser) : begin(wish, organiser);
  }

  return {
    retry,
    async resumeShown() {
      const shown = failures.shown();
      if (!shown.ok) return;
      const { failure } = shown.value;
      if (isForSignIn(failure.error) || isAskedAgain(failure, clock.now())) await retry();
    },
    async eventPage() {
      const shown = shownFailure();
      return shown.ok ? findEventPage(shown.value.wish, shown.value.organiser, clock) : shown;
    },
    isOf(accountId) {
      const shown = failures.shown();
      const { accounts } = store.read();
      const known = accounts.find(({ account }) => account.id === accountId);
      return shown.ok && shown.value.wish.accountKey === known?.key;
    },
  };
}
