import { joinHosts } from "../base/clouds.ts";
import type { ExtraPermission } from "../auth/permissions.ts";
import type { Session } from "../auth/session.ts";
import { fail, ok, type Result } from "../contract/errors.ts";
import type { Account } from "../contract/state.ts";
import { type CalendarEvents, createCalendarEvents } from "../graph/calendar-events.ts";
import { createGraph, type Graph, type GraphDependencies } from "../graph/client.ts";
import { createOnlineMeetings } from "../graph/online-meetings.ts";
import { createPeople } from "../graph/people.ts";
import { createSchedules, type Schedules } from "../graph/schedules.ts";
import type { ThrottleGate } from "../graph/throttle-gate.ts";
import type { Organiser } from "../meetings/fulfil.ts";
import { addressesOf, type OrganisationDescriptor } from "../base/organisation.ts";

export interface OrganisersDependencies extends Pick<
  GraphDependencies,
  "network" | "clock" | "log" | "random" | "newId"
> {
  readonly session: Pick<Session, "account" | "known" | "token">;
  /** Whether Microsoft offers no meetings where this account is. */
  readonly lacksMeetings: (account: Account) => boolean;
  readonly descriptor: (organisationId: string) => OrganisationDescriptor | null;
  /** By a name for the account and for what it asks. */
  readonly gates: (key: string) => ThrottleGate;
  /** Names an account in plain files without telling who it is. */
  readonly keyOf: (accountId: string) => string;
}

/** The people who can organise, each with Graph as they see it. */
export interface Organisers {
  /** Who organises new meetings. Errors: not-signed-in, cloud-lacks-meetings. */
  readonly current: () => Result<Organiser>;
  readonly all: () => readonly Organiser[];
  /** Where a press would go; nowhere while nobody organises, or Microsoft asked not to be called. */
  readonly addresses: () => readonly string[];
  /** What whoever organises may see of other people's calendars. Errors: those of `current`. */
  readonly schedules: () => Result<{
    readonly accountId: string;
    readonly schedules: Schedules;
  }>;
  /** Outlook has limits of its own: a calendar it will not read keeps nobody from making meetings. */
  readonly outlookOf: (account: Account, token: GraphDependencies["token"]) => Graph;
}

export function createOrganisers(dependencies: OrganisersDependencies): Organisers {
  const { session, lacksMeetings, descriptor, gates, keyOf } = dependencies;
  const { network, clock, log, random, newId } = dependencies;
  const askedOnce = createAskedOnce();

  function graphOf(account: Account, gateKey: string, token: GraphDependencies["token"]): Graph {
    const { graphBaseUrl: baseUrl = "" } = descriptor(account.organisationId) ?? {};
    const gate = gates(gateKey);
    return createGraph({ baseUrl, token, gate, network, clock, log, random, newId });
  }

  const outlookOf = (account: Account, token: GraphDependencies["token"]) =>
    graphOf(account, `calendar-${keyOf(account.id)}`, token);

  const outlookWith = (account: Account, permission: ExtraPermission) =>
    outlookOf(account, tokenWith(session, account.id, permission));

  function organiserOf(account: Account, key: string): Organiser {
    const accountId = account.id;
    const graph = graphOf(account, key, (demand) => session.token({ accountId, ...demand }));
    const calendar = createCalendarEvents({ graph: outlookWith(account, "calendar"), joinHosts });
    return {
      account,
      key,
      online: createOnlineMeetings({ graph, joinHosts }),
      calendar: { ...calendar, allowedProviders: askedOnce(key, calendar) },
      people: createPeople({ graph: outlookWith(account, "people") }),
    };
  }

  function currentAccount(): Result<Account> {
    const account = session.account();
    if (!account) return fail({ kind: "not-signed-in" });
    return lacksMeetings(account) ? fail({ kind: "cloud-lacks-meetings" }) : ok(account);
  }

  return {
    outlookOf,
    addresses() {
      const account = currentAccount();
      if (!account.ok || gates(keyOf(account.value.id)).until() > clock.now()) return [];
      const known = descriptor(account.value.organisationId);
      return known ? addressesOf(known) : [];
    },
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
      const graph = outlookWith(account.value, "calendar");
      return ok({ accountId: account.value.id, schedules: createSchedules({ graph }) });
    },
  };
}

const tokenWith =
  (
    session: Pick<Session, "token">,
    accountId: string,
    permission: ExtraPermission,
  ): GraphDependencies["token"] =>
  async (demand) => {
    const token = await session.token({ accountId, permissions: [permission], ...demand });
    if (token.ok || token.error.kind !== "sign-in-again" || token.error.reason !== null)
      return token;
    // Microsoft did not say why: where the sign-in itself is fine, this permission is what is missing.
    const ordinary = await session.token({ accountId, forceRefresh: true });
    return ordinary.ok ? fail({ ...token.error, reason: "approval-needed" }) : token;
  };

/** Whether a calendar takes Teams meetings: once in a run for each that does. */
function createAskedOnce() {
  const withTeams = new Set<string>();
  return (key: string, calendar: CalendarEvents): CalendarEvents["allowedProviders"] =>
    async (options) => {
      if (withTeams.has(key)) return ok({ teams: true, preferred: null });
      const answer = await calendar.allowedProviders(options);
      // A no is asked again: an administrator may have changed it.
      if (answer.ok && answer.value.teams) withTeams.add(key);
      return answer;
    };
}
