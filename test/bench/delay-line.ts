import { connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What a network far away is: each way takes half a round trip, and a new connection two of them before its first byte. */
export interface DelayLine {
  readonly origin: string;
  readonly connections: () => number;
  /** What an hour does to connections. */
  cut(): Promise<void>;
  close(): void;
}

/** TCP shakes hands in one round trip, TLS 1.3 in another one. */
const roundTripsToConnect = 2;

/** Stands before a server on loopback, whose own connections nobody waits for. */
export async function startDelayLine(
  target: string,
  roundTripMilliseconds: number,
): Promise<DelayLine> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer({ noDelay: true }, (near) => {
    connections += 1;
    const openAt = performance.now() + roundTripsToConnect * roundTripMilliseconds;
    const far = connect({ port: Number(new URL(target).port), host: "127.0.0.1", noDelay: true });
    carry(near, far, { roundTripMilliseconds, openAt });
    carry(far, near, { roundTripMilliseconds, openAt: 0 });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a TCP server has a port
  const { port } = server.address() as { port: number };
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    connections: () => connections,
    async cut() {
      cutAll();
      // Until whoever had them has seen that they are gone.
      await sleep(50);
    },
    close() {
      cutAll();
      server.close();
    },
  };
}

/** Each piece as late as the one before it, at least. */
function carry(
  from: Socket,
  to: Socket,
  { roundTripMilliseconds, openAt }: { roundTripMilliseconds: number; openAt: number },
): void {
  let before = Promise.resolve();
  from.on("data", (piece: Buffer) => {
    const at = Math.max(openAt, performance.now()) + roundTripMilliseconds / 2;
    before = before.then(async () => {
      await sleep(Math.max(0, at - performance.now()));
      if (!to.destroyed) to.write(piece);
    });
  });
}
