import { checkOrganisation } from "../../base/clouds.ts";
import { fail, type Result } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/requests/vocabulary.ts";
import type { Session } from "../../auth/session.ts";
import type { SignInFlow } from "../../auth/sign-in/sign-in-flow.ts";
import {
  isSameRegistration,
  type Organisations,
  ownOrganisation,
  sampleOrganisation,
} from "../organisations.ts";
import type { SignOut } from "./sign-out.ts";

export interface OrganisationHandlersDependencies {
  readonly organisations: Organisations;
  readonly session: Pick<Session, "known">;
  readonly signIn: Pick<SignInFlow, "desired" | "cancel">;
  readonly signOut: SignOut;
  readonly newId: () => string;
}

/** Which app registrations there are to sign in with. */
export function createOrganisationHandlers({
  organisations,
  session,
  signIn,
  signOut,
  newId,
}: OrganisationHandlersDependencies) {
  /** Who was signed in there is signed out first. */
  async function signOutAll(organisationId: string): Promise<Result<undefined> | null> {
    // Who signs in there now would come to an organisation that is no more.
    if (signIn.desired()?.organisationId === organisationId) await signIn.cancel();
    for (const { account } of session.known()) {
      if (account.organisationId !== organisationId) continue;
      const signedOut = await signOut(account.id);
      if (!signedOut.ok) return signedOut;
    }
    return null;
  }

  return {
    async saveOrganisation({ id, ...draft }) {
      const all = organisations.all();
      const before = all.find((one) => one.id === id);
      const next = ownOrganisation(before?.id ?? newId(), draft);
      const problems = checkOrganisation(next);
      if (problems) return fail({ kind: "invalid-organisation", problems });
      // Two of the same would write over each other's tokens.
      const twin = all.find((one) => one !== before && isSameRegistration(one, next));
      if (!before) return organisations.set(twin ? all : [...all, next]);
      const problem = isSameRegistration(before, next) ? null : await signOutAll(before.id);
      if (problem) return problem;
      const others = twin ? all.filter((one) => one !== before) : all;
      return organisations.set(others.map((one) => (one === before ? next : one)));
    },
    async removeOrganisation({ id }) {
      const problem = await signOutAll(id);
      return problem ?? organisations.set(organisations.all().filter((one) => one.id !== id));
    },
    async chooseSampleOrganisation() {
      if (!organisations.isSampleOffered) return fail({ kind: "not-set-up" });
      const others = organisations.all().filter(({ kind }) => kind !== "sample");
      return organisations.set([...others, sampleOrganisation]);
    },
  } satisfies Partial<Handlers>;
}
