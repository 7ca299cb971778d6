import { describe, expect, test } from "vitest";

import { type AppError, fail, ok } from "../../../../main/contract/errors.ts";
import { accountOf, createSignInDesk } from "../../../fakes/sign-in-desk.ts";

const somebody = { organisationId: "contoso", account: null };
const minutes = 60_000;
const settled = () => new Promise((resolve) => setImmediate(resolve));
const refused: AppError = { kind: "sign-in-refused", reason: "blocked-by-policy", trace: null };
const cancelled = { ok: false, error: { kind: "cancelled" } };

describe("a sign-in", () => {
  test("opens the page of its own organisation, and ends with who signed in", async () => {
    const { flow, fabrikam, contoso, browser, clock, state } = createSignInDesk();
    const done = flow.begin({ organisationId: "fabrikam", account: null });
    expect(state().signIn).toEqual({
      kind: "browser",
      username: null,
      deadlineAt: clock.now() + 5 * minutes,
      browser: "opening",
      redeeming: false,
    });
    await settled();
    expect(state().signIn).toMatchObject({ browser: "open" });
    expect(browser.pages).toEqual(["fabrikam https://login.example/1"]);
    fabrikam.browser[0]?.request.onRedeeming();
    expect(state().signIn).toMatchObject({ redeeming: true });
    expect(flow.address()).toBeNull();
    fabrikam.browser[0]?.end(ok(accountOf("lee", "fabrikam")));
    expect(await done).toEqual({ ok: true, value: undefined });
    expect(state()).toMatchObject({
      signIn: { kind: "idle" },
      session: { kind: "signed-in", account: { name: "lee" } },
    });
    expect(contoso.browser).toHaveLength(0);
  });

  test("asks for who is to sign in again, and for the permissions that are wanted", async () => {
    const { flow, contoso, state } = createSignInDesk();
    const account = accountOf("megan");
    void flow.begin({ organisationId: "contoso", account, permissions: ["people"] });
    expect(contoso.browser[0]?.request).toMatchObject({
      accountId: account.id,
      loginHint: "megan@contoso.com",
      permissions: ["people"],
    });
    expect(state().signIn).toMatchObject({ username: "megan@contoso.com" });
    await flow.cancel();
  });

  test("there is one at a time: a second press, whosever, brings the first page back", async () => {
    const { flow, contoso, fabrikam, browser } = createSignInDesk();
    const first = flow.begin(somebody);
    const second = flow.begin({ organisationId: "fabrikam", account: null });
    await settled();
    expect(browser.pages).toEqual([
      "contoso https://login.example/1",
      "contoso https://login.example/1",
    ]);
    expect([contoso.browser.length, fabrikam.browser.length]).toEqual([1, 0]);
    contoso.browser[0]?.end(ok(accountOf("megan")));
    expect(await first).toEqual(await second);
  });

  test("in an organisation that is not open is said, and the next one is not held up", async () => {
    const { flow, state } = createSignInDesk();
    const unknown = { organisationId: "removed", account: null };
    expect(await flow.begin(unknown)).toEqual(fail({ kind: "not-set-up" }));
    expect(state().signIn).toMatchObject({ kind: "failed", error: { kind: "not-set-up" } });
    void flow.begin(somebody);
    expect(state().signIn.kind).toBe("browser");
    await flow.cancel();
  });

  test("that breaks does not leave the waiting view for ever, nor the words in the log", async () => {
    const { flow, contoso, state, lines } = createSignInDesk();
    contoso.signIn = async () => Promise.reject(new RangeError("port 80 of megan's"));
    expect(await flow.begin(somebody)).toMatchObject({ error: { kind: "unexpected" } });
    expect(state().signIn).toMatchObject({ kind: "failed", error: { kind: "unexpected" } });
    expect(lines.join()).toContain("RangeError");
    expect(lines.join()).not.toContain("megan");
  });

  test("of a guest is kept in the list, and says why nobody new organises", async () => {
    const { flow, contoso, state, session } = createSignInDesk();
    session.admit(accountOf("megan"));
    const done = flow.begin(somebody);
    contoso.browser[0]?.end(ok(accountOf("guest")));
    expect(await done).toEqual(fail({ kind: "guest-account" }));
    expect(state()).toMatchObject({
      signIn: { kind: "failed", error: { kind: "guest-account" }, adminMessage: null },
      session: { kind: "signed-in", account: { name: "megan" } },
    });
    expect(state().accounts.map(({ account }) => account.name)).toEqual(["megan", "guest"]);
  });
});

describe("the page", () => {
  test("that does not open leaves its address to copy, and can be tried again", async () => {
    const { flow, browser, state } = createSignInDesk({ opens: false });
    void flow.begin(somebody);
    await settled();
    expect(state().signIn).toMatchObject({ kind: "browser", browser: "not-opened" });
    expect(flow.address()).toBe("https://login.example/1");
    expect(await flow.reopenPage()).toEqual(fail({ kind: "browser-not-opened" }));
    browser.opens = true;
    expect(await flow.reopenPage()).toEqual(ok(undefined));
    expect(state().signIn).toMatchObject({ browser: "open" });
    await flow.cancel();
    expect(flow.address()).toBeNull();
    expect(await flow.reopenPage()).toEqual(ok(undefined));
    expect(browser.pages).toHaveLength(3);
  });

  test("that opens late does not change what is shown by then", async () => {
    const { flow, contoso, browser, state } = createSignInDesk({ opens: false });
    const late = Promise.withResolvers<void>();
    browser.gate = late.promise;
    void flow.begin(somebody);
    contoso.browser[0]?.request.onRedeeming();
    late.resolve();
    await settled();
    expect(state().signIn).toMatchObject({ browser: "open", redeeming: true });
    await flow.cancel();
    await settled();
    expect(state().signIn).toEqual({ kind: "idle" });
  });
});

