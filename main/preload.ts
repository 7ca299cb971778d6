import { contextBridge, ipcRenderer, type IpcRendererEvent } from "electron";

import { type Bridge, requestNames, stateChannel } from "./contract/ipc.ts";
import type { AppState } from "./contract/state.ts";

const requests = Object.fromEntries(
  requestNames.map((name) => [
    name,
    // Only what was given goes over: an `undefined` more would be a second shape for the same request.
    (...input: unknown[]): Promise<unknown> => ipcRenderer.invoke(name, ...input.slice(0, 1)),
  ]),
);

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- built from the same list the type is
const bridge = {
  ...requests,
  onState(listener: (state: AppState) => void) {
    const relay = (_event: IpcRendererEvent, state: AppState) => {
      listener(state);
    };
    ipcRenderer.on(stateChannel, relay);
    return () => {
      ipcRenderer.off(stateChannel, relay);
    };
  },
} as Bridge;

contextBridge.exposeInMainWorld("app", bridge);
