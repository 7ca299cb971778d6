import { createServer as createHttpServer, type RequestListener } from "node:http";
import { connect, createServer, type Server } from "node:net";

import { afterEach, describe, expect, test } from "vitest";

import { listenOnLoopback } from "../../../../main/auth/sign-in/loopback-port.ts";

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** Somebody else on this computer: what they bind, or why they cannot. */
async function stranger(host: string, port: number): Promise<string> {
  const server = createServer();
  opened.push(server);
  const { promise, resolve } = Promise.withResolvers<string>();
  server.once("error", (error) => resolve("code" in error ? String(error.code) : "error"));
  server.listen({ host, port, exclusive: true }, () => resolve("bound"));
  return promise;
}

const answers: RequestListener = (_request, response) => {
  response.end("ours");
};
const create = () => createHttpServer(answers);
const hasIpv6 = (await stranger("::1", 0)) === "bound";

async function hold(options: Parameters<typeof listenOnLoopback>[1] = {}) {
  const port = await listenOnLoopback(create, options);
  opened.push(port);
  return port;
}

function greets(host: string, port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ host, port }, () => resolve(true));
  socket.on("error", () => resolve(false));
  opened.push({ close: () => socket.destroy() });
  return promise;
}

async function isOurs(port: number): Promise<boolean> {
  try {
    return (await (await fetch(`http://127.0.0.1:${port}`)).text()) === "ours";
  } catch {
    return false;
  }
}

const listen = (server: Server, host: string, port: number) => {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  server.once("error", reject);
  server.listen({ host, port, exclusive: true }, () => resolve(undefined));
  return promise;
};

const refusing =
  (code: string, host = "::1") =>
  (server: Server, at: string, port: number) =>
    at === host
      ? Promise.reject(Object.assign(new Error(code), { code }))
      : listen(server, at, port);

describe("the port of a sign-in", () => {
  test.runIf(hasIpv6)("is ours on both addresses a browser may try", async () => {
    const { port } = await hold();
    expect(await greets("127.0.0.1", port)).toBe(true);
    expect(await greets("::1", port)).toBe(true);
  });

  test.runIf(hasIpv6)("leaves nobody its other half while we listen", async () => {
    const { port } = await hold();
    expect(await stranger("127.0.0.1", port)).toBe("EADDRINUSE");
    expect(await stranger("::1", port)).toBe("EADDRINUSE");
  });

  test.runIf(hasIpv6)("is another one where a stranger holds half of it already", async () => {
    const taken: number[] = [];
    const { port } = await hold({
      async listen(server, host, wanted) {
        if (host === "::1" && taken.length < 3) {
          taken.push(wanted);
          // Or somebody on this machine holds it already.
          await stranger("::1", wanted);
        }
        await listen(server, host, wanted);
      },
    });
    expect(taken).toHaveLength(3);
    expect(taken).not.toContain(port);
    expect(await greets("::1", port)).toBe(true);
    // What was tried in vain is left to others.
    for (const left of taken) expect(await isOurs(left)).toBe(false);
  });

  test.each(["EADDRNOTAVAIL", "EAFNOSUPPORT", "EPROTONOSUPPORT"])(
    "is had without IPv6 (%s)",
    async (code) => {
      const { port } = await hold({ listen: refusing(code) });
      expect(await greets("127.0.0.1", port)).toBe(true);
    },
  );

  test("is not had while somebody takes every other half, and nothing stays open", async () => {
    const held: Server[] = [];
    const refuse = refusing("EADDRINUSE");
    const taking = listenOnLoopback(create, {
      listen(server, host, port) {
        held.push(server);
        return refuse(server, host, port);
      },
    });
    await expect(taking).rejects.toMatchObject({ code: "EADDRINUSE" });
    expect(held.length).toBeGreaterThan(10);
    expect(held.every(({ listening }) => !listening)).toBe(true);
  });

  test("is not had where IPv4 fails, which is told", async () => {
    const taking = listenOnLoopback(create, { listen: refusing("EACCES", "127.0.0.1") });
    await expect(taking).rejects.toMatchObject({ code: "EACCES" });
  });

  test("is free after close, which may be asked for twice", async () => {
    const held = await hold();
    await held.close();
    await held.close();
    expect(await stranger("127.0.0.1", held.port)).toBe("bound");
  });
});
