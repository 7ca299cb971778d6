import { request as httpRequest } from "node:http";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string;
  readonly type?: string;
  readonly host?: string;
  /** Says that nobody asked for the page yet. */
  readonly ahead?: boolean;
}
export interface Page {
  readonly status: number | undefined;
  readonly headers: Headers;
  readonly body: string;
}

const formType = "application/x-www-form-urlencoded";

/** What a browser, or somebody else on this computer, says to a port of 127.0.0.1. Each request has its own connection. */
export function createVisitor(port: () => number) {
  const sockets: Socket[] = [];

  function headersOf({ method, host, type, body = "", ahead = false }: Sent) {
    const content = { "content-type": type ?? formType, "content-length": Buffer.byteLength(body) };
    const purpose = ahead ? { "sec-purpose": "prefetch" } : {};
    return {
      host: host ?? `localhost:${port()}`,
      ...purpose,
      ...(method === "GET" ? {} : content),
    };
  }

  return {
    send(sent: Sent): Promise<Page> {
      const { method = "POST", path = "/", body = "" } = sent;
      const { promise, resolve, reject } = Promise.withResolvers<Page>();
      const request = httpRequest({
        host: "127.0.0.1",
        port: port(),
        method,
        path,
        agent: false,
        headers: headersOf(sent),
      });
      request.on("error", reject);
      request.on("response", (response) => {
        const headers = new Headers();
        for (const [name, value] of Object.entries(response.headers))
          headers.set(name, String(value));
        text(response).then(
          (page) => resolve({ status: response.statusCode, headers, body: page }),
          reject,
        );
      });
      request.end(method === "GET" ? undefined : body);
      return promise;
    },

    /** A connection that says `words` and stays. */
    async open(words = "", host = "127.0.0.1"): Promise<Socket> {
      const socket = connect({ host, port: port() });
      sockets.push(socket);
      const { promise, resolve, reject } = Promise.withResolvers<undefined>();
      socket.once("connect", () => resolve(undefined));
      socket.on("error", reject);
      await promise;
      if (words !== "") socket.write(words);
      return socket;
    },

    leave() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Resolves once the other side has closed. */
export function closed(socket: Socket): Promise<undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  socket.resume();
  if (socket.destroyed) resolve(undefined);
  else socket.once("close", () => resolve(undefined));
  return promise;
}
