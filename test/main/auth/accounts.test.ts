import { describe, expect, test } from "vitest";

import { idOf, openAccounts } from "../../fakes/open-accounts.ts";
import { askedOf, runningSandbox } from "../../fakes/running-sandbox.ts";
import { deviceCodeFaults } from "../../sandbox/faults/device-code-faults.ts";
import type { PersonaId } from "../../sandbox/personas.ts";
import { scopeOf } from "./scope-of.ts";

type Desk = Awaited<ReturnType<typeof openAccounts>>;
interface Who {
  readonly accountId: string;
  readonly loginHint: string;
}

const sandbox = runningSandbox();
const asked = askedOf(sandbox);

describe("who was asked for", () => {
  const ways = {
    "in the browser": (desk: Desk, persona: PersonaId, who: Who) => desk.signIn({ persona }, who),
    "by a code": (desk: Desk, persona: PersonaId, who: Who) =>
      desk.signInWithCode({ persona }, undefined, who),
  };

  test.each(Object.entries(ways))("%s: nobody else comes in", async (_name, signIn) => {
    const desk = await openAccounts(sandbox());
    const megan = { accountId: idOf(await desk.signIn({ persona: "megan" })), loginHint: "megan" };
    expect(await signIn(desk, "alex", megan)).toMatchObject({
      error: { kind: "other-account-came", asked: "megan", came: { username: "alex@contoso.com" } },
    });
    expect(desk.onDisk()).not.toContain("alex@contoso.com");
    expect(await desk.accounts.restore()).toMatchObject({
      value: [{ account: { id: megan.accountId }, hasRefreshToken: true }],
    });
    expect((await desk.token(megan.accountId, { forceRefresh: true })).ok).toBe(true);
    expect((await signIn(desk, "megan", megan)).ok).toBe(true);
  });

  test.each(Object.entries(ways))("%s: who was here before stays", async (_name, signIn) => {
    const desk = await openAccounts(sandbox());
    const megan = { accountId: idOf(await desk.signIn({ persona: "megan" })), loginHint: "megan" };
    const alex = idOf(await desk.signIn({ persona: "alex" }));
    expect(await signIn(desk, "alex", megan)).toMatchObject({
      error: { kind: "other-account-came", came: { id: alex } },
    });
    expect((await desk.token(alex, { forceRefresh: true })).ok).toBe(true);
    const restored = await (await openAccounts(sandbox(), desk.disk)).accounts.restore();
    expect(restored.ok && restored.value).toHaveLength(2);
  });
});

describe("a sign-in by code", () => {
  test("is as good as one in the browser: sealed, and renewed without anybody", async () => {
    const desk = await openAccounts(sandbox());
    const result = await desk.signInWithCode({ persona: "alex" });
    expect(result).toMatchObject({ ok: true, value: { username: "alex@contoso.com" } });
    expect(desk.saved).toContain("sealed");
    expect(asked("authorize")).toHaveLength(0);
    const again = await openAccounts(sandbox(), desk.disk);
    expect(await again.accounts.restore()).toMatchObject({ value: [{ hasRefreshToken: true }] });
    const token = await again.token(idOf(result), { forceRefresh: true });
    expect(scopeOf(token).scp).toContain("OnlineMeetings.ReadWrite");
  });

  test("of a personal account is refused, and leaves no tokens", async () => {
    const desk = await openAccounts(sandbox());
    expect(await desk.signInWithCode({ persona: "personal" })).toMatchObject({
      error: { kind: "personal-account", username: "sam.rivera@outlook.example" },
    });
    expect(desk.onDisk()).toBe("");
    expect(await desk.accounts.restore()).toEqual({ ok: true, value: [] });
  });

  test("that slows down, meets a bad moment and is pending still ends well", async () => {
    sandbox().faults.add(deviceCodeFaults.slowDown);
    sandbox().faults.add({ on: "pollDeviceCode", kind: "empty-object" });
    sandbox().faults.add({ on: "pollDeviceCode", kind: "reset" });
    const desk = await openAccounts(sandbox());
    expect((await desk.signInWithCode({ persona: "megan" })).ok).toBe(true);
    expect(asked("pollDeviceCode").flatMap(({ faults }) => faults)).toEqual([
      "oauth-error",
      "empty-object",
      "reset",
    ]);
  });

  test.each([
    ["declined", deviceCodeFaults.declined, "declined"],
    ["blocked by a policy", deviceCodeFaults.blocked, "code-not-allowed"],
    ["out of time", deviceCodeFaults.expired, "code-expired"],
    ["not allowed to this app", deviceCodeFaults.notAllowed, "code-not-allowed"],
  ])("%s says so", async (_name, fault, reason) => {
    sandbox().faults.add(fault);
    const { signInWithCode, onDisk } = await openAccounts(sandbox());
    expect(await signInWithCode(null)).toMatchObject({
      error: { kind: "sign-in-refused", reason },
    });
    expect(onDisk()).toBe("");
  });
});

