import { gzipSync } from "node:zlib";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { languages } from "../../main/contract/languages.ts";
import { launchApp, type RunningApp } from "../e2e/launch.ts";
import { createFigures, type Figures, percentile } from "../figures.ts";
import { completeSignIn } from "../sandbox/browser.ts";
import { type SpawnedSandbox, spawnSandbox } from "../sandbox/spawn.ts";
import { benchFirstPress } from "./first-press.ts";
import { benchGrowth } from "./growth.ts";
import { officialClient } from "./peers.ts";
import { benchPlainPresses } from "./plain-presses.ts";
import {
  changeSettings,
  delayGraph,
  pause,
  pressesWithout,
  pressesWithReadyLink,
} from "./presses.ts";

/** `npm run bench`: what a person feels, measured on the built app. */
const root = join(import.meta.dirname, "../..");
const rounds = 40;

async function startSignedIn(userData: string, sandbox: SpawnedSandbox) {
  const descriptor = join(userData, "../organisation.json");
  writeFileSync(descriptor, JSON.stringify(sandbox.descriptor));
  const app = await launchApp({ userData, env: { QUICK_MEETING_ORGANISATION: descriptor } });
  const page = await app.popup();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  while ((await app.opened()).length === 0) await pause(5);
  await completeSignIn((await app.opened())[0] ?? "");
  await page.getByRole("button", { name: /Meet now/u }).waitFor();
  return { app, page };
}

/** The same create by the official client, in this process, over the same loopback. */
async function createsOfOfficialClient(sandbox: SpawnedSandbox, delay: number): Promise<number[]> {
  await delayGraph(sandbox, delay);
  const { origin } = new URL(sandbox.descriptor.graphBaseUrl);
  const token = (await sandbox.secrets()).findLast(({ kind }) => kind === "access-token");
  const client = officialClient({ origin, token: token?.value ?? "" });
  const times: number[] = [];
  for (let round = 0; round < rounds + 3; round += 1) {
    const milliseconds = await client.create();
    if (round >= 3) times.push(milliseconds);
  }
  await sandbox.faults.clear();
  return times;
}

async function benchPresses(
  figures: Figures,
  app: RunningApp,
  page: Page,
  sandbox: SpawnedSandbox,
) {
  await changeSettings(page, { keepLinkReady: false, askBeforeSecond: false });
  for (const delay of [0, 80, 300]) {
    const ours = await pressesWithout(app, sandbox, delay, rounds);
    const theirs = await createsOfOfficialClient(sandbox, delay);
    const name = `press to clipboard, ${delay} ms added`;
    const [p95, theirs95] = [percentile(ours, 0.95), percentile(theirs, 0.95)];
    figures.note(`${name}: median`, percentile(ours, 0.5), "ms");
    figures.atMost(`${name}: 95th percentile`, p95, "ms", delay + 25);
    figures.note(`${name}: official Graph client, create alone, 95th`, theirs95, "ms");
    figures.note(`${name}: ours / official`, p95 / theirs95, "ratio");
  }
}

async function benchReadyLink(
  figures: Figures,
  app: RunningApp,
  page: Page,
  sandbox: SpawnedSandbox,
) {
  await changeSettings(page, { keepLinkReady: true, askBeforeSecond: false });
  for (const delay of [0, 80, 300, 2_000, "offline"] as const) {
    const times = await pressesWithReadyLink(app, sandbox, delay, delay === 2_000 ? 20 : rounds);
    const name = `press to clipboard with a ready link, ${delay === "offline" ? delay : `${delay} ms added`}`;
    figures.note(`${name}: median`, percentile(times, 0.5), "ms");
    figures.atMost(`${name}: 95th percentile`, percentile(times, 0.95), "ms", 20);
  }
}

