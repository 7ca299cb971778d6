import type { Codec } from "./codec.ts";

interface Bridge {
  expose(key: string, api: unknown): unknown;
}

/** What the isolated world tells the main process, as JSON over the binding. */
export type FromPreload =
  | { kind: "invoke"; channel: string; id: number; args: string }
  | { kind: "send"; channel: string; args: string }
  | { kind: "input"; type: "keyDown" | "mouseDown" }
  | { kind: "preload-error"; message: string };

/** What the main process tells the isolated world. */
export type ToPreload =
  | { kind: "reply"; id: number; value?: string; error?: string }
  | { kind: "event"; channel: string; args: string };

/**
 * The preload's side of Electron: ipcRenderer, contextBridge and a `require` that knows only electron.
 * Injected as text into the isolated world, so it uses nothing from outside itself.
 */
export function createPreloadHost(codec: Codec, bridge: Bridge, platform: string) {
  type Listener = (event: object, ...args: unknown[]) => void;
  const bindingName = "__standin_send";
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Runtime.addBinding made it
  const send = Reflect.get(globalThis, bindingName) as (text: string) => void;
  Reflect.deleteProperty(globalThis, bindingName);
  const waiting = new Map<
    number,
    { resolve: (v: unknown) => void; reject: (e: Error) => void; channel: string }
  >();
  const listeners = new Map<string, Listener[]>();
  let lastId = 0;

  const post = (message: FromPreload) => send(JSON.stringify(message));
  const listenersOf = (channel: string) => listeners.get(channel) ?? [];

  // Main is told of what a person does in a window.
  for (const [name, type] of [
    ["keydown", "keyDown"],
    ["mousedown", "mouseDown"],
  ] as const)
    globalThis.addEventListener?.(name, () => post({ kind: "input", type }), { capture: true });

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]) {
      lastId += 1;
      const id = lastId;
      post({ kind: "invoke", channel, id, args: codec.encode(args) });
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, channel });
      });
    },
    send(channel: string, ...args: unknown[]) {
      post({ kind: "send", channel, args: codec.encode(args) });
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...listenersOf(channel), listener]);
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      const left = listenersOf(channel).filter((other) => other !== listener);
      listeners.set(channel, left);
      return ipcRenderer;
    },
  };

  function deliver(text: string): void {
    const message: ToPreload = JSON.parse(text);
    if (message.kind === "event") {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- encode was given an array
      const args = codec.decode(message.args) as unknown[];
      for (const listener of listenersOf(message.channel))
        listener({ sender: ipcRenderer }, ...args);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error !== undefined)
      call?.reject(new Error(`Error invoking remote method '${call.channel}': ${message.error}`));
    else call?.resolve(codec.decode(message.value ?? "[]"));
  }
  Reflect.set(globalThis, "__standin_deliver", deliver);

  const electron = {
    ipcRenderer,
    contextBridge: { exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api) },
  };
  return {
    process: { type: "renderer", platform, contextIsolated: true, sandboxed: true },
    require(name: string) {
      if (/^electron(\/(renderer|common))?$/u.test(name)) return electron;
      throw new Error(`module not found: ${name}`);
    },
    report: (error: unknown) =>
      post({
        kind: "preload-error",
        message: error instanceof Error ? (error.stack ?? "") : String(error),
      }),
  };
}
