import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

import { app, protocol, type Session } from "electron";

import { answerRenderer } from "./renderer-files.ts";

/** Before the app is ready. Standard and secure, no more: fetch from it is not needed, so not given. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: "app", privileges: { standard: true, secure: true } },
  ]);
}

const newNonce = () => randomBytes(16).toString("base64url");

/** Each file is read when it is asked for first: most belong to views that open later. */
function filesIn(folder: string): ReadonlyMap<string, () => Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    names.map((path) => [path.slice(folder.length + 1).replaceAll(sep, "/"), readOnce(path)]),
  );
}

/** Serves the built renderer. While the app is developed, each page that is loaded is the one built last. */
export function serveRenderer(session: Session, folder: string): void {
  let files = filesIn(folder);
  session.protocol.handle("app", ({ method, url }) => {
    if (!app.isPackaged && new URL(url).pathname.endsWith(".html")) files = filesIn(folder);
    const { status, headers, body } = answerRenderer({ method, url }, files, newNonce);
    return new Response(typeof body === "string" ? body : new Uint8Array(body), {
      status,
      headers: { ...headers },
    });
  });
}

function readOnce(path: string): () => Buffer {
  let content: Buffer | null = null;
  return () => (content ??= readFileSync(path));
}
