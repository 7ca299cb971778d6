import type { Server as HttpServer } from "node:http";
import type { AddressInfo, Server } from "node:net";

export interface LoopbackPort {
  readonly port: number;
  close(): Promise<void>;
}

export interface LoopbackPortOptions {
  readonly listen?: (server: Server, host: string, port: number) => Promise<undefined>;
}

const mostTries = 32;

/** There is no such address here, so nobody else can listen on it either. */
const withoutFamily = new Set(["EADDRNOTAVAIL", "EAFNOSUPPORT", "EPROTONOSUPPORT"]);

/**
 * One port on both loopback addresses, never on one that another machine could reach. A browser may try
 * either for "localhost", mostly ::1 first: whoever else held it there would be handed the code.
 */
export async function listenOnLoopback(
  create: () => HttpServer,
  { listen = listenAlone }: LoopbackPortOptions = {},
): Promise<LoopbackPort> {
  for (let tries = 1; ; tries += 1) {
    const servers = [create(), create()] as const;
    try {
      const port = await listenOnBoth(servers, listen);
      return { port, close: () => closeAll(servers) };
    } catch (error) {
      await closeAll(servers);
      if (tries === mostTries || !(error instanceof HalfTaken)) throw causeOf(error);
    }
  }
}

class HalfTaken extends Error {}

const causeOf = (error: unknown) => (error instanceof HalfTaken ? error.cause : error);

async function listenOnBoth(
  [first, second]: readonly [HttpServer, HttpServer],
  listen: NonNullable<LoopbackPortOptions["listen"]>,
): Promise<number> {
  await listen(first, "127.0.0.1", 0);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a TCP server that listens has an AddressInfo
  const { port } = first.address() as AddressInfo;
  try {
    await listen(second, "::1", port);
  } catch (cause) {
    if (!withoutFamily.has(codeOf(cause))) throw new HalfTaken("half taken", { cause });
  }
  return port;
}

function listenAlone(server: Server, host: string, port: number): Promise<undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  server.once("error", reject);
  server.listen({ host, port, exclusive: true }, () => resolve(undefined));
  return promise;
}

async function closeAll(servers: readonly HttpServer[]): Promise<void> {
  await Promise.all(
    servers.map(async (server) => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await closed;
    }),
  );
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";
