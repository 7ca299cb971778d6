import { expect, test } from "vitest";

import { fail, ok } from "../../../main/contract/errors.ts";
import { accountOf, createSignInDesk } from "../../fakes/sign-in-desk.ts";

const megan = accountOf("megan");
const somebody = { organisationId: "contoso", account: null };
const settled = () => new Promise((resolve) => setImmediate(resolve));
const expired = { kind: "sign-in-refused", reason: "code-expired", trace: null } as const;

function waitForBrowser(account = null as typeof megan | null) {
  const desk = createSignInDesk();
  const inBrowser = desk.flow.begin({ organisationId: "contoso", account });
  return { ...desk, inBrowser };
}
const code = (expiresAt: number) => ({
  userCode: "ABCD-1234",
  page: "https://microsoft.com/devicelogin",
  expiresAt,
});

test("a code in place of the browser: the browser is given up, and the code is shown", async () => {
  const { flow, inBrowser, contoso, clock, state, browser } = waitForBrowser(megan);
  const byCode = flow.useCode();
  expect(contoso.browser[0]?.request.signal.aborted).toBe(true);
  expect(await inBrowser).toMatchObject({ error: { kind: "cancelled" } });
  const waiting = { kind: "code", username: "megan@contoso.com" };
  expect(state().signIn).toMatchObject({ ...waiting, userCode: null, page: null });
  expect([flow.address(), flow.userCode()]).toEqual([null, null]);

  const expiresAt = clock.now() + 900_000;
  contoso.code[0]?.request.onCode(code(expiresAt));
  expect(state().signIn).toEqual({
    ...waiting,
    deadlineAt: expiresAt,
    userCode: "ABCD-1234",
    page: "https://microsoft.com/devicelogin",
  });
  expect(flow.userCode()).toBe("ABCD-1234");
  expect(flow.address()).toBe("https://microsoft.com/devicelogin");
  // The code may be typed on another device: no page opens unasked.
  expect(browser.pages).toHaveLength(1);
  await flow.reopenPage();
  expect(browser.pages[1]).toBe("contoso https://microsoft.com/devicelogin");
  expect(state().signIn.kind).toBe("code");

  contoso.code[0]?.end(ok(megan));
  expect(await byCode).toEqual(ok(undefined));
  expect(state()).toMatchObject({
    signIn: { kind: "idle" },
    session: { kind: "signed-in", account: { name: "megan" } },
  });
  expect(flow.userCode()).toBeNull();
});

test("after a failure too, in the organisation that failed", async () => {
  const { flow, fabrikam } = createSignInDesk();
  const failing = flow.begin({ organisationId: "fabrikam", account: null });
  fabrikam.browser[0]?.end(fail(expired));
  await failing;
  void flow.useCode();
  expect(fabrikam.code).toHaveLength(1);
  await flow.cancel();
});

test("what the browser still says after that shows nothing", async () => {
  const { flow, contoso, state } = waitForBrowser();
  void flow.useCode();
  contoso.browser[0]?.request.onRedeeming();
  contoso.browser[0]?.end(fail(expired));
  await settled();
  expect(state().signIn.kind).toBe("code");
  await flow.cancel();
});

test("a second code ends the first; only the last one counts", async () => {
  const { flow, contoso, state, clock } = waitForBrowser();
  const first = flow.useCode();
  const second = flow.useCode();
  expect(await first).toMatchObject({ error: { kind: "cancelled" } });
  contoso.code[0]?.request.onCode({ ...code(clock.now() + 1), userCode: "OLD-CODE" });
  expect(state().signIn).toMatchObject({ kind: "code", userCode: null });
  contoso.code[1]?.end(ok(megan));
  expect(await second).toEqual(ok(undefined));
  expect(state().session.kind).toBe("signed-in");
});

test.each([false, true])(
  "a code that came to nothing is shown, and tried again with a new code; as somebody else: %s",
  async (asSomebodyElse) => {
    const { flow, contoso, state } = waitForBrowser();
    const byCode = flow.useCode();
    contoso.code[0]?.end(fail(expired));
    expect(await byCode).toEqual(fail(expired));
    expect(state().signIn).toEqual({ kind: "failed", error: expired, adminMessage: null });
    void flow.retry({ asSomebodyElse });
    expect([contoso.code.length, contoso.browser.length]).toEqual([2, 1]);
    expect(state().signIn.kind).toBe("code");
    await flow.cancel();
  },
);

test("from a code that came to nothing, the browser is one press away", async () => {
  const { flow, contoso, state } = waitForBrowser();
  const byCode = flow.useCode();
  contoso.code[0]?.end(fail(expired));
  await byCode;
  void flow.useBrowser();
  expect([contoso.code.length, contoso.browser.length]).toEqual([1, 2]);
  expect(state().signIn.kind).toBe("browser");
  await flow.cancel();
});

test("the browser in place of a code that waits: the code is given up, and a retry stays with the browser", async () => {
  const { flow, contoso, state, clock } = waitForBrowser(megan);
  const byCode = flow.useCode();
  const inBrowser = flow.useBrowser();
  expect(await byCode).toMatchObject({ error: { kind: "cancelled" } });
  contoso.code[0]?.request.onCode(code(clock.now() + 900_000));
  expect(state().signIn).toMatchObject({ kind: "browser", username: "megan@contoso.com" });
  contoso.browser[1]?.end(fail(expired));
  await inBrowser;
  void flow.retry({ asSomebodyElse: false });
  expect([contoso.code.length, contoso.browser.length]).toEqual([1, 3]);
  await flow.cancel();
});

test("of nothing, there is no browser to go on in", async () => {
  const { flow } = createSignInDesk();
  expect(await flow.useBrowser()).toEqual(fail({ kind: "not-set-up" }));
});

test("a sign-in pressed while a code waits brings the code's page, and nothing new begins", async () => {
  const { flow, contoso, browser, clock } = waitForBrowser();
  const byCode = flow.useCode();
  contoso.code[0]?.request.onCode(code(clock.now() + 900_000));
  const pressed = flow.begin(somebody);
  await settled();
  expect(browser.pages.at(-1)).toBe("contoso https://microsoft.com/devicelogin");
  expect(contoso.browser).toHaveLength(1);
  await flow.cancel();
  expect(await pressed).toEqual(await byCode);
});

test("a cancel ends the code, and what comes after it shows nothing", async () => {
  const { flow, contoso, state, clock } = waitForBrowser();
  const byCode = flow.useCode();
  await flow.cancel();
  expect(await byCode).toMatchObject({ error: { kind: "cancelled" } });
  contoso.code[0]?.request.onCode(code(clock.now() + 900_000));
  expect(state().signIn).toEqual({ kind: "idle" });
});
