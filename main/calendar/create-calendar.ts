import { joinHosts } from "../auth/clouds.ts";
import type { Session } from "../auth/session.ts";
import type { SignInFlow } from "../auth/sign-in-flow.ts";
import type { Clock } from "../clock.ts";
import { type AppError, fail, type Result } from "../contract/errors.ts";
import type { Account } from "../contract/state.ts";
import { createCalendarEvents } from "../graph/calendar-events.ts";
import type { Graph, GraphCall, GraphDependencies } from "../graph/client.ts";
import { askPermission } from "./ask-permission.ts";
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
      const impatient = withoutPatience(graph, signal, clock);
      const events = createCalendarEvents({ graph: impatient.graph, joinHosts });
      const answer = await events.view(from, to, timeZone);
      const error = impatient.error();
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

const patienceMilliseconds = 10_000;

/** Nobody waits at a countdown for this, as for a meeting: what is known is shown until Microsoft has time. */
function withoutPatience(graph: Graph, signal: AbortSignal, clock: Clock) {
  const gaveUp = new AbortController();
  let error: AppError | null = null;
  return {
    error: () => error,
    graph: (call: GraphCall) =>
      graph({
        ...call,
        signal: AbortSignal.any([signal, gaveUp.signal]),
        onWait(retryAt) {
          const milliseconds = retryAt - clock.now();
          if (milliseconds <= patienceMilliseconds) return;
          const retryAfterSeconds = Math.ceil(milliseconds / 1_000);
          error = { kind: "throttled", retryAfterSeconds, trace: null };
          gaveUp.abort();
        },
      }),
  };
}
