import { describe, expect, test } from "vitest";

import { checkOrganisation, joinHosts, organisationDescriptor } from "../../../main/base/clouds.ts";
import type { Cloud } from "../../../main/contract/state.ts";

const clientId = "3f2a0f0e-5f0a-4a5e-9d0b-2f0d3a8c1b2c";
const tenant = "contoso.onmicrosoft.com";
const draft = { clientId, tenant, cloud: "global" } as const;

describe("the hosts", () => {
  test.each<[Cloud, string, string]>([
    ["global", "login.microsoftonline.com", "graph.microsoft.com"],
    ["us-l4", "login.microsoftonline.us", "graph.microsoft.us"],
    ["us-l5", "login.microsoftonline.us", "dod-graph.microsoft.us"],
    ["china", "login.partner.microsoftonline.cn", "microsoftgraph.chinacloudapi.cn"],
  ])("of %s are Microsoft's", (cloud, login, graph) => {
    expect(organisationDescriptor({ clientId, tenant, cloud })).toEqual({
      clientId,
      authority: `https://${login}/${tenant}`,
      knownAuthorities: [],
      authorityMetadata: "",
      graphBaseUrl: `https://${graph}/v1.0`,
    });
  });

  test("a join link may name are plain names, each once", () => {
    expect(new Set(joinHosts).size).toBe(joinHosts.length);
    expect(joinHosts).toContain("teams.microsoft.com");
    for (const host of joinHosts) {
      expect(host).toMatch(/^[a-z.]+\.(?:com|us|cn|microsoft)$/u);
      expect(new URL(`https://${host}/`).hostname).toBe(host);
    }
  });
});

describe("what can be an organisation", () => {
  test.each([
    tenant,
    "contoso.com",
    "CONTOSO.COM",
    "a-b.c1.co",
    "xn--mnchen-3ya.de",
    "72f988bf-86f1-41af-91ab-2d7cd011db47",
    "72F988BF-86F1-41AF-91AB-2D7CD011DB47",
    "organizations",
  ])("tenant %s", (good) => {
    expect(checkOrganisation({ ...draft, tenant: good })).toBeNull();
  });
});

describe("what cannot", () => {
  test.each([
    "",
    "contoso",
    "common",
    "consumers",
    "Organizations",
    ".com",
    "contoso.",
    "contoso..com",
    "-contoso.com",
    "contoso-.com",
    "contoso.c",
    "con toso.com",
    " contoso.com",
    "contoso.com\n",
    "contoso.com/evil",
    "contoso.com/../x",
    "contoso.com?x=1",
    "contoso.com#x",
    "contoso.com:443",
    "user@contoso.com",
    "https://contoso.com",
    "%63ontoso.com",
    "cöntoso.com",
    "127.0.0.1",
    `${"a".repeat(64)}.com`,
    `${"a.".repeat(126)}com`,
    "72f988bf-86f1-41af-91ab-2d7cd011db4",
    "{72f988bf-86f1-41af-91ab-2d7cd011db47}",
  ])("tenant %j", (bad) => {
    expect(checkOrganisation({ ...draft, tenant: bad })).toEqual({
      clientId: null,
      tenant: "not-a-tenant",
    });
  });

  test.each([
    "",
    "contoso.com",
    "3f2a0f0e5f0a4a5e9d0b2f0d3a8c1b2c",
    `${clientId} `,
    `${clientId}\n`,
    `{${clientId}}`,
    `${clientId}0`,
    "3f2a0f0e-5f0a-4a5e-9d0b-2f0d3a8c1b2g",
  ])("client ID %j", (bad) => {
    expect(checkOrganisation({ ...draft, clientId: bad })).toEqual({
      clientId: "not-a-guid",
      tenant: null,
    });
  });

  test("both are said at once", () => {
    expect(checkOrganisation({ ...draft, clientId: "x", tenant: "y" })).toEqual({
      clientId: "not-a-guid",
      tenant: "not-a-tenant",
    });
  });
});
