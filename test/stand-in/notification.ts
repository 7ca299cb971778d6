import { EventEmitter } from "node:events";

import type Electron from "electron";

type Used = "title" | "body" | "silent" | "actions" | "show" | "close";

export class StandInNotification extends EventEmitter implements Pick<Electron.Notification, Used> {
  title: string;
  body: string;
  silent: boolean;
  actions: Electron.NotificationAction[];
  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = options.title ?? "";
    this.body = options.body ?? "";
    this.silent = options.silent ?? false;
    this.actions = options.actions ?? [];
  }
  static isSupported(): boolean {
    return true;
  }
  show(): void {
    setImmediate(() => this.emit("show", {}));
  }
  close(): void {
    this.emit("close", {});
  }
}
