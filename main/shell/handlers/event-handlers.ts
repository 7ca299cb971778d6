import { ok } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/ipc.ts";
import { splitAddresses } from "../../graph/people.ts";
import type { HandlersDependencies } from "./handlers.ts";

type EventRequests =
  | "checkCalendar"
  | "allowCalendar"
  | "allowPeople"
  | "searchPeople"
  | "checkInvitees"
  | "readInviteeTimes";

/** What the form of a calendar event needs beyond that of a link. */
export function createEventHandlers({
  workspace,
}: HandlersDependencies): Pick<Handlers, EventRequests> {
  const { eventAccess, inviteeTimes } = workspace;
  return {
    checkCalendar: () => eventAccess.checkCalendar(),
    allowCalendar: () => eventAccess.allowCalendar(),
    allowPeople: () => eventAccess.allowPeople(),
    searchPeople: ({ text }) => eventAccess.searchPeople(text),
    checkInvitees: async ({ text }) => ok(splitAddresses(text)),
    readInviteeTimes: (question) => inviteeTimes.read(question),
  };
}
