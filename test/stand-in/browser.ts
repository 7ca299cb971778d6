import { once } from "node:events";
import { join } from "node:path";

import { chromiumSwitches, findChromium, findVisibleChromium } from "../chromium.ts";
import { app } from "./app.ts";
import { CdpConnection } from "./cdp.ts";

/** Only what hangs takes this long. */
const hangMilliseconds = 60_000;

let connection: CdpConnection | null = null;

export function browser(): CdpConnection {
  if (!connection) throw new Error("Chromium is not running yet");
  return connection;
}

/** An app window has no tabs and no address; the first one opened this way becomes the app's first. */
const headful = [
  "--app=data:text/html,",
  "--test-type",
  "--window-size=380,592",
  "--window-position=40,40",
];
const headless = ["--headless=new", "--no-startup-window"];
let firstPage: string | null = null;

/** Once: the page that a headful Chromium starts with. */
export function takeFirstPage(): string | null {
  const page = firstPage;
  firstPage = null;
  return page;
}

export const strictWebRtc = "disable_non_proxied_udp";

const switches = [
  `--force-webrtc-ip-handling-policy=${strictWebRtc}`,
  "--disable-extensions",
  "--password-store=basic",
  "--use-mock-keychain",
  "--hide-scrollbars",
  // What a page opens is asked about and never there, as in Electron. Opened and closed at once, it left the
  // page behind it without a timer that ran.
  "--block-new-web-contents",
  "--remote-debugging-port=0",
];

/** Starts Chromium with a profile of this app's own, and says where Playwright finds it. */
export async function startBrowser(): Promise<string> {
  const isHeadless = process.env["STANDIN_HEADLESS"] !== "0";
  const found = isHeadless ? findChromium() : findVisibleChromium();
  if (!found) throw new Error("There is no browser that could show a window");
  const profile = `--user-data-dir=${join(app.getPath("userData"), "standin-profile")}`;
  const words = [...chromiumSwitches(), ...switches, ...app.commandLine.switches, profile];
  const shown = isHeadless ? headless : headful;
  const started = new CdpConnection(found.path, [...words, ...shown], found.env);
  connection = started;
  const gone = once(started.process, "exit");
  started.process.once("exit", () => {
    if (!app.isQuitting) process.exit(1);
  });
  app.beforeExit(async () => {
    // One that is asked and does not go hangs: then it is ended all the same.
    const patience = setTimeout(() => started.process.kill("SIGKILL"), hangMilliseconds);
    started.root.send("Browser.close").catch(() => undefined);
    await gone;
    clearTimeout(patience);
  });
  const url = await started.webSocketUrl;
  const firstShown = isHeadless ? null : findFirstPage(started);
  await started.root.send("Target.setDiscoverTargets", { discover: true });
  firstPage = await firstShown;
  return url;
}

export interface Place {
  readonly width: number;
  readonly height: number;
  readonly left?: number;
  readonly top?: number;
}

/** A page in a window of its own, in Chromium's own profile or another context; answers its target id. */
export async function createPage(place: Place, browserContextId?: string | null): Promise<string> {
  const { targetId } = await browser().root.send("Target.createTarget", {
    url: "about:blank",
    newWindow: true,
    ...(browserContextId ? { browserContextId } : {}),
    ...place,
  });
  return String(targetId);
}

/** Chromium tells of each page there is once it is asked to discover them. */
function findFirstPage({ root }: CdpConnection): Promise<string> {
  return new Promise((resolve) => {
    root.on("Target.targetCreated", ({ targetInfo }) => {
      if (targetInfo.type === "page") resolve(String(targetInfo.targetId));
    });
  });
}
