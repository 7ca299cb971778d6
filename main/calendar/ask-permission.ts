import type { ExtraPermission } from "../auth/permissions.ts";
import type { Session } from "../auth/session.ts";
import type { SignInFlow } from "../auth/sign-in/sign-in-flow.ts";
import { fail, ok, type Result } from "../contract/errors.ts";
import type { AppState } from "../contract/state.ts";
import type { ObservableStore } from "../base/store.ts";

export interface AskPermissionDependencies {
  readonly session: Pick<Session, "account" | "token">;
  readonly signIn: Pick<SignInFlow, "begin">;
  readonly store: ObservableStore;
  readonly permission: ExtraPermission;
  /** What the permission is for: done once it is there, also where the sign-in failed first and was tried again. */
  readonly onAllowed: () => Promise<Result<undefined>>;
  /** Told when the person has to answer, and when they have. */
  readonly onAsking?: (isAsking: boolean) => void;
}

/** Asks for a permission of whoever organises: Microsoft first, and the person only where it was never allowed. */
export async function askPermission(
  dependencies: AskPermissionDependencies,
): Promise<Result<undefined>> {
  const { session, signIn, store, permission, onAllowed, onAsking } = dependencies;
  async function goOn(): Promise<Result<undefined>> {
    // Another sign-in may have been waiting already, or somebody else signed in.
    const who = session.account();
    const allowed = who ? await silently(session, who.id, permission) : notSignedIn;
    return allowed.ok ? onAllowed() : allowed;
  }
  const account = session.account();
  if (!account) return notSignedIn;
  const silent = await silently(session, account.id, permission);
  // Only that the person is missing is a reason to send them to the browser.
  if (silent.ok) return onAllowed();
  if (silent.error.kind !== "sign-in-again") return silent;
  onAsking?.(true);
  try {
    const { organisationId } = account;
    const permissions = [permission];
    const asked = await signIn.begin({ organisationId, account, permissions, onLater: goOn });
    const signedIn = asked.ok ? asked : await otherwise(store, asked);
    return signedIn.ok ? await goOn() : signedIn;
  } finally {
    onAsking?.(false);
  }
}

const notSignedIn = fail({ kind: "not-signed-in" });

/** Whether a token with this permission can be had without the person. */
export async function silently(
  session: AskPermissionDependencies["session"],
  accountId: string,
  permission: ExtraPermission,
): Promise<Result<undefined>> {
  const token = await session.token({ accountId, forceRefresh: false, permissions: [permission] });
  return token.ok ? ok(undefined) : token;
}

/** The browser may have been left for a code: then that decides. */
async function otherwise(
  store: ObservableStore,
  left: Result<undefined>,
): Promise<Result<undefined>> {
  if (!isWaiting(store.read())) return left;
  const ended = Promise.withResolvers<AppState["signIn"]>();
  const stop = store.subscribe((state) => {
    if (!isWaiting(state)) ended.resolve(state.signIn);
  });
  const signIn = await ended.promise;
  stop();
  return signIn.kind === "failed" ? fail(signIn.error) : ok(undefined);
}

const isWaiting = ({ signIn }: AppState): boolean =>
  signIn.kind === "browser" || signIn.kind === "code";
