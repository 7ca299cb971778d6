import { joinHosts } from "../../base/clouds.ts";
import type { Result } from "../../contract/errors.ts";
import { teamsAddress } from "../../handover/teams-address.ts";
import type { HandlersDependencies } from "./handlers.ts";

export interface OpenMeetingDependencies extends Pick<HandlersDependencies, "store"> {
  readonly opener: Pick<HandlersDependencies["opener"], "openJoinUrl" | "openTeams">;
}

/** In the Teams app where there is one, else in the browser. Errors: browser-not-opened, unknown-meeting. */
export function openMeeting(
  { store, opener }: OpenMeetingDependencies,
  joinUrl: string,
  where: "teams" | "browser",
): Promise<Result<undefined>> {
  // There is no Teams app for Linux that takes these addresses.
  const isApp = where === "teams" && store.read().platform !== "linux";
  const address = isApp ? teamsAddress(joinUrl, joinHosts) : null;
  return address === null ? opener.openJoinUrl(joinUrl) : opener.openTeams(address);
}
