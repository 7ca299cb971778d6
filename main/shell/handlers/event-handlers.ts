import type { EventAccess } from "../../calendar/event-access.ts";
import type { InviteeTimes } from "../../calendar/invitee-times.ts";
import { ok } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/requests/vocabulary.ts";
import { splitAddresses } from "../../graph/people.ts";

export interface EventHandlersDependencies {
  readonly eventAccess: EventAccess;
  readonly inviteeTimes: Pick<InviteeTimes, "read">;
}

/** What the form of a calendar event needs beyond that of a link. */
export const createEventHandlers = ({ eventAccess, inviteeTimes }: EventHandlersDependencies) =>
  ({
    checkCalendar: () => eventAccess.checkCalendar(),
    allowCalendar: () => eventAccess.allowCalendar(),
    allowPeople: () => eventAccess.allowPeople(),
    searchPeople: ({ text }) => eventAccess.searchPeople(text),
    checkInvitees: async ({ text }) => ok(splitAddresses(text)),
    readInviteeTimes: (question) => inviteeTimes.read(question),
  }) satisfies Partial<Handlers>;
