import type { Log } from "../../base/log.ts";
import { type AppError, fail, ok, type Result } from "../../contract/errors.ts";
import type { Account, AdminMessage } from "../../contract/state.ts";
import type { Session } from "../session.ts";
import type { DesiredSignIn } from "./sign-in-flow.ts";
import type { SignInScreen } from "./sign-in-screen.ts";

/** What an administrator is to be asked for; null where they cannot help. */
export type AdminMessageOf = (
  error: AppError,
  desired: Omit<DesiredSignIn, "account">,
) => AdminMessage | null;

/** What follows when a sign-in ends. */
export interface SignInEnd {
  /** Shows it, admits who came, and does what it was for where nobody else waits for that. */
  take(result: Result<Account>, desired: DesiredSignIn | null): Promise<Result<undefined>>;
  /** What it failed for is there after all. */
  overcome(desired: DesiredSignIn | null): Promise<Result<undefined>>;
  /** Whoever begins one waits for it; what the last one was for is forgotten. */
  forget(): void;
}

export function createSignInEnd(
  screen: SignInScreen,
  session: Pick<Session, "admit">,
  adminMessage: AdminMessageOf,
  log: Log,
): SignInEnd {
  /** Nobody waits any more for what it was for. */
  let isLate = false;

  function failWith(error: AppError, desired: DesiredSignIn | null): Result<undefined> {
    isLate = error.kind !== "cancelled";
    screen.show(
      isLate
        ? { kind: "failed", error, adminMessage: desired && adminMessage(error, desired) }
        : { kind: "idle" },
    );
    return fail(error);
  }

  async function goOn(desired: DesiredSignIn | null): Promise<Result<undefined>> {
    screen.show({ kind: "idle" });
    const later = isLate ? desired?.onLater : undefined;
    isLate = false;
    return later ? later() : ok(undefined);
  }

  return {
    async take(result, desired) {
      screen.leavePage();
      if (!result.ok) {
        log.warn("sign-in-failed", { kind: result.error.kind });
        return failWith(result.error, desired);
      }
      // Before the wait is over: whoever sees its end sees who came.
      session.admit(result.value);
      // A guest is kept, so that the list can say why they cannot be chosen.
      return result.value.kind === "member"
        ? goOn(desired)
        : failWith({ kind: "guest-account" }, desired);
    },
    overcome: goOn,
    forget() {
      isLate = false;
    },
  };
}
