import type { App, CommandLine, IpcMainInvokeEvent, Session, WebContents } from "electron";

import { rendererOrigin } from "./renderer-files.ts";

/** No page of ours needs any permission, and Electron's default is to grant them all. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer({});
  });
  session.on("will-download", (event) => {
    event.preventDefault();
  });
}

/**
 * Where no program can listen and no packet is sent to. Loopback is no exception: Chromium makes one of it unless it is
 * told otherwise.
 * @see https://www.electronjs.org/docs/latest/api/structures/proxy-config
 */
const nowhere = {
  mode: "fixed_servers",
  proxyRules: "http://255.255.255.255:1",
  proxyBypassRules: "<-loopback>",
} as const;

/** Whatever finds a way past the content security policy ends at this session's proxy. */
export const cutOff = (session: Pick<Session, "setProxy">): Promise<void> =>
  session.setProxy(nowhere);

/**
 * A page may have any name looked up by asking for it ahead of time, and a name can say anything; no policy knows of
 * it, and no proxy. Before the app is ready.
 */
export function forgoLookingAhead(commandLine: Pick<CommandLine, "appendSwitch">): void {
  commandLine.appendSwitch("blink-settings", "dnsPrefetchingEnabled=false");
}

const refuse = (event: { preventDefault(): void }) => {
  event.preventDefault();
};

/** A window stays on the page it was opened with, and opens no other. */
export function confineContents(app: App): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.on("will-navigate", refuse);
    contents.on("will-frame-navigate", refuse);
    contents.on("will-redirect", refuse);
    contents.on("will-attach-webview", refuse);
    // The one way out that no content security policy knows of.
    contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
}

/**
 * Whether a message comes from the main frame of one of our windows, on our own origin. `senderFrame`
 * is null when the frame has gone meanwhile, and one that goes just now throws when it is looked at.
 */
export function isTrustedSender(
  event: Pick<IpcMainInvokeEvent, "sender" | "senderFrame">,
  windows: readonly (WebContents | null)[],
): boolean {
  try {
    const { sender, senderFrame } = event;
    if (senderFrame === null || senderFrame.parent !== null) return false;
    return windows.includes(sender) && isOwnUrl(senderFrame.url);
  } catch {
    return false;
  }
}

function isOwnUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return `${protocol}//${host}` === rendererOrigin && username === "" && password === "";
}
