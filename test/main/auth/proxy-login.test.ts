import { expect, test } from "vitest";

import { initialState } from "../../../main/shell/initial-state.ts";
import { createProxyLogins } from "../../../main/auth/proxy-login.ts";
import { defaultSettings } from "../../../main/contract/settings.ts";
import { createStore } from "../../../main/base/store.ts";
import { environment } from "../../fakes/environment.ts";

const proxy = { host: "proxy.contoso.com", port: 8080 };
const credentials = { username: "CONTOSO\\megan", password: "p:ä ss" };

function setUp() {
  const store = createStore(initialState(environment, defaultSettings));
  const shown: unknown[] = [];
  const showPopup = () => void shown.push(store.read().proxyLogin);
  const logins = createProxyLogins({ store, showPopup });
  return { ...logins, shown, question: () => store.read().proxyLogin, state: () => store.read() };
}

test("a proxy that asks is shown in the popup, and gets what is typed", async () => {
  const { ask, answer, question, shown } = setUp();
  const asked = ask(proxy);
  expect(question()).toEqual({ ...proxy, again: false });
  expect(shown).toEqual([{ ...proxy, again: false }]);
  answer(credentials);
  expect(await asked).toEqual(credentials);
  expect(question()).toBeNull();
});

test("requests that meet the same proxy share one question and one answer", async () => {
  const { ask, answer, shown } = setUp();
  const asked = Promise.all([ask(proxy), ask({ ...proxy }), ask(proxy)]);
  answer(credentials);
  expect(await asked).toEqual([credentials, credentials, credentials]);
  expect(shown).toHaveLength(1);
});

test("a second question of the same proxy says that the first answer was refused", async () => {
  const { ask, answer, question } = setUp();
  const first = ask(proxy);
  answer(credentials);
  await first;
  const second = ask(proxy);
  expect(question()).toEqual({ ...proxy, again: true });
  answer(null);
  expect(await second).toBeNull();
});

test("another proxy, or another port, was refused nothing yet", async () => {
  const { ask, answer, question } = setUp();
  void ask(proxy);
  answer(credentials);
  void ask({ ...proxy, port: 3128 });
  expect(question()).toMatchObject({ port: 3128, again: false });
  answer(credentials);
  void ask({ ...proxy, host: "other.contoso.com" });
  expect(question()).toMatchObject({ host: "other.contoso.com", again: false });
  answer(null);
});

test("a cancel gives up on every request that waits, and refused nobody", async () => {
  const { ask, answer, question } = setUp();
  const asked = Promise.all([ask(proxy), ask(proxy)]);
  answer(null);
  expect(await asked).toEqual([null, null]);
  expect(question()).toBeNull();
  void ask(proxy);
  expect(question()).toMatchObject({ again: false });
  answer(null);
});

test("another proxy that asks meanwhile is given up, and the first question stays", async () => {
  const { ask, answer, question, shown } = setUp();
  const first = ask(proxy);
  expect(await ask({ host: "other.contoso.com", port: 1 })).toBeNull();
  expect(question()).toEqual({ ...proxy, again: false });
  expect(shown).toHaveLength(1);
  answer(credentials);
  expect(await first).toEqual(credentials);
});

test("an answer to no question changes nothing", () => {
  const { answer, state } = setUp();
  const before = state();
  answer(credentials);
  expect(state()).toBe(before);
});

test("a password is in no state that the windows see", async () => {
  const { ask, answer, state } = setUp();
  const asked = ask(proxy);
  answer(credentials);
  await asked;
  void ask(proxy);
  for (const secret of Object.values(credentials))
    expect(JSON.stringify(state())).not.toContain(JSON.stringify(secret).slice(1, -1));
  answer(null);
});
