import { join } from "node:path";

import { chromiumSwitches, findChromium } from "../chromium.ts";
import { app } from "./app.ts";
import { CdpConnection } from "./cdp.ts";

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

const switches = [
  "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,CalculateNativeWinOcclusion",
  "--disable-extensions",
  "--password-store=basic",
  "--use-mock-keychain",
  "--hide-scrollbars",
  "--remote-debugging-port=0",
];

/** Starts Chromium with a profile of this app's own, and says where Playwright finds it. */
export async function startBrowser(): Promise<string> {
  const { path, env } = findChromium();
  const isHeadless = process.env["STANDIN_HEADLESS"] !== "0";
  const profile = `--user-data-dir=${join(app.getPath("userData"), "standin-profile")}`;
  const words = [...chromiumSwitches(), ...switches, profile];
  const shown = isHeadless ? headless : headful;
  const started = new CdpConnection(path, [...words, ...shown], env);
  connection = started;
  started.process.once("exit", () => {
    if (!app.isQuitting) process.exit(1);
  });
  app.beforeExit(async () => {
    const closed = started.root.send("Browser.close").catch(() => undefined);
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 2_000))]);
    started.process.kill("SIGKILL");
  });
  const url = await started.webSocketUrl;
  await started.root.send("Target.setDiscoverTargets", { discover: true });
  if (!isHeadless) firstPage = await findFirstPage(started);
  return url;
}

interface Place {
  readonly width: number;
  readonly height: number;
  readonly left?: number;
  readonly top?: number;
}

/** A page in a window of its own; answers its target id. */
export async function createPage(place: Place): Promise<string> {
  const { targetId } = await browser().root.send("Target.createTarget", {
    url: "about:blank",
    newWindow: true,
    ...place,
  });
  return String(targetId);
}

async function findFirstPage({ root }: CdpConnection): Promise<string | null> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { targetInfos } = await root.send("Target.getTargets");
    const page = targetInfos.find((target: { type: string }) => target.type === "page");
    if (page) return String(page.targetId);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
}
