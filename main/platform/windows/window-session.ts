import { session } from "electron";

import { cutOff, denyPermissions } from "./hardening.ts";
import { serveRenderer } from "./scheme.ts";
import { windowPartition } from "./window-options.ts";

/** What the windows load and may: the app's own files, and nothing else at all. Before the first of them. */
export async function openWindowSession(rendererFolder: string): Promise<void> {
  const own = session.fromPartition(windowPartition);
  for (const one of [own, session.defaultSession]) denyPermissions(one);
  serveRenderer(own, rendererFolder);
  await cutOff(own);
}
