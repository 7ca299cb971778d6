import { joinHosts } from "../base/clouds.ts";
import type { ExtraPermission } from "../auth/permissions.ts";
import type { Session } from "../auth/session.ts";
import { organiserLacksMeetings } from "../contract/cloud-limits.ts";
import { fail, ok, type Result } from "../contract/errors.ts";
import type { Account } from "../contract/state.ts";
import { type CalendarEvents, createCalendarEvents } from "../graph/calendar-events.ts";
import { createGraph, type Graph, type GraphDependencies } from "../graph/client.ts";
import { createOnlineMeetings } from "../graph/online-meetings.ts";
import { createPeople } from "../graph/people.ts";
import { createSchedules, type Schedules } from "../graph/schedules.ts";
import type { ThrottleGate } from "../graph/throttle-gate.ts";
import type { Organiser } from "../meetings/fulfil.ts";
import type { OrganisationDescriptor } from "../base/organisation.ts";
import type { Store } from "../base/store.ts";

export interface OrganisersDependencies extends Omit<
  GraphDependencies,
  "baseUrl" | "token" | "gate"
> {
  readonly session: Session;
  readonly store: Store;
  readonly descriptor: (organisationId: string) => OrganisationDescriptor | null;
  /** By a name for the account and for what it asks. */
  readonly gates: (key: string) => ThrottleGate;
  /** Names an account in plain files without telling who it is. */
  readonly keyOf: (accountId: string) => string;
}

/** The people who can organise, each with Graph as they see it. */
export interface Organisers {
  /** Who organises new meetings. Errors: not-signed-in, cloud-lacks-meetings. */
  current(): Result<Organiser>;
  all(): readonly Organiser[];
  /** What whoever organises may see of other people's calendars. Errors: those of `current`. */
  schedules(): Result<{ readonly accountId: string; readonly schedules: Schedules }>;
  /** Outlook has limits of its own: a calendar it will not read keeps nobody from making meetings. */
  outlookOf(account: Account, token: GraphDependencies["token"]): Graph;
}

export function createOrganisers(dependencies: OrganisersDependencies): Organisers {
  const { session, store, descriptor, gates, keyOf } = dependencies;
  /** Whose calendars were seen to take Teams meetings, in this run. */
  const withTeams = new Set<string>();

  function graphOf(account: Account, gateKey: string, token: GraphDependencies["token"]): Graph {
    const { graphBaseUrl: baseUrl = "" } = descriptor(account.organisationId) ?? {};
    return createGraph({ ...dependencies, baseUrl, token, gate: gates(gateKey) });
  }

  const outlookOf = (account: Account, token: GraphDependencies["token"]) =>
    graphOf(account, `calendar-${keyOf(account.id)}`, token);

  const tokenWith =
    (accountId: string, permission: ExtraPermission): GraphDependencies["token"] =>
    async (demand) => {
      const token = await session.token({ accountId, permissions: [permission], ...demand });
      if (token.ok || token.error.kind !== "sign-in-again" || token.error.reason !== null)
        return token;
      // Microsoft did not say why: where the sign-in itself is fine, this permission is what is missing.
      const ordinary = await session.token({ accountId, forceRefresh: true });
      return ordinary.ok ? fail({ ...token.error, reason: "approval-needed" }) : token;
    };

  function organiserOf(account: Account, key: string): Organiser {
    const accountId = account.id;
    const graph = graphOf(account, key, (demand) => session.token({ accountId, ...demand }));
    const outlook = outlookOf(account, tokenWith(accountId, "calendar"));
    const calendar = createCalendarEvents({ graph: outlook, joinHosts });
    return {
      account,
      key,
      online: createOnlineMeetings({ graph, joinHosts }),
      calendar: { ...calendar, allowedProviders: askedOnce(key, calendar) },
      people: createPeople({ graph: outlookOf(account, tokenWith(accountId, "people")) }),
    };
  }

  const askedOnce =
    (key: string, calendar: CalendarEvents): CalendarEvents["allowedProviders"] =>
    async (options) => {
      if (withTeams.has(key)) return ok({ teams: true, preferred: null });
      const answer = await calendar.allowedProviders(options);
      // A no is asked again: an administrator may have changed it.
      if (answer.ok && answer.value.teams) withTeams.add(key);
      return answer;
    };

  function currentAccount(): Result<Account> {
    const account = session.account();
    if (!account) return fail({ kind: "not-signed-in" });
    return organiserLacksMeetings(store.read())
      ? fail({ kind: "cloud-lacks-meetings" })
      : ok(account);
  }

  return {
    outlookOf,
    all: () =>
      session
        .known()
        .filter(({ problem, account }) => problem === null && account.kind === "member")
        .map(({ account, key }) => organiserOf(account, key)),
    current() {
      const account = currentAccount();
      return account.ok ? ok(organiserOf(account.value, keyOf(account.value.id))) : account;
    },
    schedules() {
      const account = currentAccount();
      if (!account.ok) return account;
      const accountId = account.value.id;
      const graph = outlookOf(account.value, tokenWith(accountId, "calendar"));
      return ok({ accountId, schedules: createSchedules({ graph }) });
    },
  };
}
