import type { Clock } from "../../base/clock.ts";
import type { Session } from "../session.ts";
import type { SignInFlow } from "./sign-in-flow.ts";

export interface ApprovedLaterDependencies {
  readonly signIn: Pick<SignInFlow, "state" | "desired" | "overcome">;
  readonly session: Pick<Session, "token" | "state" | "admit">;
  readonly clock: Clock;
}

const pauseMilliseconds = 3 * 60_000;

/**
 * While somebody waits for their administrator, Microsoft is asked now and then whether it was approved, without a
 * window and without the person. Only for who is signed in: somebody new has nothing to ask with.
 */
export function createApprovedLater({
  signIn,
  session,
  clock,
}: ApprovedLaterDependencies): () => Promise<void> {
  let notBefore = 0;
  return async () => {
    const state = signIn.state();
    const desired = signIn.desired();
    const isWaiting = state.kind === "failed" && state.adminMessage !== null;
    if (!isWaiting || !desired?.account || clock.now() < notBefore) return;
    notBefore = clock.now() + pauseMilliseconds;
    const { account, permissions = [] } = desired;
    // A token from before says nothing of what is approved now.
    const request = { accountId: account.id, forceRefresh: true, permissions };
    const token = await session.token({ ...request, evenIfExpired: true });
    // Something else may have been asked for meanwhile.
    if (!token.ok || signIn.state() !== state) return;
    // What they pressed before they had to sign in again waits for them to be in.
    const now = session.state();
    if (now.kind === "expired" && now.account.id === account.id) session.admit(account);
    await signIn.overcome();
  };
}
