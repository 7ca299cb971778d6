import { checkOrganisation } from "../auth/clouds.ts";
import { fail, type Result } from "../contract/errors.ts";
import type { Handlers } from "../contract/ipc.ts";
import type { Organisation } from "../contract/state.ts";
import type { HandlersDependencies } from "./handlers.ts";

/** Remembers the organisations and opens them. */
export type SetOrganisations = (
  organisations: readonly Organisation[],
) => Promise<Result<undefined>>;

type OrganisationRequests = "saveOrganisation" | "removeOrganisation" | "chooseSampleOrganisation";

/** Which app registrations there are to sign in with. */
export function createOrganisationHandlers({
  store,
  workspace,
  setOrganisations,
  newId,
}: HandlersDependencies): Pick<Handlers, OrganisationRequests> {
  const { session } = workspace;

  /** Tokens of another client or tenant are of no use: who was signed in there is signed out first. */
  async function signOutAll(organisationId: string): Promise<Result<undefined> | null> {
    for (const { account } of session.known()) {
      if (account.organisationId !== organisationId) continue;
      const signedOut = await session.signOut(account.id);
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
      if (!before) return setOrganisations([...all, next]);
      const isSame =
        before.kind === "own" &&
        before.clientId === clientId &&
        before.tenant === tenant &&
        before.cloud === cloud;
      const problem = isSame ? null : await signOutAll(before.id);
      return problem ?? setOrganisations(all.map((one) => (one === before ? next : one)));
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
