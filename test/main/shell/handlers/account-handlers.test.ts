import { describe, expect, test } from "vitest";

import { fail, ok } from "../../../../main/contract/errors.ts";
import { openHandlers, ownOrganisation } from "../../../fakes/open-handlers.ts";
import { fabrikamTenantId, type PersonaId } from "../../../sandbox/personas.ts";
import { runningSandbox } from "../../../fakes/running-sandbox.ts";

const sandbox = runningSandbox();

const contoso = ownOrganisation("contoso", "organizations");
const fabrikam = ownOrganisation("fabrikam", fabrikamTenantId);

async function open(...personas: PersonaId[]) {
  const desk = await openHandlers(sandbox(), { organisations: [contoso, fabrikam] });
  for (const persona of personas) {
    desk.person.choice = { persona };
    await desk.handlers.addAccount({ organisationId: "contoso" });
  }
  return desk;
}
const notSignedIn = fail({ kind: "not-signed-in" });

describe("signing in", () => {
  test("without an account is somebody new, in the first organisation, then in the last one used", async () => {
    const { handlers, state, person, close } = await open();
    person.choice = { deny: true };
    await handlers.addAccount({ organisationId: "fabrikam" });
    person.choice = { persona: "lee" };
    expect(await handlers.signIn({ accountId: null })).toEqual(ok(undefined));
    expect(state().accounts[0]?.account.organisationId).toBe("fabrikam");
    await close();
    const other = await open();
    await other.handlers.signIn({ accountId: null });
    expect(other.state().accounts[0]?.account.organisationId).toBe("contoso");
    await other.close();
  });

  test("with no organisation is said, and nothing opens", async () => {
    const { handlers, opened, close } = await openHandlers(sandbox());
    expect(await handlers.signIn({ accountId: null })).toEqual(fail({ kind: "not-set-up" }));
    expect(opened).toEqual([]);
    await close();
  });

  test("again is for the account that is named, or the chosen one that ended", async () => {
    const { handlers, workspace, opened, idOf, close } = await open("megan", "alex");
    await handlers.signIn({ accountId: idOf("Megan") });
    workspace.session.markExpired(idOf("Alex"), {
      kind: "sign-in-again",
      reason: null,
      trace: null,
    });
    await handlers.chooseAccount({ accountId: idOf("Alex") });
    await handlers.signIn({ accountId: null });
    const hints = opened.map((url) => new URL(url).searchParams.get("login_hint"));
    expect(hints).toEqual([null, null, "megan@contoso.com", "alex@contoso.com"]);
    expect(await handlers.signIn({ accountId: "contoso/nobody" })).toEqual(notSignedIn);
    await close();
  });

  test("is not needed where the keyring has opened meanwhile", async () => {
    const first = await open("megan");
    await first.close();
    const second = await openHandlers(sandbox(), { disk: first.platform.disk, isLocked: true });
    expect(second.state().session).toMatchObject({ error: { kind: "keyring-locked" } });
    second.platform.vault.isLocked = false;
    expect(await second.handlers.signIn({ accountId: null })).toEqual(ok(undefined));
    expect(second.opened).toEqual([]);
    expect(second.state().session.kind).toBe("signed-in");
    await second.close();
  });

  test("leaves its address and its code to copy, while there are any", async () => {
    const { handlers, platform, person, opened, close } = await open();
    expect(await handlers.copySignInAddress()).toEqual(notSignedIn);
    expect(await handlers.copySignInCode()).toEqual(notSignedIn);
    person.choice = { stopAt: "sign-in-page" };
    const signingIn = handlers.signIn({ accountId: null });
    await expect.poll(() => opened.length).toBe(1);
    expect(await handlers.copySignInAddress()).toEqual(ok(undefined));
    expect(platform.clipboard.text).toBe(opened[0]);
    const byCode = handlers.signInWithCode();
    expect(await signingIn).toEqual(fail({ kind: "cancelled" }));
    await expect.poll(() => handlers.copySignInCode()).toEqual(ok(undefined));
    expect(platform.clipboard.text).toMatch(/^[A-Z]{9}$/u);
    await handlers.cancelSignIn();
    expect(await byCode).toEqual(fail({ kind: "cancelled" }));
    await close();
  });

  test("by a code is refused where that is not offered", async () => {
    const { handlers, state, opened, close } = await open();
    expect(await handlers.changeSettings({ offerCode: false })).toEqual(ok(undefined));
    const signingIn = handlers.signIn({ accountId: null });
    await expect.poll(() => opened.length).toBe(1);
    expect(await handlers.signInWithCode()).toMatchObject({
      error: { reason: "code-not-allowed" },
    });
    expect(state().signIn.kind).toBe("browser");
    await handlers.cancelSignIn();
    await signingIn;
    await close();
  });

  test("that failed is tried again, or put away", async () => {
    const { handlers, state, person, close } = await open("blocked");
    expect(state().signIn).toMatchObject({ error: { reason: "blocked-by-policy" } });
    await handlers.dismissSignIn();
    expect(state().signIn).toEqual({ kind: "idle" });
    person.choice = { persona: "megan" };
    expect(await handlers.retrySignIn({ asSomebodyElse: true })).toEqual(ok(undefined));
    expect(state().session.kind).toBe("signed-in");
    await close();
  });
});

