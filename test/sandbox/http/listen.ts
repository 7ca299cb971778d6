import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

type RequestListener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Listening {
  readonly port: number;
  readonly baseUrl: string;
  /** Aborts when the server closes, so that nothing waits on. */
  readonly closing: AbortSignal;
  serve: (listener: RequestListener) => void;
  close: () => Promise<void>;
}

/** Listens on 127.0.0.1. Rejects where the port is taken. */
export async function listen(port: number): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: 60_000 });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("There is no port");
  const closing = new AbortController();
  return {
    port: address.port,
    baseUrl: `http://127.0.0.1:${address.port}`,
    closing: closing.signal,
    serve(listener) {
      server.on("request", (request, response) => {
        listener(request, response).catch((error: unknown) => {
          process.emitWarning(error instanceof Error ? error : String(error));
          response.destroy();
        });
      });
    },
    async close() {
      closing.abort();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