describe("a cancel while the tokens are on their way", () => {
  test.each([
    ["from the browser", "redeemCode"],
    ["by code", "refreshTokens"],
  ] as const)("%s settles at once, and what comes too late is not kept", async (way, operation) => {
    const desk = await openAccounts(sandbox());
    const controller = new AbortController();
    const { signal } = controller;
    sandbox().faults.add({ on: operation, kind: "hold", when: "after" });
    const choice = { persona: "megan" } as const;
    const signingIn =
      way === "by code" ? desk.signInWithCode(choice, signal) : desk.signIn(choice, { signal });
    await expect.poll(() => asked(operation).length).toBe(1);
    controller.abort();
    expect(await signingIn).toEqual({ ok: false, error: { kind: "cancelled" } });
    expect(asked(operation)[0]?.endedAt).toBeNull();
    sandbox().faults.release();
    await expect.poll(() => asked(operation)[0]?.endedAt).not.toBeNull();
    expect(await desk.accounts.restore()).toEqual({ ok: true, value: [] });
    expect(desk.onDisk()).not.toContain("megan");
  });

  test("holds up nobody else's token", async () => {
    const desk = await openAccounts(sandbox());
    const alex = idOf(await desk.signIn({ persona: "alex" }));
    const controller = new AbortController();
    sandbox().faults.add({ on: "redeemCode", kind: "hang" });
    const signingIn = desk.signIn({ persona: "megan" }, { signal: controller.signal });
    await expect.poll(() => asked("redeemCode").length).toBe(2);
    const token = desk.token(alex, { forceRefresh: true });
    controller.abort();
    await signingIn;
    expect((await token).ok).toBe(true);
  });
});

describe("a sign-out", () => {
  test("leaves no token of the account, in memory or on disk", async () => {
    const desk = await openAccounts(sandbox());
    const megan = idOf(await desk.signIn({ persona: "megan" }));
    const alex = idOf(await desk.signIn({ persona: "alex" }));
    await desk.token(megan);
    expect(await desk.accounts.signOut(megan)).toMatchObject({ ok: true });
    expect(await desk.token(megan)).toMatchObject({ error: { kind: "sign-in-again" } });
    expect(desk.onDisk()).not.toContain("megan@contoso.com");
    expect((await desk.token(alex)).ok).toBe(true);
    await desk.accounts.signOut(alex);
    expect(desk.onDisk()).toBe("");
  });

  test("that the disk refuses is said, as the tokens are still there", async () => {
    const desk = await openAccounts(sandbox());
    const megan = idOf(await desk.signIn({ persona: "megan" }));
    await desk.signIn({ persona: "alex" });
    desk.file.failWrites = true;
    expect(await desk.accounts.signOut(megan)).toEqual({
      ok: false,
      error: { kind: "disk-failed" },
    });
    expect(await desk.token(megan)).toMatchObject({ error: { kind: "sign-in-again" } });
  });
});