/** From the command to show it until the second frame after it was told so. */
async function benchPopup(figures: Figures, app: RunningApp, page: Page) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate(() => window.app.hidePopup());
    await pause(300);
    const painted = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const stop = window.app.onState(({ parts }) => {
            if (!parts.popupShown) return;
            stop();
            requestAnimationFrame(() =>
              requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())),
            );
          });
        }),
    );
    await pause(20);
    const startedAt = await app.app.evaluate(() => {
      const { tray } = globalThis.__probe.trays.at(-1) ?? {};
      const now = performance.timeOrigin + performance.now();
      tray?.emit("click", {}, tray.getBounds());
      return now;
    });
    times.push((await painted) - startedAt);
  }
  figures.note("popup shown to painted: median", percentile(times, 0.5), "ms");
  figures.atMost("popup shown to painted: 95th percentile", percentile(times, 0.95), "ms", 50);
}

async function benchIpc(figures: Figures, page: Page) {
  const times = await page.evaluate(async () => {
    const each: number[] = [];
    for (let round = 0; round < 500; round += 1) {
      const startedAt = performance.now();
      const answer = await window.app.navigate({ view: "home" });
      // What comes too often is refused before anything is done.
      if (answer.ok) each.push(performance.now() - startedAt);
    }
    return each;
  });
  figures.note("IPC round trip: median", percentile(times, 0.5), "ms");
  figures.note("IPC round trip: 95th percentile", percentile(times, 0.95), "ms");
}

/** The bundle loads, and once the app is ready the tray gets its menu. Chromium's own start is not in it. */
async function benchStart(figures: Figures, folder: string) {
  const times: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const app = await launchApp({ userData: join(folder, `start-${round}`) });
    while ((await app.tray()) === null) await pause(10);
    times.push(
      await app.app.evaluate(() => {
        const { loadingAt, loadedAt, readyAt, trays } = globalThis.__probe;
        return loadedAt - loadingAt + ((trays.at(-1)?.readyAt ?? Number.NaN) - readyAt);
      }),
    );
    await app.kill();
  }
  figures.note("main bundle loaded to tray ready: median", percentile(times, 0.5), "ms");
  figures.atMost("main bundle loaded to tray ready: worst of 8", Math.max(...times), "ms", 400);
}

function benchSizes(figures: Figures) {
  const folder = join(root, "out/renderer");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".js"),
  );
  const size = (file: string) => gzipSync(readFileSync(join(folder, file))).length / 1024;
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const first = files.filter((file) => html.includes(file.replaceAll("\\", "/")));
  const sum = (list: string[]) => list.reduce((total, file) => total + size(file), 0);
  const wordsOf = (language: string) =>
    files.filter((file) => new RegExp(`(?:^|[/\\\\])${language}-.{8}\\.js$`, "u").test(file));
  const perLanguage = languages.map(({ tag }) => sum(wordsOf(tag)));
  const inWords = perLanguage.reduce((total, one) => total + one, 0);
  const all = sum(files);
  figures.atMost("renderer, what the first paint loads", sum(first), "KB gzipped", 205);
  figures.atMost("renderer, all but words", all - inWords, "KB gzipped", 345);
  const longest = Math.max(...perLanguage);
  figures.atMost("renderer, the words of the longest language", longest, "KB gzipped", 16);
  const bytes = ["main", "preload", "renderer", "assets"].map((part) =>
    folderSize(join(root, "out", part)),
  );
  const megabytes = bytes.reduce((total, one) => total + one, 0) / 1024 / 1024;
  figures.atMost("the app's own files, unpacked", megabytes, "MB", 6);
}

const folderSize = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => statSync(join(folder, file)))
    .reduce((total, stat) => total + (stat.isFile() ? stat.size : 0), 0);

const folder = mkdtempSync(join(tmpdir(), "bench-"));
// In a process of its own: what Microsoft does costs this computer nothing.
const sandbox = await spawnSandbox();
const figures = createFigures();
const { app, page } = await startSignedIn(join(folder, "data"), sandbox);
console.log(
  `Measured on ${app.host === "electron" ? "Electron" : "the stand-in, which is not Electron"}.\n`,
);
benchSizes(figures);
await benchPlainPresses(figures);
await benchFirstPress(figures);
await benchGrowth(figures);
await benchStart(figures, folder);
await benchIpc(figures, page);
await benchPopup(figures, app, page);
await benchPresses(figures, app, page, sandbox);
await benchReadyLink(figures, app, page, sandbox);
await app.kill();
await sandbox.close();
rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
process.exitCode = figures.finish("bench.json") ? 0 : 1;
