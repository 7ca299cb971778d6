import { EventEmitter } from "node:events";

import type Electron from "electron";

import { app } from "./app.ts";

type Used = "title" | "body" | "silent" | "actions" | "show" | "close";

export class StandInNotification extends EventEmitter implements Pick<Electron.Notification, Used> {
  title: string;
  body: string;
  silent: boolean;
  actions: Electron.NotificationAction[];
  #isShown = false;
  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    if (!app.isReady()) throw new Error("Cannot create Notification before app is ready");
    this.title = options.title ?? "";
    this.body = options.body ?? "";
    this.silent = options.silent ?? false;
    this.actions = options.actions ?? [];
  }
  static isSupported(): boolean {
    return true;
  }
  show(): void {
    this.#isShown = true;
    setImmediate(() => this.emit("show", {}));
  }
  close(): void {
    if (this.#isShown) this.emit("close", {});
    this.#isShown = false;
  }
}
