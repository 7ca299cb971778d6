import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";

import { expect, type Locator, type Page } from "@playwright/test";

const needed = ["Xvfb", "openbox", "xdotool", "xclip"];

function isInstalled(program: string): boolean {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Of the programs a screen is made of, those that are not here. */
export const missingForScreen = (): readonly string[] =>
  needed.filter((program) => !isInstalled(program));

/** A screen with a window manager, and a person's hands at its mouse and keyboard. */
export async function openScreen() {
  const server = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    },
  );
  const [number]: unknown[] = await Promise.race([
    once(server.stdio[3] ?? server, "data"),
    once(server, "exit"),
  ]);
  const env = { DISPLAY: `:${String(number).trim()}` };
  const inScreen = { ...process.env, ...env };
  const manager: ChildProcess = spawn("openbox", ["--sm-disable"], {
    stdio: "ignore",
    env: inScreen,
  });
  const run = (program: string, ...words: readonly string[]) =>
    execFileSync(program, words, {
      env: inScreen,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });

  /** The window manager hears of a new title a moment after the page has it. */
  async function windowOf(page: Page): Promise<string> {
    let found = "";
    await expect(async () => {
      const named = run("xdotool", "search", "--onlyvisible", "--name", await page.title());
      found = named.trim().split("\n").at(-1) ?? "";
    }).toPass();
    return found;
  }

  /** Where in its window the middle of it is: the contents fill that but for what stands above them. */
  async function placeOf(page: Page, target: Locator, window: string) {
    const [box, inner] = await Promise.all([
      target.boundingBox(),
      page.evaluate(() => innerHeight),
    ]);
    if (!box) throw new Error("It is nowhere");
    const geometry = run("xdotool", "getwindowgeometry", "--shell", window);
    const height = Number(/^HEIGHT=(?<height>\d+)$/mu.exec(geometry)?.groups?.["height"]);
    return [box.x + box.width / 2, height - inner + box.y + box.height / 2].map((one) =>
      String(Math.round(one)),
    );
  }

  return {
    env,
    async click(page: Page, target: Locator) {
      await expect(target).toBeVisible();
      const window = await windowOf(page);
      run("xdotool", "windowactivate", "--sync", window);
      const place = await placeOf(page, target, window);
      run("xdotool", "mousemove", "--sync", "--window", window, ...place, "click", "1");
    },
    /** Tab until it has the focus, then Enter, in the window of that page. */
    async reachAndPress(page: Page, target: Locator) {
      await expect(target).toBeVisible();
      run("xdotool", "windowactivate", "--sync", await windowOf(page));
      const hasFocus = () => target.evaluate((one) => one === document.activeElement);
      await expect(async () => {
        if (!(await hasFocus())) run("xdotool", "key", "Tab");
        expect(await hasFocus()).toBe(true);
      }).toPass();
      run("xdotool", "key", "Return");
    },
    /** What another program pastes. */
    pasted(): string {
      try {
        return run("xclip", "-selection", "clipboard", "-o");
      } catch {
        return "";
      }
    },
    async leave() {
      for (const one of [manager, server]) {
        const end = one.exitCode === null ? once(one, "exit") : null;
        one.kill();
        await end;
      }
    },
  };
}

export type Screen = Awaited<ReturnType<typeof openScreen>>;
