import { checkOrganisation } from "../../base/clouds.ts";
import { fail, type Result } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/ipc.ts";
import type { Organisation } from "../../contract/state.ts";
import type { HandlersDependencies } from "./handlers.ts";
import { signOut } from "./sign-out.ts";

/** Remembers the organisations and opens them. */
export type SetOrganisations = (
  organisations: readonly Organisation[],
) => Promise<Result<undefined>>;

type OrganisationRequests = "saveOrganisation" | "removeOrganisation" | "chooseSampleOrganisation";

/** Which app registrations there are to sign in with. */
export function createOrganisationHandlers(
  dependencies: HandlersDependencies,
): Pick<Handlers, OrganisationRequests> {
  const { store, workspace, setOrganisations, newId } = dependencies;
  const { session, signIn } = workspace;

  /** Tokens of another client or tenant are of no use: who was signed in there is signed out first. */
  async function signOutAll(organisationId: string): Promise<Result<undefined> | null> {
    // Who signs in there now would come to an organisation that is no more.
    if (signIn.organisationId() === organisationId) await signIn.cancel();
    for (const { account } of session.known()) {
      if (account.organisationId !== organisationId) continue;
      const signedOut = await signOut(account.id, dependencies);
      if (!signedOut.ok) return signedOut;
    }
    return null;
  }

  return {
    async saveOrganisation({ id, cloud, ...draft }) {
      const clientId = draft.clientId.trim().toLowerCase();
      const tenant = draft.tenant.trim().toLowerCase();
      const problems = checkOrganisation({ clientId, tenant, cloud });
      if (problems) return fail({ kind: "invalid-organisation", problems });
      const all = store.read().organisations;
      const before = all.find((one) => one.id === id);
      const next: Organisation = {
        kind: "own",
        id: before?.id ?? newId(),
        clientId,
        tenant,
        cloud,
      };
      // Two of the same would write over each other's tokens.
      const twin = all.find((one) => one !== before && isSame(one, next));
      if (!before) return setOrganisations(twin ? all : [...all, next]);
      const problem = isSame(before, next) ? null : await signOutAll(before.id);
      if (problem) return problem;
      const others = twin ? all.filter((one) => one !== before) : all;
      return setOrganisations(others.map((one) => (one === before ? next : one)));
    },
    async removeOrganisation({ id }) {
      const problem = await signOutAll(id);
      return problem ?? setOrganisations(store.read().organisations.filter((one) => one.id !== id));
    },
    async chooseSampleOrganisation() {
      const { sampleAvailable, organisations } = store.read();
      if (!sampleAvailable) return fail({ kind: "not-set-up" });
      const others = organisations.filter(({ kind }) => kind !== "sample");
      return setOrganisations([...others, { kind: "sample", id: "sample" }]);
    },
  };
}

const isSame = (one: Organisation, other: Organisation): boolean =>
  one.kind === "own" &&
  other.kind === "own" &&
  one.clientId === other.clientId &&
  one.tenant === other.tenant &&
  one.cloud === other.cloud;
