import * as v from "valibot";

import { organisationDraft } from "../drafts.ts";
import { accountDefaults } from "../settings/schemas.ts";
import { asks, id, nothing } from "./request.ts";

/** Who is signed in, where, and how. */
export const accountRequests = {
  /** Without an account: whoever is chosen, or the first to come. */
  signIn: asks()(v.strictObject({ accountId: v.nullable(id) })),
  addAccount: asks()(v.strictObject({ organisationId: id })),
  cancelSignIn: asks()(nothing),
  /** Instead of the browser of this computer: a code to type on any device. */
  signInWithCode: asks()(nothing),
  reopenSignInPage: asks()(nothing),
  copySignInAddress: asks()(nothing),
  copySignInCode: asks()(nothing),
  dismissSignIn: asks()(nothing),
  /** The sign-in that failed once more, for the same person or for another one. */
  retrySignIn: asks()(v.strictObject({ asSomebodyElse: v.boolean() })),
  copyAdminMessage: asks()(nothing),
  mailAdminMessage: asks()(nothing),
  openApprovalPage: asks()(nothing),
  openPersonalTeams: asks()(nothing),
  chooseAccount: asks()(v.strictObject({ accountId: id })),
  signOut: asks()(v.strictObject({ accountId: id, atMicrosoft: v.boolean() })),
  /** Everybody is signed out, and all that is kept on this computer goes. */
  forgetEverything: asks()(nothing),
  changeAccountDefaults: asks()(v.strictObject({ accountId: id, ...accountDefaults.entries })),
  saveOrganisation: asks()(v.strictObject({ id: v.nullable(id), ...organisationDraft.entries })),
  removeOrganisation: asks()(v.strictObject({ id })),
  chooseSampleOrganisation: asks()(nothing),
};
