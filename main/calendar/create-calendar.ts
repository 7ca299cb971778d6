import { joinHosts } from "../base/clouds.ts";
import type { Session } from "../auth/session.ts";
import type { SignInFlow } from "../auth/sign-in/sign-in-flow.ts";
import { fail, type Result } from "../contract/errors.ts";
import type { Account } from "../contract/state.ts";
import { createCalendarEvents } from "../graph/calendar-events.ts";
import type { Graph, GraphCall, GraphDependencies } from "../graph/client.ts";
import { askPermission } from "./ask-permission.ts";
import type { Dismissed } from "./dismissed.ts";
import { createPatience } from "./patience.ts";
import { createReminders, type Reminders } from "./reminders.ts";
import { createUpcoming, type UpcomingCalendar, type UpcomingDependencies } from "./upcoming.ts";

export interface Calendar
  extends Omit<UpcomingCalendar, "setAsking" | "redraw">, Pick<Reminders, "snooze"> {
  /**
   * Goes on with `onAllowed`, also after a sign-in that failed and was tried again. Errors: whatever ends a sign-in;
   * not-signed-in. Who said yes once is not asked again.
   */
  askPermission(onAllowed: () => Promise<Result<undefined>>): Promise<Result<undefined>>;
  /** Out of the way until it is over. Errors: unknown-meeting, disk-failed. */
  dismiss(id: string): Result<undefined>;
  restore(id: string): Result<undefined>;
}

export interface CalendarDependencies extends Omit<
  UpcomingDependencies,
  "read" | "isSignedIn" | "isDismissed"
> {
  readonly dismissed: Dismissed;
  readonly session: Session;
  readonly signIn: SignInFlow;
  readonly graphOf: (account: Account, token: GraphDependencies["token"]) => Graph;
}

/** The calendar of whoever organises, read with a permission that no meeting needs. */
export function createCalendar(dependencies: CalendarDependencies): Calendar {
  const { session, signIn, store, graphOf, clock, log, random, dismissed } = dependencies;
  const reminders = createReminders({ store, clock });
  const upcoming = createUpcoming({
    store,
    clock,
    log,
    random,
    isDismissed: (account, entry) => dismissed.has(account.id, entry),
    async read(account, { from, to, timeZone, signal }) {
      const permissions = ["calendar-read"] as const;
      const accountId = account.id;
      const graph = graphOf(account, (demand) =>
        session.token({ accountId, permissions, ...demand }),
      );
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

  function change(id: string, how: "add" | "remove"): Result<undefined> {
    const found = upcoming.find(id);
    if (!found) return fail({ kind: "unknown-meeting" });
    const saved = dismissed[how](found.account.id, found.entry);
    upcoming.redraw();
    return saved;
  }

  return {
    ...upcoming,
    snooze: (id) => reminders.snooze(id),
    dismiss: (id) => change(id, "add"),
    restore: (id) => change(id, "remove"),
    askPermission: (onAllowed) =>
      askPermission({
        session,
        signIn,
        store,
        permission: "calendar-read",
        onAllowed,
        onAsking: upcoming.setAsking,
      }),
    wake() {
      upcoming.wake();
      reminders.wake();
    },
    close() {
      upcoming.close();
      reminders.close();
    },
  };
}
