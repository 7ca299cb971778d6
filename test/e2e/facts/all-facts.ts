import { appFacts } from "./about/app.ts";
import { contentsFacts } from "./about/contents.ts";
import { desktopFacts } from "./about/desktop.ts";
import { panelFacts } from "./about/panel.ts";
import { sessionFacts } from "./about/session.ts";
import { windowFacts } from "./about/windows.ts";
import type { Fact } from "./fact.ts";

export const allFacts: readonly Fact[] = [
  ...appFacts,
  ...windowFacts,
  ...contentsFacts,
  ...sessionFacts,
  ...panelFacts,
  ...desktopFacts,
];

/** What no program can bring about from inside, each with what would have to happen. */
export const outOfReach: Readonly<Record<string, string>> = {
  "App.on(activate)": "a click on the icon in macOS' dock",
  "App.on(login)": "a proxy of the system that asks for a name",
  "LoginItemSettings.status": "macOS' list of login items",
  "Notification.on(action)": "somebody who presses a button of a notification",
  "Notification.on(click)": "somebody who clicks a notification",
  "Notification.on(failed)": "Windows, which refuses to show one",
  "PowerMonitor.on(resume)": "a computer that wakes up",
  "PowerMonitor.on(unlock-screen)": "somebody who unlocks the screen",
  "Session.on(will-download)":
    "a page that gets a file; the hostile pages of security.spec.ts try it",
  "Tray.on(click)": "a click on the icon",
  "Tray.on(middle-click)": "a click on the icon",
  "Tray.on(mouse-enter)": "a pointer over the icon",
  "Tray.on(right-click)": "a click on the icon",
  "WebContents.on(input-event)": "a finger or a pen, which are not told of before",
  "WebContents.on(render-process-gone)": "a page that dies; desk-truth.spec.ts ends one",
  "WebContents.on(will-attach-webview)": "a page with a webview, which no window here allows",
  "WebContents.on(will-frame-navigate)": "a page with frames, which no window here has",
  "WebContents.on(will-redirect)": "a page that is sent on by a server, which no window here asks",
};
