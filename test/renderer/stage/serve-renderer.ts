import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join, sep } from "node:path";

import { answerRenderer } from "../../../main/platform/windows/renderer-files.ts";

/** Where the build is; as main/electron.vite.config.ts says. */
const folder = join(
  import.meta.dirname,
  "../../..",
  process.env["QUICK_MEETING_OUT"] ?? "out",
  "renderer",
);

/** Beside the app's files, because the page's policy takes no script from elsewhere. */
export const axePath = "/axe.js";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"));

function rendererFiles(): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    names.map((path) => [path.slice(folder.length + 1).replaceAll(sep, "/"), readFileSync(path)]),
  );
}

/** The built renderer on loopback, as main serves it. */
export async function serveRenderer() {
  const contents = new Map([...rendererFiles(), [axePath.slice(1), axe]]);
  const files = new Map([...contents].map(([name, content]) => [name, () => content]));
  const server = createServer((request, response) => {
    // Chromium asks for it by itself; Electron does not.
    if (request.url === "/favicon.ico") return response.writeHead(204).end();
    if (request.url === "/blank")
      return response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html>");
    const { status, headers, body } = answerRenderer(
      { method: request.method ?? "", url: `app://main${request.url}` },
      files,
      () => "test-nonce",
    );
    // The app's own headers but one: a page that is loaded a hundred times may keep what it loads.
    return response.writeHead(status, { ...headers, "cache-control": "max-age=600" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a TCP server that listens has a port
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
