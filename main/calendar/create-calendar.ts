import { joinHosts } from "../auth/clouds.ts";
import type { Session } from "../auth/session.ts";
import type { SignInFlow } from "../auth/sign-in-flow.ts";
import { fail, type Result } from "../contract/errors.ts";
import type { Account } from "../contract/state.ts";
import { createCalendarEvents } from "../graph/calendar-events.ts";
import type { Graph, GraphCall, GraphDependencies } from "../graph/client.ts";
import { askPermission } from "./ask-permission.ts";
import { createPatience } from "./patience.ts";
import { createUpcoming, type UpcomingCalendar, type UpcomingDependencies } from "./upcoming.ts";

export interface Calendar extends Omit<UpcomingCalendar, "setAsking"> {
  /** Errors: whatever ends a sign-in; not-signed-in. Who said yes once is not asked again. */
  askPermission(): Promise<Result<undefined>>;
}

export interface CalendarDependencies extends Omit<UpcomingDependencies, "read" | "isSignedIn"> {
  readonly session: Session;
  readonly signIn: SignInFlow;
  readonly graphOf: (account: Account, token: GraphDependencies["token"]) => Graph;
}

/** The calendar of whoever organises, read with a permission that no meeting needs. */
export function createCalendar(dependencies: CalendarDependencies): Calendar {
  const { session, graphOf, clock } = dependencies;
  const upcoming = createUpcoming({
    ...dependencies,
    async read(account, { from, to, timeZone, signal }) {
      const permissions = ["calendar-read"] as const;
      const accountId = account.id;
      const graph = graphOf(account, (wish) => session.token({ accountId, permissions, ...wish }));
      // What is known is shown until Microsoft has time.
      const patience = createPatience(signal, clock);
      const impatient = (call: GraphCall) => graph({ ...call, ...patience.options });
      const events = createCalendarEvents({ graph: impatient, joinHosts });
      const answer = await events.view(from, to, timeZone);
      const error = patience.error();
      return answer.ok || error === null ? answer : fail(error);
    },
    isSignedIn: async ({ id: accountId }) =>
      (await session.token({ accountId, forceRefresh: true })).ok,
  });
  return {
    ...upcoming,
    askPermission: () =>
      askPermission({
        ...dependencies,
        permission: "calendar-read",
        onAsking: upcoming.setAsking,
      }),
  };
}
