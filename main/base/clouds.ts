import * as v from "valibot";

import type { OrganisationProblems } from "../contract/errors.ts";
import type { OrganisationDraft } from "../contract/drafts.ts";
import type { Cloud } from "../contract/state.ts";
import type { OrganisationDescriptor } from "./organisation.ts";

interface CloudHosts {
  readonly login: string;
  readonly graph: string;
  /** The only hosts a join link of this cloud may name. */
  readonly join: readonly [string, ...string[]];
}

/**
 * The one table of hosts. Nothing in a packaged build names another.
 * @see https://learn.microsoft.com/graph/deployments
 */
const clouds: Readonly<Record<Cloud, CloudHosts>> = {
  global: {
    login: "login.microsoftonline.com",
    graph: "graph.microsoft.com",
    join: ["teams.microsoft.com", "teams.cloud.microsoft", "teams.live.com"],
  },
  "us-l4": {
    login: "login.microsoftonline.us",
    graph: "graph.microsoft.us",
    join: ["gov.teams.microsoft.us", "teams.microsoft.us"],
  },
  "us-l5": {
    login: "login.microsoftonline.us",
    graph: "dod-graph.microsoft.us",
    join: ["dod.teams.microsoft.us"],
  },
  china: {
    login: "login.partner.microsoftonline.cn",
    graph: "microsoftgraph.chinacloudapi.cn",
    join: ["teams.microsoftonline.cn", "teams.partner.microsoftonline.cn"],
  },
};

/** Every host a join link may name, in any cloud. */
export const joinHosts: readonly string[] = Object.values(clouds).flatMap(({ join }) => join);

/** Where people register for webinars and town halls. */
export const eventsHost = "events.teams.microsoft.com";

/** Every host on which somebody is let into a meeting, or registers for an event. */
export const meetingHosts: readonly string[] = [...joinHosts, eventsHost];

/** Where a cloud opens a meeting of which only the ID is known. */
export const joinHostOf = (cloud: Cloud): string => clouds[cloud].join[0];

export function organisationDescriptor(organisation: OrganisationDraft): OrganisationDescriptor {
  const { login, graph } = clouds[organisation.cloud];
  return {
    clientId: organisation.clientId,
    authority: `https://${login}/${organisation.tenant}`,
    knownAuthorities: [],
    authorityMetadata: "",
    graphBaseUrl: `https://${graph}/v1.0`,
  };
}

const guid = v.pipe(v.string(), v.uuid());
const domain = v.pipe(
  v.string(),
  v.maxLength(253),
  v.regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/iu),
);
const tenant = v.union([guid, domain, v.literal("organizations")]);

/** Null where the values can be those of an app registration; whether they are, only a sign-in shows. */
export function checkOrganisation(draft: OrganisationDraft): OrganisationProblems | null {
  const clientId = v.is(guid, draft.clientId) ? null : "not-a-guid";
  const tenantProblem = v.is(tenant, draft.tenant) ? null : "not-a-tenant";
  if (clientId === null && tenantProblem === null) return null;
  return { clientId, tenant: tenantProblem };
}
