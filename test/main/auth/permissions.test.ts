import { describe, expect, test } from "vitest";

import { organisationDescriptor } from "../../../main/base/clouds.ts";
import { scopesFor } from "../../../main/auth/permissions.ts";
import { lacksMeetings, organiserLacksMeetings } from "../../../main/contract/cloud-limits.ts";
import type { Account, Cloud, Organisation, Session } from "../../../main/contract/state.ts";

const own = (cloud: Cloud, id = "own"): Extract<Organisation, { kind: "own" }> => ({
  kind: "own",
  id,
  clientId: "3f2a0f0e-5f0a-4a5e-9d0b-2f0d3a8c1b2c",
  tenant: "contoso.com",
  cloud,
});
const descriptor = (cloud: Cloud) => organisationDescriptor(own(cloud));

describe("permissions", () => {
  test.each([
    ["global", ""],
    ["us-l4", "https://graph.microsoft.us/"],
    ["us-l5", "https://dod-graph.microsoft.us/"],
    ["china", "https://microsoftgraph.chinacloudapi.cn/"],
  ] as const)("in %s are the least there is, under the cloud's own name", (cloud, prefix) => {
    const names = ["User.Read", "OnlineMeetings.ReadWrite"];
    expect(scopesFor(descriptor(cloud))).toEqual(names.map((name) => prefix + name));
  });

  test("more are asked for only by name, and each at the same cloud", () => {
    const prefix = "https://graph.microsoft.us/";
    expect(scopesFor(descriptor("global"), ["people"])).toEqual([
      "User.Read",
      "OnlineMeetings.ReadWrite",
      "People.Read",
    ]);
    expect(scopesFor(descriptor("us-l4"), ["calendar", "people"])).toEqual([
      `${prefix}User.Read`,
      `${prefix}OnlineMeetings.ReadWrite`,
      `${prefix}Calendars.ReadWrite`,
      `${prefix}People.Read`,
    ]);
    expect(scopesFor(descriptor("us-l4"), ["calendar-read"]).at(-1)).toBe(
      `${prefix}Calendars.Read`,
    );
    expect(scopesFor(descriptor("global"))).toHaveLength(2);
  });

  test("of a sample organisation are those of the global cloud", () => {
    const sample = { ...descriptor("global"), graphBaseUrl: "http://127.0.0.1:4711/v1.0" };
    expect(scopesFor(sample)).toEqual(scopesFor(descriptor("global")));
  });
});

describe("a cloud without meetings", () => {
  const account = (organisationId: string): Account => ({
    id: `${organisationId}/oid.tid`,
    organisationId,
    name: "Megan Bowen",
    username: "megan@contoso.com",
    kind: "member",
  });
  const signedIn = (organisationId: string): Session => ({
    kind: "signed-in",
    account: account(organisationId),
  });
  const organisations: Organisation[] = [
    { kind: "sample", id: "sample" },
    own("china", "cn"),
    own("global", "global"),
  ];

  test("is the one of China, and no other", () => {
    const clouds: Cloud[] = ["global", "us-l4", "us-l5", "china"];
    expect(clouds.filter(lacksMeetings)).toEqual(["china"]);
  });

  test("counts for whoever organises now, and for nobody else", () => {
    const of = (session: Session) => organiserLacksMeetings({ session, organisations });
    expect(of(signedIn("cn"))).toBe(true);
    expect(of({ kind: "expired", account: account("cn"), error: { kind: "not-set-up" } })).toBe(
      true,
    );
    expect(of(signedIn("global"))).toBe(false);
    expect(of(signedIn("sample"))).toBe(false);
    expect(of(signedIn("removed"))).toBe(false);
    expect(of({ kind: "signed-out", error: null })).toBe(false);
  });
});
