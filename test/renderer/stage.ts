import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, sep } from "node:path";

import { type Browser, chromium, type Page, test as base } from "@playwright/test";

import type { AppState } from "../../main/contract/state.ts";
import { answerRenderer } from "../../main/platform/windows/renderer-files.ts";
import { chromiumSwitches, findChromium } from "../chromium.ts";
import { mockNow } from "./stage-state.ts";

/** The built renderer in real Chromium, served with the app's own headers, and a main process made of data. */
export interface Stage {
  readonly page: Page;
  /** What main publishes from now on. */
  show(state: AppState): Promise<void>;
  /** What main answers to a request from now on. */
  answer(name: string, answer: unknown): Promise<void>;
  /** The requests the page sent, oldest first. */
  asked(): Promise<readonly { name: string; input: unknown }[]>;
}

export interface StageOptions {
  readonly state: AppState;
  readonly window?: "popup" | "settings";
  readonly dark?: boolean;
  /** Answers by request name; everything else is answered with ok. */
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** Where the build is; as main/electron.vite.config.ts says. */
const folder = join(
  import.meta.dirname,
  "../..",
  process.env["QUICK_MEETING_OUT"] ?? "out",
  "renderer",
);

function rendererFiles(): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    names.map((path) => [path.slice(folder.length + 1).replaceAll(sep, "/"), readFileSync(path)]),
  );
}

async function serve() {
  const files = rendererFiles();
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

/** Runs in the page before anything else: window.app, with a state the test sets. */
function installBridge() {
  const scene = sessionStorage.getItem("scene");
  if (scene === null || location.pathname === "/blank") return;
  const { state, answers }: { state: AppState; answers: Record<string, unknown> } =
    JSON.parse(scene);
  const asked: { name: string; input: unknown }[] = [];
  const listeners: ((next: AppState) => void)[] = [];
  const stage = {
    asked,
    answers,
    state,
    show(next: AppState) {
      stage.state = next;
      for (const listener of listeners) listener(next);
    },
  };
  const app = new Proxy(
    {},
    {
      get(_target, name) {
        if (name === "onState")
          return (listener: (next: AppState) => void) => listeners.push(listener);
        return async (input: unknown) => {
          if (name === "getState") return { ok: true, value: stage.state };
          asked.push({ name: String(name), input });
          return answers[String(name)] ?? { ok: true, value: undefined };
        };
      },
    },
  );
  Object.assign(window, { app, stage });
}

export const test = base.extend<
  { open: (options: StageOptions) => Promise<Stage> },
  { engine: Browser; served: { url: string }; pages: Map<string, Kept> }
>({
  engine: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern here
    async ({}, use) => {
      const { path, env } = findChromium();
      const browser = await chromium.launch({
        executablePath: path,
        args: chromiumSwitches(),
        env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value ?? ""])),
      });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  served: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern here
    async ({}, use) => {
      const server = await serve();
      await use(server);
      server.close();
    },
    { scope: "worker" },
  ],
  pages: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern here
    async ({}, use) => {
      await use(new Map());
    },
    { scope: "worker" },
  ],
  open: async ({ engine, served, pages }, use) => {
    const opened: Kept[] = [];
    await use(async ({ state, window = "popup", dark = false, answers = {}, viewport }) => {
      const size =
        viewport ??
        (window === "popup" ? { width: 380, height: 560 } : { width: 760, height: 580 });
      // Two at a time in one test are two windows.
      const key = `${JSON.stringify(size)} ${opened.length}`;
      const kept = pages.get(key) ?? (await openPage(engine, served.url, size));
      pages.set(key, kept);
      opened.push(kept);
      const { page, problems } = kept;
      problems.length = 0;
      await page.emulateMedia({ colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
      await page.setViewportSize(size);
      await page.mouse.move(0, 0);
      await page.evaluate(
        (scene) => sessionStorage.setItem("scene", scene),
        JSON.stringify({ state, answers }),
      );
      await page.goto(`${served.url}/${window === "settings" ? "?window=settings" : ""}`);
      await page.waitForFunction(() => (document.querySelector("#root")?.textContent ?? "") !== "");
      base.expect(problems).toEqual([]);
      return {
        page,
        show: (next) =>
          page.evaluate((value) => Reflect.get(globalThis, "stage").show(value), next),
        answer: (name, answer) =>
          page.evaluate(
            (changed) => Object.assign(Reflect.get(globalThis, "stage").answers, changed),
            { [name]: answer },
          ),
        asked: () => page.evaluate(() => Reflect.get(globalThis, "stage").asked),
      };
    });
    // Nothing of this test runs on into the next.
    for (const { page } of opened) await page.goto(`${served.url}/blank`);
  },
});

interface Kept {
  readonly page: Page;
  readonly problems: string[];
}

/** Kept for the next test of its size: a page that was there before loads in a third of the time. */
async function openPage(
  browser: Browser,
  url: string,
  viewport: { readonly width: number; readonly height: number },
): Promise<Kept> {
  const context = await browser.newContext({
    viewport,
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.clock.setFixedTime(mockNow);
  await page.addInitScript(installBridge);
  await page.goto(`${url}/blank`);
  return { page, problems };
}
export const { expect } = base;
