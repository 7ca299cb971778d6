import { contextBridge, ipcRenderer, type IpcRendererEvent } from "electron";

import { type Bridge, type StateChange, stateChannel, type WindowRequest } from "./contract/ipc.ts";

/** Written in by the build, from the contract: what main checks requests with is of no use here, and takes time to load. */
declare const WINDOW_REQUESTS: readonly WindowRequest[];

const requests = Object.fromEntries(
  WINDOW_REQUESTS.map((name) => [
    name,
    // Only what was given goes over: an `undefined` more would be a second shape for the same request.
    (...input: unknown[]): Promise<unknown> => ipcRenderer.invoke(name, ...input.slice(0, 1)),
  ]),
);

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- built from the same list the type is
const bridge = {
  ...requests,
  onState(listener: (change: StateChange) => void) {
    const relay = (_event: IpcRendererEvent, change: StateChange) => {
      listener(change);
    };
    ipcRenderer.on(stateChannel, relay);
    return () => {
      ipcRenderer.off(stateChannel, relay);
    };
  },
} as Bridge;

contextBridge.exposeInMainWorld("app", bridge);
