import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

import { protocol, type Session } from "electron";

import { answerRenderer } from "./renderer-files.ts";

/** Before the app is ready. Standard and secure, no more: fetch from it is not needed, so not given. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: "app", privileges: { standard: true, secure: true } },
  ]);
}

const newNonce = () => randomBytes(16).toString("base64url");

/** Serves the built renderer. Each file is read when it is asked for first: most belong to views that open later. */
export function serveRenderer(session: Session, folder: string): void {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = new Map(
    names.map((path) => [path.slice(folder.length + 1).replaceAll(sep, "/"), readOnce(path)]),
  );
  session.protocol.handle("app", ({ method, url }) => {
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
