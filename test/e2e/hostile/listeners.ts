import { createSocket } from "node:dgram";
import { createServer } from "node:net";
import { once } from "node:events";

/** Where one way out leads to, and whether anybody came. */
export interface Listener {
  readonly port: number;
  readonly heard: () => number;
  readonly close: () => void;
}

/** Counts connections and packets on both families of loopback alike; it answers nothing. */
export async function listen(): Promise<Listener> {
  let heard = 0;
  const tcp = createServer((socket) => {
    heard += 1;
    socket.on("error", () => undefined);
    // A page that waits for an answer would wait for ever.
    socket.setTimeout(500, () => socket.destroy());
  });
  tcp.listen(0, "127.0.0.1");
  await once(tcp, "listening");
  const address = tcp.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const udp = createSocket("udp4");
  udp.on("message", () => (heard += 1));
  udp.bind(port, "127.0.0.1");
  await once(udp, "listening");
  return {
    port,
    heard: () => heard,
    close() {
      tcp.close();
      udp.close();
    },
  };
}
