import { joinHosts } from "../auth/clouds.ts";
import { fail, type Result } from "../contract/errors.ts";
import type { Handlers } from "../contract/ipc.ts";
import type { CalendarEntry } from "../graph/event-answer.ts";
import { teamsAddress } from "../handover/teams-address.ts";
import type { HandlersDependencies } from "./handlers.ts";

type UpcomingRequests =
  | "showUpcoming"
  | "hideUpcoming"
  | "refreshUpcoming"
  | "joinUpcoming"
  | "copyUpcoming"
  | "openInOutlook";

/** The meetings of the calendar. Windows name one; where it leads only main knows. */
export function createUpcomingHandlers({
  store,
  workspace,
  opener,
  clipboard,
  changeSettings,
}: HandlersDependencies): Pick<Handlers, UpcomingRequests> {
  const { calendar } = workspace;

  async function having(
    id: string,
    address: "joinUrl" | "webLink",
    work: (address: string) => Promise<Result<undefined>>,
  ): Promise<Result<undefined>> {
    const found: CalendarEntry | null = calendar.find(id);
    const url = found?.[address] ?? null;
    return url === null ? fail({ kind: "unknown-meeting" }) : work(url);
  }

  return {
    async showUpcoming() {
      const allowed = await calendar.askPermission();
      if (!allowed.ok) return allowed;
      const saved = await changeSettings({ showUpcoming: true });
      // Its own failures are shown where the meetings would be.
      void calendar.refresh();
      return saved;
    },
    hideUpcoming: () => changeSettings({ showUpcoming: false }),
    refreshUpcoming: () => calendar.refresh(),
    joinUpcoming: ({ id }) =>
      having(id, "joinUrl", async (joinUrl) => {
        // There is no Teams app for Linux that takes these addresses.
        const isApp = store.read().platform !== "linux";
        const address = isApp ? teamsAddress(joinUrl, joinHosts) : null;
        return address === null ? opener.openJoinUrl(joinUrl) : opener.openTeams(address);
      }),
    copyUpcoming: ({ id }) => having(id, "joinUrl", (joinUrl) => clipboard.writeText(joinUrl)),
    openInOutlook: ({ id }) => having(id, "webLink", (webLink) => opener.openOutlook(webLink)),
  };
}
