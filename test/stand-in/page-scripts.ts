import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";

import type { CdpSession } from "./cdp.ts";
import { createCodec } from "./codec.ts";
import { createPreloadHost, type Surroundings } from "./preload-host.ts";
import { interceptedPattern } from "./schemes.ts";
import { createWorldBridge } from "./world-bridge.ts";

/** The world preloads run in, by the name Electron gives it. */
export const isolatedWorld = "Electron Isolated Context";

// Functions become text here: Node has stripped their types already, and each uses nothing from outside.
const asText = (value: unknown) => JSON.stringify(value);
const [codec, worldBridge, preloadHost] = [createCodec, createWorldBridge, createPreloadHost].map(
  String,
);

const { platform, versions } = process;
const surroundings: Surroundings = { platform, versions };

/** The page's half of the bridge. */
const pageScript = (secret: string): string =>
  `if (window === window.top) (${worldBridge})(${asText(secret)}, "page", "preload");`;

/** The preload with its surroundings; the built file is taken as it is. */
function preloadScript(secret: string, preload: string | undefined): string {
  if (preload === undefined) return "";
  const built = readFileSync(preload, "utf8");
  return `if (window === window.top) (() => {
const codec = (${codec})();
const bridge = (${worldBridge})(${asText(secret)}, "preload", "page");
const host = (${preloadHost})(codec, bridge, ${asText(surroundings)});
const { require, process } = host;
try { (function (exports, require, module, process) { ${built}
}).call(globalThis, {}, require, { exports: {} }, process) } catch (error) { host.report(error) }
})();
//# sourceURL=stand-in-preload.js`;
}

/** What a new page needs before it loads anything: both halves of the bridge, and its requests by way of us. */
export async function preparePage(session: CdpSession, preload: string | undefined): Promise<void> {
  const secret = randomBytes(12).toString("hex");
  const onEveryDocument = "Page.addScriptToEvaluateOnNewDocument";
  const inWorld = { source: preloadScript(secret, preload), worldName: isolatedWorld };
  const binding = { name: "__standin_send", executionContextName: isolatedWorld };
  const patterns = [
    { urlPattern: interceptedPattern },
    { urlPattern: "*", resourceType: "Document" },
    { urlPattern: "app:*" },
  ];
  await Promise.all([
    session.send("Page.enable"),
    session.send("Runtime.enable"),
    session.send("Inspector.enable"),
    session.send("Runtime.addBinding", binding),
    session.send(onEveryDocument, { source: pageScript(secret) }),
    session.send(onEveryDocument, inWorld),
    session.send("Fetch.enable", { patterns }),
  ]);
}
