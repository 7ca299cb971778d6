import { describe, expect, test } from "vitest";

import { createFakeClock } from "../../fakes/fake-clock.ts";
import { hastyClock } from "../../fakes/hasty-clock.ts";
import { openWorkspace, type WorkspaceOptions } from "../../fakes/open-workspace.ts";
import { completeSignIn } from "../../sandbox/browser.ts";
import { runningSandbox } from "../../fakes/running-sandbox.ts";

const sandbox = runningSandbox();

const open = (options: WorkspaceOptions = {}) => openWorkspace(sandbox(), options);

const operations = () =>
  sandbox()
    .requests()
    .map((request) => request.operation);

describe("sign-in", () => {
  test("ends signed in, with PKCE, nonce and state in the address", async () => {
    const { state, opened, close, begin } = await open();
    expect(state().session).toEqual({ kind: "signed-out", error: null });
    expect(await begin()).toEqual({ ok: true, value: undefined });
    expect(state().session).toMatchObject({
      kind: "signed-in",
      account: { name: "Megan Bowen" },
    });
    const query = new URL(opened[0] ?? "").searchParams;
    expect(query.get("code_challenge_method")).toBe("S256");
    expect(query.get("code_challenge")).toMatch(/^[\w-]{43}$/u);
    expect(query.get("response_mode")).toBe("form_post");
    expect(query.get("redirect_uri")).toMatch(/^http:\/\/localhost:\d+$/u);
    expect(query.get("nonce")).toMatch(/^[\w-]{20,}$/u);
    expect(query.get("state")).toMatch(/^[\w-]{20,}$/u);
    expect(query.get("scope")).toContain("OnlineMeetings.ReadWrite");
    await close();
  });

  test("the browser is told to return, never that the sign-in worked", async () => {
    const { shown, close, begin } = await open();
    await begin();
    await expect.poll(() => shown[0]).toContain("return to Quick Meeting");
    expect(shown[0]).not.toMatch(/signed in/iu);
    await close();
  });

  test("survives a restart without any new sign-in", async () => {
    const first = await open();
    await first.begin();
    await first.close();
    sandbox().forgetRequests();
    const second = await open({ disk: first.platform.disk });
    expect(second.state().session.kind).toBe("signed-in");
    expect((await second.meetings.meetNow({ again: true })).ok).toBe(true);
    expect(operations()).not.toContain("authorize");
    await second.close();
  });

  test("can be cancelled while the browser waits, and the port is closed", async () => {
    const { state, opened, close, begin, signIn } = await open({
      choice: { stopAt: "sign-in-page" },
    });
    const signingIn = begin();
    await expect.poll(() => opened.length).toBe(1);
    const redirect = new URL(opened[0] ?? "").searchParams.get("redirect_uri") ?? "";
    await signIn.cancel();
    expect(await signingIn).toMatchObject({ ok: false, error: { kind: "cancelled" } });
    expect(state().session).toEqual({ kind: "signed-out", error: null });
    await expect(fetch(redirect)).rejects.toThrow("fetch failed");
    await close();
  });

  test("ends after five minutes without an answer, and says so", async () => {
    const clock = createFakeClock();
    const { state, opened, close, begin } = await open({
      choice: { stopAt: "sign-in-page" },
      clock,
    });
    const signingIn = begin();
    await expect.poll(() => opened.length).toBe(1);
    await clock.advance(5 * 60_000 - 1);
    expect(state().signIn.kind).toBe("browser");
    await clock.advance(1);
    expect(await signingIn).toMatchObject({ ok: false, error: { kind: "sign-in-timed-out" } });
    expect(state().signIn).toMatchObject({ error: { kind: "sign-in-timed-out" } });
    await close();
  });

  test("pressed twice brings the first page back", async () => {
    const { opened, close, begin, signIn } = await open({ choice: { stopAt: "sign-in-page" } });
    const first = begin();
    await expect.poll(() => opened.length).toBe(1);
    const second = begin();
    await expect.poll(() => opened.length).toBe(2);
    expect(opened[0]).toBe(opened[1]);
    await signIn.cancel();
    expect(await first).toEqual(await second);
    await close();
  });

  test("a browser that does not open leaves the address to copy", async () => {
    const { state, opened, close, begin, signIn } = await open({ browser: false });
    const signingIn = begin();
    await expect.poll(() => state().signIn).toMatchObject({ browser: "not-opened" });
    expect(signIn.address()).toBe(opened[0]);
    await completeSignIn(signIn.address() ?? "");
    expect((await signingIn).ok).toBe(true);
    await close();
  });
});

