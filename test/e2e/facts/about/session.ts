import type { Fact } from "../fact.ts";

/** Sessions, their schemes, and the network of the main process. */
export const sessionFacts: readonly Fact[] = [
  {
    of: ["Session.defaultSession", "Session.fromPartition"],
    says: "a session is had once the app is ready, a named one each time the same",
    source: "spec/api-session-spec.ts",
    ask: ({ main }) =>
      main(({ session }) => [
        globalThis.facts.atStart.session,
        session.fromPartition("of-facts") === session.fromPartition("of-facts"),
        session.fromPartition("of-facts") === session.defaultSession,
        session.fromPartition("") === session.defaultSession,
      ]),
    is: ["Session can only be received when app is ready", true, false, true],
  },
  {
    of: ["Session.protocol", "Protocol.handle"],
    says: "a scheme is handled in the session that was asked, once, and in no other",
    source: "spec/api-session-spec.ts",
    ask: ({ main }) =>
      main(({ session }) => {
        const { protocol } = session.fromPartition("with-a-scheme");
        const handle = () => protocol.handle("ours", () => new Response("ours"));
        const first = globalThis.facts.thrown(handle);
        const second = globalThis.facts.thrown(handle);
        return [
          first,
          second !== null,
          protocol.isProtocolHandled("ours"),
          session.defaultSession.protocol.isProtocolHandled("ours"),
        ];
      }),
    is: [null, true, true, false],
  },
  {
    of: ["Protocol.handle"],
    says: "a page has what its handler answers, with the status and the type that it gave",
    source: "spec/api-protocol-spec.ts",
    ask: async ({ ground }) => [
      await ground.title(),
      await ground.evaluate(() => document.contentType),
    ],
    is: ["Facts", "text/html"],
  },
  {
    of: ["Protocol.registerSchemesAsPrivileged"],
    says: "privileges are given before the app is ready, and make a secure place of the scheme",
    source: "spec/api-protocol-spec.ts",
    ask: async ({ main, ground }) => [
      await main(({ protocol }) =>
        globalThis.facts.thrown(() => protocol.registerSchemesAsPrivileged([])),
      ),
      await ground.evaluate(() => isSecureContext),
    ],
    is: ["protocol.registerSchemesAsPrivileged should be called before app is ready", true],
  },
  {
    of: [
      "Session.setPermissionRequestHandler",
      "Session.setPermissionCheckHandler",
      "Session.setDevicePermissionHandler",
      "Session.setDisplayMediaRequestHandler",
    ],
    says: "who may do what is decided by functions, or by nobody again; anything else is refused",
    source: "shell/browser/api/electron_api_session.cc",
    ask: ({ main }) =>
      main(({ session }) => {
        const given = session.fromPartition("asked");
        const deciders = [
          (value: unknown) => given.setPermissionRequestHandler(globalThis.facts.wrong(value)),
          (value: unknown) => given.setPermissionCheckHandler(globalThis.facts.wrong(value)),
          (value: unknown) => given.setDevicePermissionHandler(globalThis.facts.wrong(value)),
          (value: unknown) => given.setDisplayMediaRequestHandler(globalThis.facts.wrong(value)),
        ];
        const { thrown } = globalThis.facts;
        return deciders.map((decide) => [
          thrown(() => decide(() => false)),
          thrown(() => decide(null)),
          thrown(() => decide(5)) !== null,
        ]);
      }),
    is: [
      [null, null, true],
      [null, null, true],
      [null, null, true],
      [null, null, true],
    ],
  },
  {
    of: ["Session.setProxy"],
    says: "a way of finding the proxy that there is not is refused, and one that there is taken",
    source: "spec/api-session-spec.ts",
    ask: ({ main }) =>
      main(async ({ session }) => {
        const given = session.fromPartition("by-proxy");
        const { rejected } = globalThis.facts;
        const no = await rejected(given.setProxy({ mode: globalThis.facts.wrong("nowhere") }));
        const yes = await rejected(
          given.setProxy({ mode: "fixed_servers", proxyRules: "http://255.255.255.255:1" }),
        );
        return [/invalid mode/iu.test(no ?? ""), yes];
      }),
    is: [true, null],
  },
  {
    of: ["Session.setProxy", "BrowserWindow.loadURL"],
    says: "a window goes by its session's proxy, to the same computer too where that is asked for",
    source: "spec/api-session-spec.ts",
    ask: ({ main }) =>
      main(async ({ session }) => {
        const { facts } = globalThis;
        let asked = 0;
        const server = await facts.serve((_request, response) => {
          asked += 1;
          response.end("<!doctype html>");
        });
        const given = session.fromPartition("cut-off");
        await given.setProxy({
          mode: "fixed_servers",
          proxyRules: "http://255.255.255.255:1",
          proxyBypassRules: "<-loopback>",
        });
        given.protocol.handle("facts", () => new Response("<!doctype html>"));
        const window = await facts.open({ webPreferences: { session: given } });
        const said = await facts.rejected(window.loadURL(server.url));
        window.destroy();
        server.close();
        return [/ERR_PROXY_CONNECTION_FAILED/u.test(said ?? ""), asked];
      }),
    is: [true, 0],
  },
  {
    of: ["Net.fetch"],
    says: "an answer is had with its status and text, whatever the status is",
    source: "spec/api-net-spec.ts",
    ask: ({ main }) =>
      main(async ({ net }) => {
        const server = await globalThis.facts.serve((request, response) => {
          const status = request.url === "/no" ? 503 : 200;
          response.writeHead(status, { "retry-after": "7" }).end(request.url);
        });
        const read = async (path: string) => {
          const answer = await net.fetch(`${server.url}${path}`);
          return [answer.status, answer.headers.get("retry-after"), await answer.text()];
        };
        const answers = [await read("/yes"), await read("/no")];
        server.close();
        return answers;
      }),
    is: [
      [200, "7", "/yes"],
      [503, "7", "/no"],
    ],
  },
  {
    of: ["Net.fetch"],
    says: "what is given up before it is answered rejects as an abort",
    source: "spec/api-net-spec.ts",
    ask: ({ main }) =>
      main(async ({ net }) => {
        const ends = new AbortController();
        const answer = net.fetch("http://127.0.0.1:9/", { signal: ends.signal });
        ends.abort();
        try {
          await answer;
          return "answered";
        } catch (error) {
          return error instanceof Error ? error.name : "";
        }
      }),
    is: "AbortError",
  },
  {
    of: ["Net.isOnline"],
    says: "whether there is a network is known at once",
    source: "docs/api/net.md",
    ask: ({ main }) => main(({ net }) => typeof net.isOnline()),
    is: "boolean",
  },
];
