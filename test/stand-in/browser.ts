import { join } from "node:path";

import { chromiumSwitches, findChromium } from "../chromium.ts";
import { app } from "./app.ts";
import { CdpConnection } from "./cdp.ts";

let connection: CdpConnection | null = null;

export function browser(): CdpConnection {
  if (!connection) throw new Error("Chromium is not running yet");
  return connection;
}

const switches = [
  "--no-startup-window",
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
  const started = new CdpConnection(path, isHeadless ? [...words, "--headless=new"] : words, env);
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
  return url;
}