describe("refusals have their own words", () => {
  test.each([
    ["deny" as const, { deny: true }, { kind: "sign-in-refused", reason: "declined" }],
    [
      "admin approval" as const,
      { persona: "needs-approval" } as const,
      { kind: "sign-in-refused", reason: "admin-approval-needed" },
    ],
  ])("%s", async (_name, choice, error) => {
    const { state, close, begin } = await open({ choice });
    expect(await begin()).toMatchObject({ ok: false, error });
    expect(state()).toMatchObject({
      session: { kind: "signed-out" },
      signIn: { kind: "failed", error },
    });
    await close();
  });

  test("code exchange failed", async () => {
    sandbox().faults.add({ kind: "entra-error", on: "redeemCode", aadsts: 54005 });
    const { close, begin } = await open();
    expect(await begin()).toMatchObject({
      error: {
        kind: "sign-in-refused",
        reason: "code-exchange-failed",
        trace: { code: "AADSTS54005" },
      },
    });
    await close();
  });

  test("an empty object with 502 is not a success", async () => {
    sandbox().faults.add({ kind: "empty-object", on: "redeemCode", times: "always" });
    const { close, begin } = await open({ clock: hastyClock });
    expect(await begin()).toMatchObject({
      error: { kind: "sign-in-refused", reason: "server-failed" },
    });
    await close();
  });
});

describe("tokens", () => {
  test("401 is answered by one fresh token and the call is replayed", async () => {
    const { meetings, close, begin } = await open();
    await begin();
    sandbox().expireAccessTokens();
    expect((await meetings.meetNow({ again: true })).ok).toBe(true);
    expect(operations().filter((name) => name === "refreshTokens")).toHaveLength(1);
    await close();
  });

  test.each(["revoked", "expired"] as const)(
    "a refresh token that is %s asks for a sign-in and loses nothing else",
    async (reason) => {
      const desk = await open();
      await desk.begin();
      await desk.meetings.meetNow({ again: true });
      desk.meetings.dismiss();
      sandbox().expireAccessTokens();
      sandbox().revokeRefreshTokens("megan", reason);
      expect(await desk.meetings.meetNow({ again: true })).toMatchObject({
        error: { kind: "sign-in-again" },
      });
      expect(desk.state().session).toMatchObject({
        kind: "expired",
        account: { name: "Megan Bowen" },
        error: { kind: "sign-in-again" },
      });
      expect(desk.state().recent).toHaveLength(1);
      await desk.begin();
      await expect.poll(() => desk.state().recent.length).toBe(2);
      expect(desk.state().creation.kind).toBe("created");
      await desk.close();
    },
  );

  test("sign-out leaves no token on disk; the list is shown to nobody, and stays sealed", async () => {
    const { session, meetings, platform, state, close, begin } = await open();
    await begin();
    await meetings.meetNow({ again: true });
    expect([...platform.disk.keys()].some((name) => name.startsWith("tokens-"))).toBe(true);
    await session.signOut(session.account()?.id ?? "");
    expect([...platform.disk.keys()].some((name) => name.startsWith("tokens-"))).toBe(false);
    expect(state().recent).toEqual([]);
    expect(platform.disk.has("history-lines")).toBe(true);
    await close();
  });

  test("without protection they stay in memory, and the state says so", async () => {
    const desk = await open();
    desk.platform.vault.isProtected = false;
    await desk.begin();
    expect(desk.state().protection).toBe("memory-only");
    expect((await desk.meetings.meetNow({ again: true })).ok).toBe(true);
    expect(
      [...desk.platform.disk.keys()].filter((name) => !["wishes", "chosen"].includes(name)),
    ).toEqual([]);
    await desk.close();
  });

  test("no secret ever issued is in a log line", async () => {
    const { meetings, platform, close, begin } = await open({ clock: hastyClock });
    await begin();
    sandbox().faults.add({ kind: "status", on: "everything", status: 500, times: 2 });
    await meetings.meetNow({ again: true });
    const logged = platform.lines.join("\n");
    for (const { value } of sandbox().secrets()) expect(logged).not.toContain(value);
    await close();
  });
});