describe("a failure", () => {
  test("is shown until it is put away, with a message where an administrator can help", async () => {
    const { flow, contoso, state } = createSignInDesk();
    const done = flow.begin(somebody);
    const error = {
      kind: "sign-in-refused",
      reason: "admin-approval-needed",
      trace: null,
    } as const;
    contoso.browser[0]?.end(fail(error));
    expect(await done).toEqual(fail(error));
    const adminMessage = { subject: "contoso", body: "please" };
    expect(state().signIn).toEqual({ kind: "failed", error, adminMessage });
    expect(flow.desired()?.organisationId).toBe("contoso");
    flow.dismiss();
    expect(state().signIn).toEqual({ kind: "idle" });
  });

  test("is not put away while a sign-in waits", async () => {
    const { flow, state } = createSignInDesk();
    void flow.begin(somebody);
    flow.dismiss();
    expect(state().signIn.kind).toBe("browser");
    await flow.cancel();
  });

  test("can be tried again for the same person, or for somebody else in the same place", async () => {
    const { flow, contoso } = createSignInDesk();
    const account = accountOf("megan");
    const first = flow.begin({ organisationId: "contoso", account, permissions: ["people"] });
    contoso.browser[0]?.end(fail(refused));
    await first;
    const second = flow.retry({ asSomebodyElse: false });
    contoso.browser[1]?.end(fail(refused));
    await second;
    void flow.retry({ asSomebodyElse: true });
    const asked = contoso.browser.map(({ request }) => [request.accountId, request.loginHint]);
    const megan = [account.id, account.username];
    expect(asked).toEqual([megan, megan, [null, null]]);
    expect(contoso.browser[2]?.request.permissions).toEqual(["people"]);
    await flow.cancel();
  });

  test("of nothing cannot be tried again", async () => {
    const { flow, state } = createSignInDesk();
    const nothing = fail({ kind: "not-set-up" });
    expect(await flow.retry({ asSomebodyElse: true })).toEqual(nothing);
    expect(await flow.useCode()).toEqual(nothing);
    expect(state().signIn).toEqual({ kind: "idle" });
  });
});

describe("a cancel", () => {
  test("settles, shows nothing, and leaves who was signed in", async () => {
    const { flow, session, state } = createSignInDesk();
    session.admit(accountOf("megan"));
    const done = flow.begin(somebody);
    expect(await flow.cancel()).toEqual(ok(undefined));
    expect(await done).toEqual(cancelled);
    expect(state()).toMatchObject({
      signIn: { kind: "idle" },
      session: { kind: "signed-in", account: { name: "megan" } },
    });
  });

  test("of nothing is fine", async () => {
    const { flow } = createSignInDesk();
    expect(await flow.cancel()).toEqual(ok(undefined));
  });
});

describe("somebody else than was asked for", () => {
  const [megan, alex] = [accountOf("megan"), accountOf("alex")];
  const came: AppError = { kind: "other-account-came", asked: megan.username, came: alex };

  async function openWithMegan() {
    const desk = createSignInDesk();
    const first = desk.flow.begin(somebody);
    desk.contoso.browser[0]?.end(ok(megan));
    await first;
    return desk;
  }

  test("is said, and who organises stays", async () => {
    const { flow, contoso, state } = await openWithMegan();
    const again = flow.begin({ organisationId: "contoso", account: megan });
    contoso.browser[1]?.end(fail(came));
    expect(await again).toEqual(fail(came));
    expect(state()).toMatchObject({
      signIn: { kind: "failed", error: came },
      session: { kind: "signed-in", account: megan },
    });
    expect(state().accounts).toHaveLength(1);
  });

  test.each(["browser", "code"] as const)(
    "comes in too where the person says so: %s",
    async (way) => {
      const { flow, contoso, state } = await openWithMegan();
      let again = flow.begin({ organisationId: "contoso", account: megan });
      if (way === "code") again = flow.useCode();
      contoso[way].at(-1)?.end(fail(came));
      await again;
      const asThemselves = flow.useWhoCame();
      expect(contoso[way].at(-1)?.request).toMatchObject({
        accountId: alex.id,
        loginHint: alex.username,
      });
      contoso[way].at(-1)?.end(ok(alex));
      expect(await asThemselves).toEqual(ok(undefined));
      expect(state().accounts.map(({ account }) => account.name)).toEqual(["megan", "alex"]);
    },
  );

  test("cannot be used where nobody came", async () => {
    const { flow, contoso } = await openWithMegan();
    expect(await flow.useWhoCame()).toEqual(fail({ kind: "not-signed-in" }));
    expect(contoso.browser).toHaveLength(1);
  });
});
