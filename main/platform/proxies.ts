import type { App } from "electron";

import type { ProxyChallenge, ProxyLogins } from "../auth/proxy-login.ts";

/**
 * Chromium asks the app who goes through a proxy; without a listener every request just fails. Servers
 * that ask are refused: nothing we talk to may.
 * @see https://www.electronjs.org/docs/latest/api/app#event-login
 */
export function answerProxies(app: Pick<App, "on">, logins: ProxyLogins): void {
  app.on("login", (event, _contents, _details, { isProxy, host, port }, proceed) => {
    event.preventDefault();
    if (isProxy) void answer({ host, port }, proceed);
    else proceed();
  });

  /** Called without a name, Chromium gives up on the request. */
  async function answer(challenge: ProxyChallenge, proceed: Proceed): Promise<void> {
    const credentials = await logins.ask(challenge);
    if (credentials) proceed(credentials.username, credentials.password);
    else proceed();
  }
}

type Proceed = (username?: string, password?: string) => void;
