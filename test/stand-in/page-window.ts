import { browser } from "./browser.ts";
import type { CdpSession } from "./cdp.ts";

/** Exactly this much for the contents, whatever frame is around them. */
export const resizePage = (session: CdpSession | null, width: number, height: number) =>
  session?.send("Emulation.setDeviceMetricsOverride", {
    width,
    height,
    deviceScaleFactor: 0,
    mobile: false,
  });

export async function setPageState(
  session: CdpSession | null,
  windowState: "normal" | "minimized",
): Promise<void> {
  const { windowId } = (await session?.send("Browser.getWindowForTarget")) ?? {};
  await browser()
    .root.send("Browser.setWindowBounds", { windowId, bounds: { windowState } })
    .catch(() => undefined);
  if (windowState === "normal") await session?.send("Page.bringToFront").catch(() => undefined);
}
