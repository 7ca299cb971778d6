import type { Clock } from "../../base/clock.ts";
import type { Result } from "../../contract/errors.ts";
import type { Store } from "../../base/store.ts";
import type { Workspace } from "../workspace.ts";

/** How long a sign-out waits for what is still on its way to Microsoft. */
const patienceMilliseconds = 5_000;

export interface SignOutDependencies {
  readonly workspace: Pick<Workspace, "session" | "meetings">;
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * While the account's tokens are still there, what nobody waits for any more is ended. What was open may be
 * theirs, so the windows go back to where they begin. Answers as Session.signOut.
 */
export async function signOut(
  accountId: string,
  { workspace: { session, meetings }, store, clock }: SignOutDependencies,
): Promise<Result<string | null>> {
  const left = new AbortController();
  await Promise.race([meetings.leave(accountId), clock.sleep(patienceMilliseconds, left.signal)]);
  left.abort();
  store.update((state) => ({ ...state, view: "home", detailsOf: null }));
  return session.signOut(accountId);
}
