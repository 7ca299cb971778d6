import * as v from "valibot";

import { organisationDraft } from "../drafts.ts";
import { accountDefaults } from "../settings/schemas.ts";
import { id, request } from "./request.ts";

/** Who is signed in, where, and how. */
export const accountRequests = {
  /** Without an account: whoever is chosen, or the first to come. */
  signIn: request(["window", "tray"], { input: v.strictObject({ accountId: v.nullable(id) }) }),
  addAccount: request(["window", "tray"], { input: v.strictObject({ organisationId: id }) }),
  cancelSignIn: request(["window", "tray"]),
  /** Instead of the browser of this computer: a code to type on any device. */
  signInWithCode: request(["window"]),
  /** Instead of a code, also after one that came to nothing. */
  signInWithBrowser: request(["window"]),
  reopenSignInPage: request(["window"]),
  copySignInAddress: request(["window"]),
  copySignInCode: request(["window"]),
  dismissSignIn: request(["window"]),
  /** The sign-in that failed once more, in the way it was tried, for the same person or for another one. */
  retrySignIn: request(["window"], { input: v.strictObject({ asSomebodyElse: v.boolean() }) }),
  /** Whoever came in place of who was asked for signs in as themselves. */
  admitWhoCame: request(["window"]),
  copyAdminMessage: request(["window"]),
  mailAdminMessage: request(["window"]),
  openApprovalPage: request(["window"]),
  openPersonalTeams: request(["window"]),
  chooseAccount: request(["window", "tray"], { input: v.strictObject({ accountId: id }) }),
  signOut: request(["window", "tray"], {
    input: v.strictObject({ accountId: id, atMicrosoft: v.boolean() }),
  }),
  /** Everybody is signed out, and all that is kept on this computer goes. */
  forgetEverything: request(["window"]),
  changeAccountDefaults: request(["window"], {
    input: v.strictObject({ accountId: id, ...accountDefaults.entries }),
  }),
  saveOrganisation: request(["window"], {
    input: v.strictObject({ id: v.nullable(id), ...organisationDraft.entries }),
  }),
  removeOrganisation: request(["window"], { input: v.strictObject({ id }) }),
  chooseSampleOrganisation: request(["window", "tray"]),
};
