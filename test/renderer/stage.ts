import { type Browser, chromium, test as base } from "@playwright/test";
import * as v from "valibot";

import { namesAt, requests } from "../../main/contract/requests/vocabulary.ts";
import { chromiumSwitches, findChromium } from "../chromium.ts";
import { keepEvidence } from "./stage/evidence.ts";
import {
  askedOf,
  hangMilliseconds,
  type Kept,
  openPage,
  openStage,
  type Stage,
  type StageOptions,
} from "./stage/open-stage.ts";
import type { Asked } from "./stage/page-bridge.ts";
import { serveRenderer } from "./stage/serve-renderer.ts";

export type { Answers, Stage, StageOptions } from "./stage/open-stage.ts";

/** A page here lives for a second: what optimising its code would cost, it never gets back. */
const quickToStart = "--js-flags=--no-maglev,--no-turbofan";

export const test = base.extend<
  { open: (options: StageOptions) => Promise<Stage> },
  { engine: Browser; served: { url: string }; pages: Kept[] }
>({
  engine: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern here
    async ({}, use) => {
      const { path, env } = findChromium();
      const browser = await chromium.launch({
        executablePath: path,
        args: [...chromiumSwitches(), quickToStart],
        env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value ?? ""])),
        timeout: hangMilliseconds,
      });
      await use(browser);
      await browser.close();
    },
    { scope: "worker", timeout: hangMilliseconds },
  ],
  served: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern here
    async ({}, use) => {
      const server = await serveRenderer();
      await use(server);
      server.close();
    },
    { scope: "worker" },
  ],
  pages: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern here
    async ({}, use) => {
      await use([]);
    },
    { scope: "worker" },
  ],
  open: async ({ engine, served, pages }, use, testInfo) => {
    const opened: Kept[] = [];
    await use(async (options) => {
      const { window = "popup" } = options;
      const ofWindow =
        window === "popup" ? { width: 380, height: 560 } : { width: 760, height: 580 };
      const size = options.viewport ?? ofWindow;
      // Two at a time in one test are two windows.
      const kept = pages[opened.length] ?? (await openPage(engine, served.url, size));
      pages[opened.length] = kept;
      opened.push(kept);
      await kept.page.setViewportSize(size);
      return openStage(
        kept,
        `${served.url}/${window === "popup" ? "" : "?window=settings"}`,
        options,
      );
    });
    const witnesses = await Promise.all(
      opened.map(async ({ page, problems }) => ({ page, problems, asked: await askedOf(page) })),
    );
    const wrong = witnesses.flatMap(({ problems, asked }) => [...problems, ...refusals(asked)]);
    if (wrong.length > 0 || testInfo.status !== testInfo.expectedStatus)
      await keepEvidence(testInfo, witnesses);
    expect(wrong, "what went wrong in the page, and what main would not have taken").toEqual([]);
  },
});

/** What main would have refused to read. */
const refusals = (asked: readonly Asked[]): string[] =>
  asked.flatMap(({ name, input }) => {
    const known = namesAt("window").find((each) => each === name);
    if (known === undefined) return [`${name} is no request`];
    const { issues = [] } = v.safeParse(requests[known].input, input);
    return issues.map((issue) => `${name}: ${v.getDotPath(issue) ?? "input"}: ${issue.message}`);
  });

export const { expect } = base;
