import { fail, ok } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/ipc.ts";
import type { Account } from "../../contract/state.ts";
import type { HandlersDependencies } from "./handlers.ts";
import { signOut } from "./sign-out.ts";

type AccountRequests =
  | "signIn"
  | "addAccount"
  | "cancelSignIn"
  | "signInWithCode"
  | "retrySignIn"
  | "reopenSignInPage"
  | "copySignInAddress"
  | "copySignInCode"
  | "dismissSignIn"
  | "chooseAccount"
  | "signOut"
  | "forgetEverything"
  | "changeAccountDefaults";

/** Who is signed in, and signing in and out. */
export function createAccountHandlers(
  dependencies: HandlersDependencies,
): Pick<Handlers, AccountRequests> {
  const { store, workspace, opener, clipboard, changeAccountDefaults } = dependencies;
  const { session, signIn } = workspace;
  const find = (accountId: string) =>
    session.known().find(({ account }) => account.id === accountId) ?? null;
  const again = (account: Account) =>
    signIn.begin({ account, organisationId: account.organisationId });
  const copy = async (text: string | null) =>
    text === null ? fail({ kind: "not-signed-in" }) : clipboard.writeText(text);

  return {
    async signIn({ accountId }) {
      if (accountId !== null) {
        const known = find(accountId);
        return known ? again(known.account) : fail({ kind: "not-signed-in" });
      }
      const state = store.read().session;
      if (state.kind === "expired") return again(state.account);
      if (state.kind === "signed-out" && state.error?.kind === "keyring-locked") {
        await session.restore();
        // The keyring opened: nobody needs to sign in.
        if (session.account()) return ok(undefined);
      }
      const { organisations } = store.read();
      const last = organisations.find(({ id }) => id === signIn.organisationId());
      const organisation = last ?? organisations[0];
      if (!organisation) return fail({ kind: "not-set-up" });
      return signIn.begin({ account: null, organisationId: organisation.id });
    },
    addAccount: ({ organisationId }) => signIn.begin({ account: null, organisationId }),
    cancelSignIn: () => signIn.cancel(),
    signInWithCode: () => signIn.useCode(),
    retrySignIn: (options) => signIn.retry(options),
    reopenSignInPage: () => signIn.reopenPage(),
    copySignInAddress: () => copy(signIn.address()),
    copySignInCode: () => copy(signIn.userCode()),
    async dismissSignIn() {
      signIn.dismiss();
      return ok(undefined);
    },
    chooseAccount: async ({ accountId }) => session.choose(accountId),
    async signOut({ accountId, atMicrosoft }) {
      const known = find(accountId);
      if (!known) return fail({ kind: "not-signed-in" });
      const descriptor = workspace.descriptor(known.account.organisationId);
      const signedOut = await signOut(accountId, dependencies);
      if (!signedOut.ok) return signedOut;
      if (!atMicrosoft || signedOut.value === null || !descriptor) return ok(undefined);
      const opened = await opener.openSignInPage(signedOut.value, descriptor);
      return opened ? ok(undefined) : fail({ kind: "browser-not-opened" });
    },
    forgetEverything: () => dependencies.forgetEverything(),
    async changeAccountDefaults({ accountId, ...defaults }) {
      const known = find(accountId);
      return known ? changeAccountDefaults(known.key, defaults) : fail({ kind: "not-signed-in" });
    },
  };
}
