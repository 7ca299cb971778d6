import { app, Notification } from "electron";

import type { Call } from "../contract/requests/vocabulary.ts";
import type { Notice } from "../shell/notices.ts";

export interface Notifier {
  /** Silent; a newer one takes the place of an older. Does nothing where the desktop shows none. */
  show(notice: Notice): void;
  clear(): void;
}

/** The `appId` of electron-builder.yml: Windows shows notifications only of an app that says which it is. */
export const appId = "io.github.quickmeeting.app";

export function createNotifier(onAsk: (call: Call<"notification">) => void): Notifier {
  if (process.platform === "win32") app.setAppUserModelId(appId);
  // Kept, because a notification that is collected loses its clicks.
  let current: Notification | null = null;

  function clear(): void {
    current?.close();
    current = null;
  }

  return {
    clear,
    show({ title, body, actions, click }) {
      clear();
      if (!Notification.isSupported()) return;
      const buttons = actions.map(({ label }) => ({ type: "button" as const, text: label }));
      const notification = new Notification({ title, body, silent: true, actions: buttons });
      notification.on("click", () => onAsk(click));
      notification.on("action", ({ actionIndex }) => onAsk(actions[actionIndex]?.asks ?? click));
      notification.show();
      current = notification;
    },
  };
}
