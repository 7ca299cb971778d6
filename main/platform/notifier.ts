import { app, Notification } from "electron";

import type { Call } from "../contract/requests/vocabulary.ts";
import type { AppState } from "../contract/state.ts";
import type { Notice } from "../shell/notices.ts";
import { noticeBody } from "./notice-text.ts";

export interface Notifier {
  /** Silent; a newer one takes the place of an older. */
  show(notice: Notice): void;
  clear(): void;
}

/** The `appId` of electron-builder.yml: Windows shows notifications only of an app that says which it is. */
export const appId = "io.github.quickmeeting.app";

/** `onFailed`: the system did not show it, and the person has to hear of it otherwise. */
export function createNotifier(
  platform: AppState["platform"],
  onAsk: (call: Call<"notification">) => void,
  onFailed: () => void,
): Notifier {
  if (platform === "win32") app.setAppUserModelId(appId);
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
      if (!Notification.isSupported()) {
        onFailed();
        return;
      }
      const buttons = actions.map(({ label }) => ({ type: "button" as const, text: label }));
      const notification = new Notification({
        title,
        body: noticeBody(body, platform),
        silent: true,
        actions: buttons,
      });
      notification.on("click", () => onAsk(click));
      notification.on("action", ({ actionIndex }) => onAsk(actions[actionIndex]?.asks ?? click));
      // macOS shows none of an app that is not signed.
      notification.on("failed", onFailed);
      notification.show();
      current = notification;
    },
  };
}
