import type { Codec } from "./codec.ts";

interface Bridge {
  expose(key: string, api: unknown): unknown;
}

type InputName = "before-input-event" | "before-mouse-event" | "input-event";

/** What the isolated world tells the main process, as JSON over the binding. */
export type FromPreload =
  | { kind: "invoke"; channel: string; id: number; args: string }
  | { kind: "send"; channel: string; args: string }
  | { kind: "input"; name: InputName; input: Record<string, unknown> }
  | { kind: "preload-error"; message: string };

/** What the main process tells the isolated world. */
export type ToPreload =
  | { kind: "reply"; id: number; value?: string; error?: string }
  | { kind: "event"; channel: string; args: string };

/** Of the process that a preload is in, what the stand-in has to tell it. */
export interface Surroundings {
  readonly platform: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
}

/**
 * The preload's side of Electron: ipcRenderer, contextBridge and a `require` that knows only electron.
 * Injected as text into the isolated world, so it uses nothing from outside itself.
 */
export function createPreloadHost(codec: Codec, bridge: Bridge, of: Surroundings) {
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

  const modifiers = ({ shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent | MouseEvent) => ({
    shift: shiftKey,
    control: ctrlKey,
    alt: altKey,
    meta: metaKey,
  });
  const keyInput = (type: string) => (event: KeyboardEvent) => {
    const { key, code, repeat: isAutoRepeat, isComposing, location } = event;
    const input = { type, key, code, isAutoRepeat, isComposing, location, ...modifiers(event) };
    post({ kind: "input", name: "before-input-event", input });
  };
  const mouseInput = (type: string) => (event: MouseEvent) => {
    const button = ["left", "middle", "right"][event.button];
    const { clientX: x, clientY: y, detail: clickCount } = event;
    post({ kind: "input", name: "before-mouse-event", input: { type, button, x, y, clickCount } });
  };
  const fingerInput = (type: string) => () =>
    post({ kind: "input", name: "input-event", input: { type } });

  /**
   * Main is told of what a person does in a window, before its page is. Chromium marks what came from outside the
   * page, which is where DevTools' input comes from too; nothing a page dispatches or clicks itself has that mark.
   */
  function tell<Name extends keyof WindowEventMap>(
    name: Name,
    listener: (event: WindowEventMap[Name]) => void,
  ): void {
    globalThis.addEventListener?.(
      name,
      (event) => {
        if (event.isTrusted) listener(event);
      },
      { capture: true },
    );
  }
  tell("keydown", keyInput("keyDown"));
  tell("keyup", keyInput("keyUp"));
  tell("mousedown", mouseInput("mouseDown"));
  tell("mouseup", mouseInput("mouseUp"));
  tell("touchstart", fingerInput("touchStart"));
  tell("click", (event) => {
    // Of a finger. A screen reader's has no pointer at all, and Electron's main is told of none either.
    if (event instanceof PointerEvent && event.pointerType === "touch") fingerInput("gestureTap")();
  });

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
    once(channel: string, listener: Listener) {
      const first: Listener = (...words) => {
        ipcRenderer.off(channel, first);
        listener(...words);
      };
      return ipcRenderer.on(channel, first);
    },
    removeAllListeners(channel: string) {
      listeners.delete(channel);
      return ipcRenderer;
    },
  };

  function deliver(text: string): void {
    const message: ToPreload = JSON.parse(text);
    if (message.kind === "event") {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- encode was given an array
      const args = codec.decode(message.args) as unknown[];
      for (const listener of listenersOf(message.channel))
        listener({ sender: ipcRenderer, ports: [] }, ...args);
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
    process: { type: "renderer", contextIsolated: true, sandboxed: true, ...of },
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
