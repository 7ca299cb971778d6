import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import { Duplex } from "node:stream";

/** Parameters and results of the DevTools protocol, looked at only where they are used. */
// oxlint-disable-next-line typescript/no-explicit-any -- the protocol's types would be a package of their own for a dozen calls
export type Params = Record<string, any>;

/** One target's conversation, or the browser's own. Emits the protocol's events by their names. */
export class CdpSession extends EventEmitter {
  readonly #connection: CdpConnection;
  readonly #id: string | undefined;
  constructor(connection: CdpConnection, id?: string) {
    super();
    this.#connection = connection;
    this.#id = id;
  }
  send(method: string, params: Params = {}): Promise<Params> {
    return this.#connection.call(method, params, this.#id);
  }
  override on(event: string, listener: (params: Params) => void): this {
    return super.on(event, listener);
  }
}

/**
 * Chromium, spoken to over a pipe (file descriptors 3 and 4): when this process dies, however it dies,
 * the pipe closes and Chromium ends by itself, as Electron's own does.
 */
export class CdpConnection {
  readonly process: ChildProcess;
  readonly root = new CdpSession(this);
  /** The address Playwright connects to. */
  readonly webSocketUrl: Promise<string>;
  readonly #sessions = new Map<string, CdpSession>();
  readonly #waiting = new Map<
    number,
    { resolve: (value: Params) => void; reject: (e: Error) => void }
  >();
  readonly #input: Duplex;
  #rest: Buffer[] = [];
  #lastId = 0;

  constructor(path: string, words: readonly string[], env: NodeJS.ProcessEnv) {
    this.process = spawn(path, ["--remote-debugging-pipe", ...words], {
      env,
      stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    });
    const { stderr } = this.process;
    const [, , , input, output] = this.process.stdio;
    if (!stderr || !(input instanceof Duplex) || !(output instanceof Duplex))
      throw new Error("Chromium was started without its pipes");
    this.#input = input;
    this.#input.on("error", () => undefined);
    output.on("error", () => undefined);
    output.on("data", (chunk: Buffer) => this.#read(chunk));
    this.webSocketUrl = new Promise((resolve) => {
      let said = "";
      stderr.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const url = /DevTools listening on (ws:\S+)/u.exec(said)?.[1];
        if (url !== undefined) resolve(url);
      });
    });
  }

  call(method: string, params: Params, sessionId?: string): Promise<Params> {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
  }

  async attach(targetId: string): Promise<CdpSession> {
    const { sessionId } = await this.root.send("Target.attachToTarget", {
      targetId,
      flatten: true,
    });
    const session = new CdpSession(this, String(sessionId));
    this.#sessions.set(String(sessionId), session);
    return session;
  }

  /** Messages end with a zero byte, wherever the chunks do. */
  #read(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...this.#rest, rest.subarray(0, end)]).toString();
      this.#rest = [];
      rest = rest.subarray(end + 1);
      this.#receive(JSON.parse(text));
    }
    if (rest.length > 0) this.#rest.push(rest);
  }

  #receive({ id, error, result, method, params, sessionId }: Params): void {
    if (typeof id === "number") {
      const call = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) call?.reject(new Error(String(error.message)));
      else call?.resolve(result);
      return;
    }
    const session = sessionId === undefined ? this.root : this.#sessions.get(String(sessionId));
    session?.emit(String(method), params);
  }
}
