import type { Clock } from "../../base/clock.ts";
import type { Result } from "../../contract/errors.ts";
import type { Account } from "../../contract/state.ts";
import type { Accounts } from "../accounts.ts";
import type { DeviceCode } from "./device-code.ts";
import { signInDeadlineMilliseconds } from "./sign-in.ts";
import type { DesiredSignIn } from "./sign-in-flow.ts";
import type { SignInScreen } from "./sign-in-screen.ts";

/** One try to sign somebody in. It shows how far it has come; what ends it, others show. */
export type Way = (
  accounts: Accounts,
  desired: DesiredSignIn,
  signal: AbortSignal,
) => Promise<Result<Account>>;

export const inBrowser =
  (screen: SignInScreen, clock: Clock): Way =>
  (accounts, desired, signal) => {
    const deadlineAt = clock.now() + signInDeadlineMilliseconds;
    const { loginHint } = whoOf(desired);
    const progress = { kind: "browser", username: loginHint, deadlineAt } as const;
    screen.show({ ...progress, browser: "opening", redeeming: false });
    return accounts.signIn({
      signal,
      ...whoOf(desired),
      onAddress(url, oneTimeAddress) {
        screen.waitAt({ url, oneTimeAddress }, desired.organisationId);
        void screen.openPage();
      },
      onRedeeming() {
        screen.leavePage();
        if (!signal.aborted) screen.show({ ...progress, browser: "open", redeeming: true });
      },
    });
  };

export const byCode =
  (screen: SignInScreen, clock: Clock): Way =>
  (accounts, desired, signal) => {
    const deadlineAt = clock.now() + signInDeadlineMilliseconds;
    const { loginHint } = whoOf(desired);
    const progress = { kind: "code", username: loginHint } as const;
    screen.show({ ...progress, deadlineAt, userCode: null, page: null });
    return accounts.signInWithCode({
      signal,
      ...whoOf(desired),
      onCode({ userCode, page: url, expiresAt }: DeviceCode) {
        if (signal.aborted) return;
        screen.waitAt({ url, oneTimeAddress: () => url }, desired.organisationId);
        screen.show({ ...progress, deadlineAt: expiresAt, userCode, page: url });
      },
    });
  };

const whoOf = ({ account, permissions = [] }: DesiredSignIn) => ({
  accountId: account?.id ?? null,
  loginHint: account?.username ?? null,
  permissions,
});
