import { EventEmitter } from "node:events";

import type {
  App,
  IpcMainInvokeEvent,
  ProxyConfig,
  Session,
  WebContents,
  WebFrameMain,
} from "electron";
import { describe, expect, test } from "vitest";

import {
  confineContents,
  cutOff,
  denyPermissions,
  forgoLookingAhead,
  isTrustedSender,
} from "../../../../main/platform/windows/hardening.ts";

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only its identity is looked at
const windowOf = (id: number) => ({ id }) as WebContents;
const popup = windowOf(1);
const settings = windowOf(2);

const eventFrom = (
  sender: WebContents,
  frame: { url: string; parent: WebFrameMain | null } | null,
) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of an event as is looked at
  ({ sender, senderFrame: frame }) as Pick<IpcMainInvokeEvent, "sender" | "senderFrame">;

const main = (url: string) => ({ url, parent: null });
const isTrusted = (event: ReturnType<typeof eventFrom>) =>
  isTrustedSender(event, [popup, null, settings]);

describe("who may ask", () => {
  test("the main frame of each of our windows, on our origin", () => {
    expect(isTrusted(eventFrom(popup, main("app://main/index.html")))).toBe(true);
    expect(isTrusted(eventFrom(settings, main("app://main/index.html?window=settings")))).toBe(
      true,
    );
  });

  test("no other contents", () => {
    expect(isTrusted(eventFrom(windowOf(1), main("app://main/index.html")))).toBe(false);
  });

  test("no frame that has gone", () => {
    expect(isTrusted(eventFrom(popup, null))).toBe(false);
    const going = {
      parent: null,
      get url(): string {
        throw new Error("Render frame was disposed before WebFrameMain could be accessed");
      },
    };
    expect(isTrusted(eventFrom(popup, going))).toBe(false);
  });

  test("no frame inside another", () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- any parent makes it a subframe
    const parent = main("app://main/index.html") as WebFrameMain;
    expect(isTrusted(eventFrom(popup, { url: "app://main/index.html", parent }))).toBe(false);
  });

  test.each([
    "app://other/index.html",
    "app://main.evil/index.html",
    "app://main:8080/index.html",
    "app://main@evil/index.html",
    "app://user@main/index.html",
    "https://main/index.html",
    "https://evil.example/app://main/",
    "file:///app/index.html",
    "data:text/html,app://main/",
    "about:blank",
    "app:main",
    "",
  ])("nobody at %s", (url) => {
    expect(isTrusted(eventFrom(popup, main(url)))).toBe(false);
  });
});

/** A session that keeps the handlers it is given. */
function recordingSession() {
  const handlers: Record<string, (...words: unknown[]) => unknown> = {};
  const keep = (name: string) => (handler: (...words: unknown[]) => unknown) => {
    handlers[name] = handler;
  };
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: keep("request"),
    setPermissionCheckHandler: keep("check"),
    setDevicePermissionHandler: keep("device"),
    setDisplayMediaRequestHandler: keep("display"),
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a session as is hardened
  denyPermissions(session as EventEmitter as Session);
  return { session, handlers };
}

test("every permission is denied, asked for or looked up", () => {
  const { handlers } = recordingSession();
  const answers: unknown[] = [];
  for (const permission of ["clipboard-read", "media", "geolocation", "openExternal", "unknown"]) {
    handlers["request"]?.({}, permission, (answer: unknown) => answers.push(answer));
    answers.push(handlers["check"]?.({}, permission, "app://main"));
  }
  answers.push(handlers["device"]?.({ deviceType: "usb" }));
  expect(new Set(answers)).toEqual(new Set([false]));
  let streams: unknown;
  handlers["display"]?.({}, (answer: unknown) => (streams = answer));
  expect(streams).toEqual({});
});

test("the windows' proxy is one nobody can listen at, for loopback too", async () => {
  const given: ProxyConfig[] = [];
  await cutOff({
    async setProxy(config) {
      given.push(config);
    },
  });
  const [{ mode, proxyRules = "", proxyBypassRules } = {}, ...more] = given;
  // One for all schemes, and no other in its place.
  expect([mode, proxyBypassRules, more]).toEqual(["fixed_servers", "<-loopback>", []]);
  expect(proxyRules).toMatch(/^http:\/\/255\.255\.255\.255:\d+$/u);
});

test("no name is looked up because a page asks for it ahead of time", () => {
  const switches: unknown[] = [];
  forgoLookingAhead({ appendSwitch: (...one) => void switches.push(one) });
  expect(switches).toEqual([["blink-settings", "dnsPrefetchingEnabled=false"]]);
});

/** Whether an event that is emitted gets its default taken away. */
function isPrevented(emitter: EventEmitter, name: string): boolean {
  let prevented = false;
  emitter.emit(name, { preventDefault: () => (prevented = true) });
  return prevented;
}

test("nothing is downloaded", () => {
  expect(isPrevented(recordingSession().session, "will-download")).toBe(true);
});

test("contents go nowhere, attach nothing and open no window", () => {
  const app = new EventEmitter();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of the app as is listened to
  confineContents(app as App);
  let openWindow: ((details: unknown) => unknown) | undefined;
  let webRtc = "default";
  const contents = Object.assign(new EventEmitter(), {
    setWebRTCIPHandlingPolicy(policy: string) {
      webRtc = policy;
    },
    setWindowOpenHandler(handler: (details: unknown) => unknown) {
      openWindow = handler;
    },
  });
  app.emit("web-contents-created", {}, contents);
  expect(webRtc).toBe("disable_non_proxied_udp");
  for (const name of [
    "will-navigate",
    "will-frame-navigate",
    "will-redirect",
    "will-attach-webview",
  ])
    expect(isPrevented(contents, name), name).toBe(true);
  expect(openWindow?.({ url: "https://evil.example" })).toEqual({ action: "deny" });
});
