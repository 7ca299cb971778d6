import { once } from "node:events";
import { createServer } from "node:http";

import { browser } from "./browser.ts";
import type { CdpSession } from "./cdp.ts";
import { openUnseenPage } from "./other-pages.ts";

export type Forms = ReadonlyMap<string, string>;

/** Where windows are shown, others paste what was copied; elsewhere there is no desktop that had a clipboard. */
export const hasDesktopClipboard = process.env["STANDIN_HEADLESS"] === "0";

const kinds: readonly string[] = ["text/plain", "text/html"];
let page: Promise<CdpSession> | null = null;

/** A page of the stand-in's own, which nobody sees: only its origin may use the clipboard, no page of the app's. */
async function openPage(): Promise<CdpSession> {
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html").end("<!doctype html><title>clipboard</title>");
  }).listen(0, "127.0.0.1");
  server.unref();
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const origin = `http://127.0.0.1:${address.port}`;
  await browser().root.send("Browser.grantPermissions", {
    origin,
    permissions: ["clipboardReadWrite", "clipboardSanitizedWrite"],
  });
  const { session } = await openUnseenPage();
  await session.send("Page.enable");
  const loaded = new Promise<void>((resolve) => session.on("Page.loadEventFired", () => resolve()));
  await session.send("Page.navigate", { url: origin });
  await loaded;
  server.close();
  // A page without the focus may not ask, whatever it was granted.
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: true });
  return session;
}

async function evaluate(expression: string): Promise<unknown> {
  page ??= openPage();
  const session = await page;
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error("The desktop's clipboard did not answer");
  return result.value;
}

export async function writeToDesktop(forms: Forms): Promise<void> {
  const known = [...forms].filter(([type]) => kinds.includes(type));
  const items = known.length > 0 ? known : [["text/plain", ""]];
  await evaluate(`navigator.clipboard.write([new ClipboardItem(Object.fromEntries(
    ${JSON.stringify(items)}.map(([type, text]) => [type, new Blob([text], { type })])))])`);
}

export async function readFromDesktop(): Promise<Forms> {
  const found = await evaluate(`navigator.clipboard.read().then(async ([item]) => JSON.stringify(
    await Promise.all((item?.types ?? []).filter((type) => ${JSON.stringify(kinds)}.includes(type))
      .map(async (type) => [type, await (await item.getType(type)).text()]))))`);
  const pairs: [string, string][] = JSON.parse(String(found));
  return new Map(pairs);
}
