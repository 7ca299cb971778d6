import { expect, test } from "vitest";

import { answerProxies } from "../../../main/platform/proxies.ts";
import type { ProxyChallenge, ProxyCredentials } from "../../../main/auth/proxy-login.ts";
import { anApp } from "../../fakes/electron-emitters.ts";

const credentials = { username: "megan", password: "secret" };

function setUp(answer: ProxyCredentials | null) {
  const app = anApp();
  const asked: ProxyChallenge[] = [];
  answerProxies(app, {
    async ask(challenge) {
      asked.push(challenge);
      return answer;
    },
    answer: () => undefined,
  });
  /** As Chromium tells it; answers what was handed back, and whether its own way was stopped. */
  async function login(isProxy: boolean) {
    const { promise, resolve } = Promise.withResolvers<unknown[]>();
    let prevented = false;
    const event = { preventDefault: () => (prevented = true) };
    const place = { isProxy, scheme: "basic", host: "proxy.example", port: 8080, realm: "x" };
    app.emit(
      "login",
      event,
      null,
      { url: "https://graph.microsoft.com/" },
      place,
      (...words: unknown[]) => resolve(words),
    );
    return { handed: await promise, prevented };
  }
  return { login, asked };
}

test("a proxy gets what the person types, and the question names the place alone", async () => {
  const { login, asked } = setUp(credentials);
  expect(await login(true)).toEqual({ handed: ["megan", "secret"], prevented: true });
  expect(asked).toEqual([{ host: "proxy.example", port: 8080 }]);
});

test("a cancel gives up on the request", async () => {
  const { login } = setUp(null);
  expect(await login(true)).toEqual({ handed: [], prevented: true });
});

test("a server that asks is refused, and nobody is asked", async () => {
  const { login, asked } = setUp(credentials);
  expect(await login(false)).toEqual({ handed: [], prevented: true });
  expect(asked).toEqual([]);
});
