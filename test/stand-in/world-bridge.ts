/** Either a value as it is, or something that stays on its own side and is called from the other. */
type Sent =
  | { v: unknown }
  | { f: number }
  | { p: number }
  | { e: string }
  | { a: Sent[] }
  | { o: [string, Sent][] };

type Message =
  | { op: "reply"; ok?: Sent; err?: Sent }
  | { op: "settle"; id: number; ok?: Sent; err?: Sent }
  | { op: "call"; id: number; args: Sent[] }
  | { op: "expose"; key: string; api: Sent };

/**
 * What contextBridge does, between the preload's isolated world and the page's: values are copied,
 * functions and promises proxied, the exposed object frozen. Injected as text into both worlds, so it
 * uses nothing from outside itself. Blink clones a CustomEvent's detail across worlds synchronously.
 */
export function createWorldBridge(secret: string, mine: string, theirs: string) {
  const listen = document.addEventListener.bind(document);
  const dispatch = document.dispatchEvent.bind(document);
  const Event = CustomEvent;
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const ids = new WeakMap<object, number>();
  const waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (e: unknown) => void }
  >();
  const deepest = 1000;
  let lastId = 0;
  let reply: { ok?: Sent; err?: Sent } | null = null;

  const post = (message: Message) => dispatch(new Event(secret + theirs, { detail: message }));

  function ask(message: Message): unknown {
    const outer = reply;
    reply = null;
    post(message);
    // Set by the listener below while post ran.
    const got = reply as { ok?: Sent; err?: Sent } | null;
    reply = outer;
    if (!got) throw new Error("bridge: no reply");
    if (got.err) throw take(got.err);
    return got.ok ? take(got.ok) : undefined;
  }

  async function settle(id: number, value: Promise<unknown>): Promise<void> {
    try {
      post({ op: "settle", id, ok: give(await value) });
    } catch (error) {
      post({ op: "settle", id, err: give(error) });
    }
  }

  function give(value: unknown, depth = 0): Sent {
    if (depth > deepest)
      throw new Error(
        "Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.",
      );
    if (typeof value === "function") {
      const known = ids.get(value);
      if (known !== undefined) return { f: known };
      lastId += 1;
      ids.set(value, lastId);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- typeof says it is a function
      functions.set(lastId, value as (...args: unknown[]) => unknown);
      return { f: lastId };
    }
    if (value === null || typeof value !== "object") return { v: value };
    if (value instanceof Promise) {
      lastId += 1;
      const id = lastId;
      void settle(id, value);
      return { p: id };
    }
    if (value instanceof Error) return { e: value.message };
    if (Array.isArray(value)) return { a: value.map((part) => give(part, depth + 1)) };
    const prototype: unknown = Object.getPrototypeOf(value);
    const isPlain = prototype === null || prototype === Object.prototype;
    if (isPlain)
      return { o: Object.entries(value).map(([key, part]) => [key, give(part, depth + 1)]) };
    return { v: structuredClone(value) };
  }

  function take(sent: Sent): unknown {
    if ("f" in sent) {
      const id = sent.f;
      return (...args: unknown[]) => ask({ op: "call", id, args: args.map((arg) => give(arg)) });
    }
    if ("p" in sent) {
      const id = sent.p;
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    }
    if ("e" in sent) return new Error(sent.e);
    if ("a" in sent) return sent.a.map(take);
    if ("o" in sent) return Object.fromEntries(sent.o.map(([key, part]) => [key, take(part)]));
    return sent.v;
  }

  function freeze(value: unknown): unknown {
    if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
      Object.values(value).forEach(freeze);
      Object.freeze(value);
    }
    return value;
  }

  function expose(key: string, api: Sent): void {
    if (Object.hasOwn(globalThis, key))
      throw new Error("Cannot bind an API on top of an existing property on the window object");
    const value = freeze(take(api));
    Object.defineProperty(globalThis, key, { value, enumerable: true });
  }

  function answer(message: Message & { op: "call" | "expose" }): unknown {
    if (message.op === "expose") return expose(message.key, message.api);
    return functions.get(message.id)?.(...message.args.map(take));
  }

  listen(secret + mine, (event) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the other half knows the event's name
    const message = (event as CustomEvent).detail as Message;
    if (message.op === "reply") {
      reply = message;
      return;
    }
    if (message.op === "settle") {
      const promise = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.err) promise?.reject(take(message.err));
      else promise?.resolve(message.ok ? take(message.ok) : undefined);
      return;
    }
    try {
      post({ op: "reply", ok: give(answer(message)) });
    } catch (error) {
      post({ op: "reply", err: give(error instanceof Error ? error : new Error(String(error))) });
    }
  });

  return { expose: (key: string, api: unknown) => ask({ op: "expose", key, api: give(api) }) };
}
