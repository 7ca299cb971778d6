import * as v from "valibot";

import { organisationDraft } from "../drafts.ts";
import { adminMessage } from "../state.ts";
import { accountDefaults } from "../settings/schemas.ts";
import { rates } from "./rates.ts";
import { id, request } from "./request.ts";

/** Who is signed in, where, and how. */
export const accountRequests = {
  /** Without an account: whoever is chosen, or the first to come. */
  signIn: request(["window", "tray"], {
    needs: "gesture",
    rate: rates.weighty,
    input: v.strictObject({ accountId: v.nullable(id) }),
  }),
  addAccount: request(["window", "tray"], {
    needs: "gesture",
    rate: rates.weighty,
    input: v.strictObject({ organisationId: id }),
  }),
  cancelSignIn: request(["window", "tray"], { needs: "nothing", rate: rates.acting }),
  /** Instead of the browser of this computer: a code to type on any device. */
  signInWithCode: request(["window"], { needs: "gesture", rate: rates.weighty }),
  /** Instead of a code, also after one that came to nothing. */
  signInWithBrowser: request(["window"], { needs: "gesture", rate: rates.weighty }),
  reopenSignInPage: request(["window"], { needs: "gesture", rate: rates.weighty }),
  copySignInAddress: request(["window"], { needs: "gesture", rate: rates.acting }),
  copySignInCode: request(["window"], { needs: "gesture", rate: rates.acting }),
  dismissSignIn: request(["window"], { needs: "nothing", rate: rates.drawing }),
  /** The sign-in that failed once more, in the way it was tried, for the same person or for another one. */
  retrySignIn: request(["window"], {
    needs: "gesture",
    rate: rates.weighty,
    input: v.strictObject({ asSomebodyElse: v.boolean() }),
  }),
  /** Whoever came in place of who was asked for signs in as themselves. */
  admitWhoCame: request(["window"], { needs: "gesture", rate: rates.weighty }),
  copyAdminMessage: request(["window"], { needs: "gesture", rate: rates.acting }),
  mailAdminMessage: request(["window"], { needs: "gesture", rate: rates.weighty }),
  openApprovalPage: request(["window"], { needs: "gesture", rate: rates.weighty }),
  openPersonalTeams: request(["window"], { needs: "gesture", rate: rates.weighty }),
  chooseAccount: request(["window", "tray"], {
    needs: "gesture",
    rate: rates.acting,
    input: v.strictObject({ accountId: id }),
  }),
  signOut: request(["window", "tray"], {
    needs: "gesture",
    rate: rates.weighty,
    input: v.strictObject({ accountId: id, atMicrosoft: v.boolean() }),
  }),
  /** All who are known here, one after the other. */
  signOutEverybody: request(["window"], { needs: "gesture", rate: rates.weighty, asks: true }),
  /** Everybody is signed out, and all that is kept on this computer goes. */
  forgetEverything: request(["window"], { needs: "gesture", rate: rates.seldom, asks: true }),
  changeAccountDefaults: request(["window"], {
    needs: "presence",
    rate: rates.drawing,
    input: v.strictObject({ accountId: id, ...accountDefaults.entries }),
  }),
  saveOrganisation: request(["window"], {
    needs: "gesture",
    rate: rates.weighty,
    asks: true,
    input: v.strictObject({ id: v.nullable(id), ...organisationDraft.entries }),
  }),
  removeOrganisation: request(["window"], {
    needs: "gesture",
    rate: rates.weighty,
    asks: true,
    input: v.strictObject({ id }),
  }),
  /** Of a file the person chooses; nothing is added by it. Null where they choose none. */
  openSetUpFile: request(["window"], {
    needs: "gesture",
    rate: rates.weighty,
    answer: v.nullable(organisationDraft),
  }),
  /** What to send to an admin who has not heard of the app. */
  getSetUpRequest: request(["window"], {
    needs: "nothing",
    rate: rates.drawing,
    answer: adminMessage,
  }),
  copySetUpRequest: request(["window"], { needs: "gesture", rate: rates.acting }),
  mailSetUpRequest: request(["window"], { needs: "gesture", rate: rates.weighty }),
  chooseSampleOrganisation: request(["window", "tray"], { needs: "gesture", rate: rates.weighty }),
};
