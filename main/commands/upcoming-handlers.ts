import { fail, type Result } from "../contract/errors.ts";
import type { Handlers } from "../contract/ipc.ts";
import type { CalendarEntry } from "../graph/event-answer.ts";
import type { HandlersDependencies } from "./handlers.ts";
import { openMeeting } from "./open-meeting.ts";

type UpcomingRequests =
  | "showUpcoming"
  | "hideUpcoming"
  | "refreshUpcoming"
  | "joinUpcoming"
  | "copyUpcoming"
  | "openInOutlook";

/** The meetings of the calendar. Windows name one; where it leads only main knows. */
export function createUpcomingHandlers(
  dependencies: HandlersDependencies,
): Pick<Handlers, UpcomingRequests> {
  const { workspace, opener, clipboard, changeSettings } = dependencies;
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
      having(id, "joinUrl", (joinUrl) => openMeeting(dependencies, joinUrl, "teams")),
    copyUpcoming: ({ id }) => having(id, "joinUrl", (joinUrl) => clipboard.writeText(joinUrl)),
    openInOutlook: ({ id }) => having(id, "webLink", (webLink) => opener.openOutlook(webLink)),
  };
}
