import type { Clock } from "../../base/clock.ts";
import type { Store } from "../../base/store.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import type { Meeting } from "../../contract/meeting.ts";
import { findEventPage } from "../events/event-page.ts";
import type { Organiser } from "../fulfil.ts";
import type { Ending } from "./ending.ts";
import { type Failures, isAskedAgain, isForSignIn, type ShownFailure } from "./failures.ts";
import type { MakingRun } from "./run.ts";
import type { SingleRun } from "./single-run.ts";

export interface AgainDependencies {
  readonly store: Store;
  readonly runs: Pick<SingleRun, "current">;
  readonly failures: Failures;
  readonly ending: Pick<Ending, "again">;
  readonly run: Pick<MakingRun, "begin" | "giveUp">;
  readonly organisers: () => readonly Organiser[];
  readonly clock: Clock;
}

/** The failure that is shown, taken up once more. */
export interface Again {
  /** The same intent, so never a second meeting. Errors: unknown-meeting, not-signed-in. */
  readonly retry: () => Promise<Result<Meeting | undefined>>;
  /** By itself: signed in again, or Microsoft may answer now. */
  readonly resumeShown: () => Promise<void>;
  /** Of the event that failed to give its link: where Outlook shows it. Errors: unknown-meeting. */
  readonly eventPage: () => Promise<Result<string>>;
}

export function createAgain(dependencies: AgainDependencies): Again {
  const { store, runs, failures, ending, run, organisers, clock } = dependencies;

  /** What failed, and whose it is. Where they have to sign in first, that is shown. */
  async function shownFailure(): Promise<Result<ShownFailure & { readonly organiser: Organiser }>> {
    const shown = failures.shown();
    if (!shown.ok) return shown;
    const { accountKey } = shown.value.intent;
    const organiser = organisers().find(({ key }) => key === accountKey);
    if (organiser) return ok({ ...shown.value, organiser });
    const known = store.read().accounts.find(({ key }) => key === accountKey);
    const error = known?.problem ?? ({ kind: "not-signed-in" } as const);
    const { intent, failure } = shown.value;
    if (intent.aim === "leaving") return failures.showNotEnded(intent, error);
    const { outcome } = failure;
    if (outcome === "unsure" || outcome === "unsure-change")
      return failures.show(intent, error, outcome);
    await run.giveUp(intent, error);
    return fail(error);
  }

  async function retry(): Promise<Result<Meeting | undefined>> {
    // Pressed twice, or tried again by itself in this very moment.
    const running = runs.current();
    if (running) return running.done;
    if (store.read().creation.kind === "ending") return ok(undefined);
    const shown = await shownFailure();
    if (!shown.ok) return shown;
    const { intent, organiser } = shown.value;
    return intent.aim === "leaving"
      ? ending.again(intent, organiser)
      : run.begin(intent, organiser);
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
      const shown = await shownFailure();
      return shown.ok ? findEventPage(shown.value.intent, shown.value.organiser, clock) : shown;
    },
  };
}
