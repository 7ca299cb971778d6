import type { ExtraPermission } from "../auth/permissions.ts";
import type { Session } from "../auth/session.ts";
import type { SignInFlow } from "../auth/sign-in-flow.ts";
import { fail, ok, type Result } from "../contract/errors.ts";
import type { AppState } from "../contract/state.ts";
import type { ObservableStore } from "../store.ts";

export interface AskPermissionDependencies {
  readonly session: Pick<Session, "account" | "token">;
  readonly signIn: Pick<SignInFlow, "begin">;
  readonly store: ObservableStore;
  readonly permission: ExtraPermission;
  /** Told when the person has to answer, and when they have. */
  readonly onAsking?: (isAsking: boolean) => void;
}

/** Asks for a permission of whoever organises: Microsoft first, and the person only where it was never allowed. */
export async function askPermission(
  dependencies: AskPermissionDependencies,
): Promise<Result<undefined>> {
  const { session, signIn, store, permission, onAsking } = dependencies;
  const account = session.account();
  if (!account) return fail({ kind: "not-signed-in" });
  const silent = await silently(session, account.id, permission);
  // Only that the person is missing is a reason to send them to the browser.
  if (silent.ok || silent.error.kind !== "sign-in-again") return silent;
  onAsking?.(true);
  try {
    const { organisationId } = account;
    const asked = await signIn.begin({ organisationId, account, permissions: [permission] });
    const signedIn = asked.ok ? asked : await otherwise(store, asked);
    if (!signedIn.ok) return signedIn;
    // Another sign-in may have been waiting already, or somebody else signed in.
    const who = session.account();
    return who ? await silently(session, who.id, permission) : fail({ kind: "not-signed-in" });
  } finally {
    onAsking?.(false);
  }
}

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