describe("signing out", () => {
  test("here opens nothing; the tokens are gone from the disk", async () => {
    const { handlers, opened, idOf, tokenFiles, state, close } = await open("megan");
    expect(tokenFiles()).toHaveLength(1);
    const before = opened.length;
    expect(await handlers.signOut({ accountId: idOf("Megan"), atMicrosoft: false })).toEqual(
      ok(undefined),
    );
    expect(opened).toHaveLength(before);
    expect(tokenFiles()).toEqual([]);
    expect(state()).toMatchObject({ accounts: [], session: { kind: "signed-out" } });
    await close();
  });

  test("at Microsoft too opens its page, with whom it is about", async () => {
    const { handlers, opened, idOf, close } = await open("megan");
    await handlers.signOut({ accountId: idOf("Megan"), atMicrosoft: true });
    const page = new URL(opened.at(-1) ?? "");
    expect(page.origin).toBe(sandbox().baseUrl);
    expect(page.pathname).toMatch(/\/logout$/u);
    expect([...page.searchParams.keys()]).toEqual(["logout_hint"]);
    await fetch(page);
    const seen = sandbox()
      .requests()
      .find(({ operation }) => operation === "signOut");
    expect(seen?.parameters.logout_hint).toBe(page.searchParams.get("logout_hint"));
    expect(page.searchParams.get("logout_hint")).toBeTruthy();
    await close();
  });

  test("at Microsoft, where no browser opens, is said; here it is done", async () => {
    const { handlers, person, idOf, tokenFiles, close } = await open("megan");
    person.opens = false;
    expect(await handlers.signOut({ accountId: idOf("Megan"), atMicrosoft: true })).toEqual(
      fail({ kind: "browser-not-opened" }),
    );
    expect(tokenFiles()).toEqual([]);
    await close();
  });

  test("ends the meeting that is just being made by this account", async () => {
    const { handlers, idOf, state, platform, close } = await open("megan");
    sandbox().faults.add({ kind: "hold", on: "createOrGet", when: "after" });
    const before = sandbox().meetings().length;
    const press = handlers.meetNow({ again: true });
    await expect.poll(() => sandbox().meetings().length).toBe(before + 1);
    await handlers.signOut({ accountId: idOf("Megan"), atMicrosoft: false });
    expect(await press).toMatchObject({ ok: false, error: { kind: "cancelled" } });
    expect(sandbox().meetings().at(-1)?.deletedAt).not.toBeNull();
    expect(state().creation).toMatchObject({ kind: "ended", clipboardCleared: false });
    expect(platform.disk.get("wishes")).toContain('"wishes":[]');
    await close();
  });

  test("of somebody else lets the meeting be made", async () => {
    const { handlers, idOf, close } = await open("megan", "alex");
    sandbox().faults.add({ kind: "hold", on: "createOrGet", when: "after" });
    const before = sandbox().meetings().length;
    const press = handlers.meetNow({ again: true });
    await expect.poll(() => sandbox().meetings().length).toBe(before + 1);
    await handlers.signOut({ accountId: idOf("Megan"), atMicrosoft: false });
    sandbox().faults.release();
    expect(await press).toMatchObject({
      ok: true,
      value: { organiserUsername: "alex@contoso.com" },
    });
    await close();
  });

  test("of all who are known takes everybody's tokens away", async () => {
    const { handlers, tokenFiles, state, close } = await open("megan", "alex");
    expect(await handlers.signOutEverybody()).toEqual(ok(undefined));
    expect(tokenFiles()).toEqual([]);
    expect(state()).toMatchObject({ accounts: [], session: { kind: "signed-out" } });
    expect(await handlers.signOutEverybody()).toEqual(ok(undefined));
    await close();
  });

  test("of nobody is said", async () => {
    const { handlers, close } = await open();
    const nobody = { accountId: "contoso/nobody", atMicrosoft: true };
    expect(await handlers.signOut(nobody)).toEqual(notSignedIn);
    await close();
  });
});

describe("what one account's meetings begin with", () => {
  test("is kept by its key, and used for its meetings alone", async () => {
    const { handlers, idOf, state, platform, close } = await open("megan", "alex");
    const accountId = idOf("Megan");
    const defaults = { subject: "Stand-up", durationMinutes: 15 };
    expect(await handlers.changeAccountDefaults({ accountId, ...defaults })).toEqual(ok(undefined));
    const key = state().accounts.find(({ account }) => account.id === accountId)?.key ?? "";
    expect(state().settings.accountDefaults).toEqual({ [key]: defaults });
    expect(key).toMatch(/^[\da-f]{16}$/u);
    expect(platform.disk.get("settings")).not.toContain("megan");

    expect(await handlers.meetNow({ again: true })).toMatchObject({
      value: { subject: "Quick meeting" },
    });
    await handlers.chooseAccount({ accountId });
    await handlers.dismissCreation();
    const made = await handlers.meetNow({ again: true });
    expect(made).toMatchObject({ value: { subject: "Stand-up" } });
    expect(made.ok && made.value.endAt - made.value.startAt).toBe(15 * 60_000);
    expect(
      await handlers.changeAccountDefaults({ accountId: "contoso/nobody", ...defaults }),
    ).toEqual(notSignedIn);
    await close();
  });
});
