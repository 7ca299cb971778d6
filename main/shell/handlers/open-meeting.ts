import { joinHosts } from "../../base/clouds.ts";
import type { Opener } from "../../base/opener.ts";
import type { Result } from "../../contract/errors.ts";
import type { AppState } from "../../contract/state.ts";
import { teamsAddress } from "../../handover/teams-address.ts";

export interface OpenMeetingDependencies {
  readonly platform: AppState["platform"];
  readonly opener: Pick<Opener, "openJoinUrl" | "openTeams">;
}

/** In the Teams app where there is one, else in the browser. Errors: browser-not-opened, unknown-meeting. */
export type OpenMeeting = (
  joinUrl: string,
  where: "teams" | "browser",
) => Promise<Result<undefined>>;

export const createOpenMeeting =
  ({ platform, opener }: OpenMeetingDependencies): OpenMeeting =>
  (joinUrl, where) => {
    // There is no Teams app for Linux that takes these addresses.
    const isApp = where === "teams" && platform !== "linux";
    const address = isApp ? teamsAddress(joinUrl, joinHosts) : null;
    return address === null ? opener.openJoinUrl(joinUrl) : opener.openTeams(address);
  };
