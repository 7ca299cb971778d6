import type { Session } from "../../auth/session.ts";
import type { Clock } from "../../base/clock.ts";
import type { Result } from "../../contract/errors.ts";
import type { Meetings } from "../../meetings/meetings.ts";

/** How long a sign-out waits for what is still on its way to Microsoft. */
const patienceMilliseconds = 5_000;

export interface SignOutDependencies {
  readonly session: Pick<Session, "signOut">;
  readonly meetings: Pick<Meetings, "leave">;
  /** What is open may be of whoever leaves: the windows go back to where they begin. */
  readonly showHome: () => void;
  readonly clock: Clock;
}

/** Answers as Session.signOut, whose errors it has. */
export type SignOut = (accountId: string) => Promise<Result<string | null>>;

/** While the account's tokens are still there, what nobody waits for any more is ended. */
export const createSignOut =
  ({ session, meetings, showHome, clock }: SignOutDependencies): SignOut =>
  async (accountId) => {
    const left = new AbortController();
    await Promise.race([meetings.leave(accountId), clock.sleep(patienceMilliseconds, left.signal)]);
    left.abort();
    showHome();
    return session.signOut(accountId);
  };
