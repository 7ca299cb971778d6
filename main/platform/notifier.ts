import { app, Notification } from "electron";

import type { Notice, NoticeAction } from "../notices.ts";

export interface Notifier {
  /** Silent; a newer one takes the place of an older. Does nothing where the desktop shows none. */
  show(notice: Notice): void;
  clear(): void;
}

/** The `appId` of electron-builder.yml: Windows shows notifications only of an app that says which it is. */
export const appId = "io.github.quickmeeting.app";

export function createNotifier(onChosen: (action: NoticeAction) => void): Notifier {
  if (process.platform === "win32") app.setAppUserModelId(appId);
  // Kept, because a notification that is collected loses its clicks.
  let current: Notification | null = null;

  function clear(): void {
    current?.close();
    current = null;
  }

  return {
    clear,
    show({ title, body, action }) {
      clear();
      if (!Notification.isSupported()) return;
      const actions = action ? [{ type: "button" as const, text: action.label }] : [];
      const notification = new Notification({ title, body, silent: true, actions });
      notification.on("click", () => onChosen("open"));
      notification.on("action", () => onChosen(action?.id ?? "open"));
      notification.show();
      current = notification;
    },
  };
}
