import type { AppState, Cloud } from "./state.ts";

/**
 * What a national cloud lacks is said before it is tried.
 * @see https://learn.microsoft.com/graph/api/onlinemeeting-createorget#national-cloud-deployments
 */
export const lacksMeetings = (cloud: Cloud): boolean => cloud === "china";

/** Whether new meetings can be made at all by whoever organises now. */
export function organiserLacksMeetings({
  session,
  organisations,
}: Pick<AppState, "session" | "organisations">): boolean {
  if (session.kind !== "signed-in" && session.kind !== "expired") return false;
  const { organisationId } = session.account;
  const organisation = organisations.find(({ id }) => id === organisationId);
  return organisation?.kind === "own" && lacksMeetings(organisation.cloud);
}
