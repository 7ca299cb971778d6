import { describe, expect, test } from "vitest";

import { type Disk } from "../fakes/memory-platform.ts";
import { openWorkspace } from "../fakes/open-workspace.ts";
import type { SignInChoice } from "../sandbox/browser.ts";
import { findPersona, type PersonaId } from "../sandbox/personas.ts";
import { runningSandbox } from "../fakes/running-sandbox.ts";

const sandbox = runningSandbox();

/** A desk where one person after the other signs in. */
async function open(disk?: Disk) {
  const person: { choice: SignInChoice } = { choice: {} };
  const options = {
    get choice() {
      return person.choice;
    },
    ...(disk ? { disk } : {}),
  };
  const desk = await openWorkspace(sandbox(), options);
  const add = (persona: PersonaId) => {
    person.choice = { persona };
    return desk.signIn.begin({ organisationId: "sample", account: null });
  };
  const names = () => desk.state().accounts.map(({ account }) => account.name);
  const idOf = (name: string) =>
    desk.state().accounts.find(({ account }) => account.name.startsWith(name))?.account.id ?? "";
  /** Of every meeting at Microsoft that still exists. */
  const organisers = () =>
    sandbox()
      .meetings()
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ oid }) => oid);
  return { ...desk, person, add, names, idOf, organisers };
}
const oidOf = (id: PersonaId) => findPersona(id)?.oid ?? "";
/** Both generations of it, unsealed. */
const tokensOn = (disk: Disk): string =>
  [...disk]
    .filter(([name]) => name.startsWith("tokens-"))
    .flatMap(([, text]) => Array.from(text.matchAll(/"ciphertext":"([^"]+)"/gu)))
    .map(([, ciphertext = ""]) => Buffer.from(ciphertext, "base64").toString())
    .join();
const secretsIn = (text: string) =>
  sandbox()
    .secrets()
    .filter(({ value }) => text.includes(value)).length;

describe("several accounts", () => {
  test("are added, of several tenants; the last to sign in organises, and is again after a restart", async () => {
    const first = await open();
    await first.add("megan");
    await first.add("lee");
    await first.add("alex");
    expect(first.names()).toEqual(["Megan Bowen", "Lee Gu", "Alex Okafor"]);
    expect(first.state().session).toMatchObject({ account: { name: "Alex Okafor" } });
    expect(first.session.choose(first.idOf("Lee"))).toMatchObject({ ok: true });
    await first.meetings.meetNow({ again: true });
    expect(first.organisers().at(-1)).toBe(oidOf("lee"));
    await first.close();

    sandbox().forgetRequests();
    const second = await open(first.platform.disk);
    expect(second.names().toSorted()).toEqual(["Alex Okafor", "Lee Gu", "Megan Bowen"]);
    expect(second.state().session).toMatchObject({
      kind: "signed-in",
      account: { name: "Lee Gu", username: "lee@fabrikam.example" },
    });
    await second.meetings.meetNow({ again: true });
    expect(second.organisers().at(-1)).toBe(oidOf("lee"));
    expect(
      sandbox()
        .requests()
        .map(({ operation }) => operation),
    ).not.toContain("authorize");
    await second.close();
  });

  test("a new sign-in asks which account; one again names it", async () => {
    const desk = await open();
    await desk.add("megan");
    const megan = desk.session.account();
    await desk.signIn.begin({ organisationId: "sample", account: megan });
    const asked = desk.opened.map((url) => new URL(url).searchParams);
    expect(asked.map((query) => [query.get("prompt"), query.get("login_hint")])).toEqual([
      ["select_account", null],
      [null, "megan@contoso.com"],
    ]);
    expect(desk.names()).toEqual(["Megan Bowen"]);
    await desk.close();
  });

  test("undo is done by who made the meeting, whoever is chosen by then", async () => {
    const desk = await open();
    await desk.add("alex");
    await desk.add("megan");
    const before = desk.organisers().length;
    await desk.meetings.meetNow({ again: true });
    desk.session.choose(desk.idOf("Alex"));
    expect(await desk.meetings.undo()).toMatchObject({ ok: true });
    expect(desk.organisers()).toHaveLength(before);
    expect(desk.state()).toMatchObject({ creation: { kind: "ended" }, recent: [] });
    await desk.close();
  });

  test("a cancel ends what the account of the press began, whoever is chosen by then", async () => {
    const desk = await open();
    await desk.add("alex");
    await desk.add("megan");
    const before = desk.organisers().length;
    sandbox().faults.add({ kind: "hold", on: "createOrGet", when: "after" });
    const press = desk.meetings.meetNow({ again: true });
    await expect.poll(() => desk.organisers().length).toBe(before + 1);
    desk.session.choose(desk.idOf("Alex"));
    await desk.meetings.cancel();
    await press;
    expect(desk.organisers()).toHaveLength(before);
    const made = sandbox().meetings().at(-1);
    expect([made?.oid, typeof made?.deletedAt]).toEqual([oidOf("megan"), "number"]);
    await desk.close();
  });

  test("sign-out of one takes that one's tokens off the disk, and leaves the other at work", async () => {
    const desk = await open();
    await desk.add("megan");
    const ofMegan = sandbox()
      .secrets()
      .filter(({ value }) => tokensOn(desk.platform.disk).includes(value));
    await desk.add("alex");
    const out = await desk.session.signOut(desk.idOf("Megan"));
    expect(desk.names()).toEqual(["Alex Okafor"]);
    const left = tokensOn(desk.platform.disk);
    expect(left).toContain("alex@contoso.com");
    expect(left).not.toContain("megan@contoso.com");
    expect(ofMegan.length).toBeGreaterThan(1);
    for (const { value } of ofMegan) expect(left).not.toContain(value);
    expect((await desk.meetings.meetNow({ again: true })).ok).toBe(true);
    expect(desk.organisers().at(-1)).toBe(oidOf("alex"));
    const address = new URL(out.ok ? (out.value ?? "") : "");
    expect(address.pathname).toMatch(/logout/u);
    expect(address.searchParams.get("logout_hint")).toBeTruthy();
    expect(
      sandbox()
        .requests()
        .map(({ operation }) => operation),
    ).not.toContain("signOut");
    await desk.close();
  });

  test("the chosen one whose tokens ended stays chosen, also after a restart", async () => {
    const first = await open();
    await first.add("megan");
    await first.add("alex");
    const before = first.organisers().length;
    sandbox().expireAccessTokens();
    sandbox().revokeRefreshTokens("alex");
    expect(await first.meetings.meetNow({ again: true })).toMatchObject({
      error: { kind: "sign-in-again" },
    });
    expect(first.state().session).toMatchObject({
      kind: "expired",
      account: { name: "Alex Okafor" },
    });
    expect(first.organisers()).toHaveLength(before);
    await first.close();
    const second = await open(first.platform.disk);
    await second.meetings.meetNow({ again: true });
    expect(second.state().session).toMatchObject({ account: { name: "Alex Okafor" } });
    expect(second.organisers()).toHaveLength(before);
    await second.close();
  });

  test("asked to sign in again, somebody else comes: they are said, and come in only when they are wanted too", async () => {
    const desk = await open();
    await desk.add("megan");
    const megan = desk.session.account();
    desk.session.markExpired(megan?.id ?? "", { kind: "sign-in-again", reason: null, trace: null });
    desk.person.choice = { persona: "alex" };
    expect(await desk.begin()).toMatchObject({
      error: { kind: "other-account-came", came: { name: "Alex Okafor" } },
    });
    expect(desk.names()).toEqual(["Megan Bowen"]);
    expect(tokensOn(desk.platform.disk)).not.toContain("alex@");
    expect(await desk.signIn.useWhoCame()).toMatchObject({ ok: true });
    expect(
      desk.state().accounts.map(({ account, problem }) => [account.name, problem?.kind]),
    ).toEqual([
      ["Megan Bowen", "sign-in-again"],
      ["Alex Okafor", undefined],
    ]);
    expect(desk.state().session).toMatchObject({
      kind: "signed-in",
      account: { name: "Alex Okafor" },
    });
    await desk.close();
  });
});

describe("accounts that cannot organise", () => {
  test("a guest is kept and said, cannot be chosen, and leaves who organises", async () => {
    const desk = await open();
    await desk.add("megan");
    expect(await desk.add("guest")).toMatchObject({ error: { kind: "guest-account" } });
    expect(desk.state()).toMatchObject({
      signIn: { kind: "failed", error: { kind: "guest-account" } },
      session: { kind: "signed-in", account: { name: "Megan Bowen" } },
    });
    expect(desk.session.choose(desk.idOf("Robin"))).toMatchObject({
      error: { kind: "guest-account" },
    });
    await desk.close();
    const after = await open(desk.platform.disk);
    expect(after.state().accounts.map(({ account }) => account.kind)).toEqual(["member", "guest"]);
    expect(after.state().session).toMatchObject({ account: { name: "Megan Bowen" } });
    await after.close();
  });

  test("a personal account is refused in its own words, and nothing of it stays", async () => {
    const desk = await open();
    expect(await desk.add("personal")).toEqual({
      ok: false,
      error: { kind: "personal-account", username: "sam.rivera@outlook.example", trace: null },
    });
    expect(desk.state()).toMatchObject({
      accounts: [],
      session: { kind: "signed-out", error: null },
      signIn: { kind: "failed", error: { kind: "personal-account" }, adminMessage: null },
    });
    const disk = [...desk.platform.disk.values()].join();
    expect(disk).not.toContain("outlook.example");
    expect(secretsIn(tokensOn(desk.platform.disk))).toBe(0);
    await desk.close();
    const after = await open(desk.platform.disk);
    expect(after.state().accounts).toEqual([]);
    await after.close();
  });

  test("a personal account leaves the others where they are", async () => {
    const desk = await open();
    await desk.add("megan");
    await desk.add("personal");
    expect(desk.names()).toEqual(["Megan Bowen"]);
    expect(tokensOn(desk.platform.disk)).not.toContain("outlook.example");
    expect((await desk.meetings.meetNow({ again: true })).ok).toBe(true);
    await desk.close();
  });
});
