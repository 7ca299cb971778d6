import { EventEmitter } from "node:events";

import type Electron from "electron";

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;

class StandInIpcMain
  extends EventEmitter
  implements Pick<Electron.IpcMain, "handle" | "handleOnce" | "removeHandler">
{
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof handler !== "function")
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    this.#handlers.set(channel, handler);
  }
  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }
  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** The stand-in's own: what a message from a page leads to. */
  async answer(channel: string, event: unknown, args: unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of the event as an app may use here
    return handler(event as Electron.IpcMainInvokeEvent, ...args);
  }
}

export const ipcMain = new StandInIpcMain();
