import { describe, expect, test } from "vitest";

import type { EventDraft } from "../../../../main/contract/event-draft.ts";
import type { Input } from "../../../../main/contract/requests/vocabulary.ts";
import type { Account, KnownAccount, Organisation } from "../../../../main/contract/state.ts";
import {
  createQuestions,
  type Known,
  mostInvitedUnasked,
  mostOutsideUnasked,
} from "../../../../main/shell/guard/questions.ts";

const contoso: Organisation = {
  kind: "own",
  id: "contoso",
  clientId: "4765445b-32c6-49b0-83e6-1d93765276ca",
  tenant: "contoso.com",
  cloud: "global",
};
const account = (name: string, organisationId = "contoso"): Account => ({
  id: name,
  organisationId,
  name,
  username: `${name}@Contoso.com`,
  kind: "member",
});

function profileOf(names: readonly string[]): Known {
  const accounts = names.map((name) => account(name));
  const known = accounts.map((one): KnownAccount => ({
    account: one,
    key: one.id,
    problem: null,
  }));
  return {
    session: { account: () => accounts[0] ?? null, known: () => known },
    organisations: { all: () => [contoso] },
  };
}
const asking = (...names: string[]) => createQuestions(() => profileOf(names));

const event = (addresses: readonly string[]): EventDraft => ({
  invitees: addresses.map((address) => ({ address, name: null })),
  presenters: [],
  coOrganizers: [],
  message: "",
  recurrence: null,
  reminder: null,
});
const draft = (addresses: readonly string[] | null): Input<"schedule"> => ({
  draftId: "7b0f2f64-5b1d-4c6a-9a3e-0d9c0a5f4c11",
  subject: "Planning",
  startDate: "",
  startTime: "",
  endDate: "",
  endTime: "",
  startOccurrence: null,
  endOccurrence: null,
  timeZone: null,
  options: {},
  event: addresses && event(addresses),
});
const people = (count: number, domain: string) =>
  Array.from({ length: count }, (_, index) => `p${index}@${domain}`);

describe("inviting", () => {
  const { schedule, moveMeeting } = asking("megan");

  test("a team and a few guests of it are nobody's question", () => {
    expect(schedule(draft(null))).toBeNull();
    expect(schedule(draft(people(mostInvitedUnasked, "contoso.com")))).toBeNull();
    expect(schedule(draft(people(3, "eu.CONTOSO.com")))).toBeNull();
    expect(schedule(draft(people(mostOutsideUnasked, "fabrikam.example")))).toBeNull();
  });

  test("many are one, and strangers sooner", () => {
    expect(schedule(draft(people(mostInvitedUnasked + 1, "contoso.com")))).toEqual({
      kind: "invite",
      count: mostInvitedUnasked + 1,
      outside: [],
      domain: "contoso.com",
    });
    const strangers = people(mostOutsideUnasked + 1, "evil.example");
    expect(schedule(draft(["a@contoso.com", ...strangers]))).toMatchObject({
      count: strangers.length + 1,
      outside: strangers,
    });
  });

  test.each(["contoso.com.evil.example", "evilcontoso.com", "contoso.co", "com", ""])(
    "%s is not the organiser's domain",
    (domain) => {
      const strangers = people(mostOutsideUnasked + 1, domain);
      expect(schedule(draft(strangers))).toMatchObject({ outside: strangers });
    },
  );

  test("the same address many times is one person", () => {
    const spelt = ["p@evil.example", "P@evil.example", " p@EVIL.example "];
    expect(schedule(draft(Array.from({ length: 30 }, (_, n) => spelt[n % 3] ?? "")))).toBeNull();
  });

  test("of a meeting that is changed, only who comes in addition counts", () => {
    const there = people(40, "fabrikam.example");
    const { draftId: _id, ...rest } = draft([...there, "one@more.example"]);
    expect(moveMeeting({ id: "m", draft: rest, before: event(there) })).toBeNull();
    expect(moveMeeting({ id: "m", draft: rest, before: null })).toMatchObject({ count: 41 });
    expect(moveMeeting({ id: "m", draft: { ...rest, event: null }, before: null })).toBeNull();
  });

  test("where nobody organises, everybody is a stranger", () => {
    const strangers = people(mostOutsideUnasked + 1, "contoso.com");
    expect(asking().schedule(draft(strangers))).toMatchObject({ outside: strangers, domain: "" });
  });
});

describe("signing several people out at once", () => {
  const before = { id: contoso.id, clientId: contoso.clientId, tenant: "contoso.com" };
  const same = { ...before, cloud: "global" } as const;

  test("with their organisation", () => {
    const { removeOrganisation } = asking("megan", "alex");
    expect(removeOrganisation({ id: "contoso" })).toEqual({
      kind: "remove-organisation",
      count: 2,
    });
    expect(removeOrganisation({ id: "another" })).toBeNull();
    expect(asking("megan").removeOrganisation({ id: "contoso" })).toBeNull();
  });

  test("all who are known here", () => {
    const { signOutEverybody } = asking("megan", "alex");
    expect(signOutEverybody(undefined)).toEqual({ kind: "sign-out-everybody", count: 2 });
    expect(asking("megan").signOutEverybody(undefined)).toBeNull();
    expect(asking().signOutEverybody(undefined)).toBeNull();
  });

  test("with another registration in its place, however it is written", () => {
    const { saveOrganisation } = asking("megan", "alex");
    const asked = { kind: "change-organisation", count: 2 };
    expect(saveOrganisation({ ...same, tenant: "evil.example" })).toEqual(asked);
    expect(saveOrganisation({ ...same, clientId: ` ${"0".repeat(8)}` })).toEqual(asked);
    expect(saveOrganisation({ ...same, cloud: "us-l4" })).toEqual(asked);
    expect(saveOrganisation({ ...same, tenant: " Contoso.COM " })).toBeNull();
    expect(saveOrganisation({ ...same, id: null })).toBeNull();
    expect(saveOrganisation({ ...same, id: "another" })).toBeNull();
  });
});

test("keeping the sign-in without a keyring is asked about, giving that up is not", () => {
  const { changeSettings } = asking("megan");
  expect(changeSettings({ keepWithoutKeyring: true })).toEqual({ kind: "keep-unprotected" });
  expect(changeSettings({ keepWithoutKeyring: false })).toBeNull();
  expect(changeSettings({ theme: "dark" })).toBeNull();
});

test("forgetting is asked about once; what was begun goes on", () => {
  expect(asking().forgetEverything(undefined)).toEqual({ kind: "forget" });
  expect(createQuestions(() => null).forgetEverything(undefined)).toBeNull();
});
