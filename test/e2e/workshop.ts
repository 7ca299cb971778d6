import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium, expect, type Page } from "@playwright/test";

const root = join(import.meta.dirname, "../..");

/** One of the scripts a developer starts, in a copy of the sources that may be changed, on the stand-in. */
export function openWorkshop(script: string, env: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "workshop-"));
  for (const part of [".build", "main", "renderer", "test", "package.json", "tsconfig.json"])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const child = spawn(process.execPath, [script], {
    cwd: folder,
    env: { ...process.env, QUICK_MEETING_NO_DOWNLOAD: "1", LANG: "en_GB.UTF-8", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const end = once(child, "exit");
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  const output = () => said.join("");
  const note = join(folder, "out/home/data/standin-profile/DevToolsActivePort");

  /** The app's pages, and those its browser opened, to look at. */
  async function browser() {
    await expect.poll(() => existsSync(note) || child.exitCode !== null).toBe(true);
    if (child.exitCode !== null) throw new Error(output());
    const [port = ""] = readFileSync(note, "utf8").split("\n");
    return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  }

  return {
    output,
    browser,
    /** The only one of the app's; a browser that has just begun has none yet. */
    async page(): Promise<Page> {
      const connected = await browser();
      const pages = () => connected.contexts().flatMap((one) => one.pages());
      await expect.poll(() => pages().length).toBe(1);
      const [page] = pages();
      if (!page) throw new Error("The app has no window");
      return page;
    },
    change(file: string, from: string, to: string) {
      const path = join(folder, file);
      const text = readFileSync(path, "utf8");
      expect(text).toContain(from);
      writeFileSync(path, text.replace(from, to));
    },
    async leave() {
      // The whole group, as Ctrl+C ends it.
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGINT");
      await end;
      rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
    },
  };
}
