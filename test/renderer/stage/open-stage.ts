import { type Browser, expect, type Page } from "@playwright/test";

import type { Handlers } from "../../../main/contract/requests/vocabulary.ts";
import type { WindowRequest } from "../../../main/contract/ipc.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { createStore } from "../../../main/base/store.ts";
import { mockNow } from "../stage-state.ts";
import {
  answeredByMain,
  createMainAnswers,
  type decidedByMain,
  type Outside,
} from "./main-answers.ts";
import { type Asked, installBridge, type PageStage, type Scene } from "./page-bridge.ts";

type DecidedByMain = (typeof decidedByMain)[number];
type Answered<Name extends WindowRequest> = Awaited<ReturnType<Handlers[Name]>>;

/** What a request comes to out there, instead of ok. What main itself decides is not said here. */
export type Answers = {
  readonly [Name in Exclude<WindowRequest, DecidedByMain>]?: Answered<Name>;
};
/** What our main never says, for what a page makes of it all the same. */
export type Lies = { readonly [Name in DecidedByMain]?: Answered<Name> };

/** The built renderer in real Chromium, served with the app's own headers, over the app's own readings. */
export interface Stage {
  readonly page: Page;
  /** What main publishes from now on. */
  show(state: AppState): Promise<void>;
  /** What main answers to a request from now on. */
  answer<Name extends keyof Answers>(name: Name, answer: Answers[Name]): Promise<void>;
  /** What our main never says to it, from now on. */
  lie<Name extends keyof Lies>(name: Name, answer: Lies[Name]): Promise<void>;
  /** The requests the page sent, oldest first, once those that main answers are answered. */
  asked(): Promise<readonly Asked[]>;
  /** Until nothing more comes of what was done: what the page would ask a moment later, it has asked. */
  settle(): Promise<void>;
  /** The page's timers stand still meanwhile, however long it takes. */
  held(work: () => Promise<unknown>): Promise<void>;
  /** It is later now, in the page and in main. */
  passTo(now: number): Promise<void>;
}

export interface StageOptions extends Outside {
  readonly state: AppState;
  readonly window?: "popup" | "settings";
  readonly dark?: boolean;
  readonly answers?: Answers;
  readonly lies?: Lies;
  /** What the browser may complain about in this test. */
  readonly tolerates?: RegExp;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A page that stays for the next test: one that was there before loads in a third of the time. */
export interface Kept {
  readonly page: Page;
  /** What went wrong in the document that is open. */
  readonly problems: string[];
  /** Main, as the test that is running has it. */
  main: (name: string, input: unknown) => Promise<unknown>;
  /** Epoch milliseconds. */
  now: number;
  tolerates: RegExp | undefined;
}

/** Against a browser that hangs, and nothing else: a page that takes a second here has three minutes. */
export const hangMilliseconds = 180_000;

/** More than anything in the renderer waits before it asks or tells; only the page's clock runs that far. */
const longestWaitMilliseconds = 1_000;

export async function openPage(
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
  context.setDefaultTimeout(hangMilliseconds);
  context.setDefaultNavigationTimeout(hangMilliseconds);
  const page = await context.newPage();
  const problems: string[] = [];
  const main = async () => undefined;
  const kept: Kept = { page, problems, main, now: mockNow, tolerates: undefined };
  page.on("framenavigated", () => problems.splice(0));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && kept.tolerates?.test(text) !== true) problems.push(text);
  });
  await page.exposeFunction("askMain", (name: string, input: unknown) => kept.main(name, input));
  await page.clock.setFixedTime(mockNow);
  await page.addInitScript(installBridge);
  await page.goto(`${url}/blank`);
  return kept;
}

export async function openStage(kept: Kept, url: string, options: StageOptions): Promise<Stage> {
  const { page, problems } = kept;
  const { state, answers = {}, lies = {}, dark = false } = options;
  const store = createStore(state);
  const main = createMainAnswers({ store, now: () => kept.now, outside: options });
  kept.main = (name, input) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the page passes on names of this list alone
    const answer = main[name as keyof typeof main] as (question: unknown) => Promise<unknown>;
    return answer(input);
  };
  kept.tolerates = options.tolerates;
  await passTo(kept, mockNow);
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light", forcedColors: "none" });
  await page.mouse.move(0, 0);
  const scene: Scene = { state, answers: { ...answers, ...lies }, answeredByMain };
  await page.evaluate((text) => sessionStorage.setItem("scene", text), JSON.stringify(scene));
  await page.goto(url);
  await page.waitForFunction(() => (document.querySelector("#root")?.textContent ?? "") !== "");
  expect(problems).toEqual([]);
  return {
    page,
    async show(next) {
      store.update(() => next);
      await page.evaluate((value) => {
        const stage: PageStage = Reflect.get(globalThis, "stage");
        stage.show(value);
      }, next);
    },
    answer: (name, answer) => answerWith(page, { [name]: answer }),
    lie: (name, answer) => answerWith(page, { [name]: answer }),
    asked: () => askedOf(page),
    async settle() {
      const count = async () => (await askedOf(page)).length;
      for (let before = -1, now = await count(); before !== now; now = await count()) {
        before = now;
        await page.clock.runFor(longestWaitMilliseconds);
      }
    },
    async held(work) {
      await page.clock.pauseAt(kept.now);
      await work();
      await page.clock.resume();
      // A clock that was stopped and goes on has a time that passes; here it stands still all the while.
      await page.clock.setFixedTime(kept.now);
    },
    passTo: (now) => passTo(kept, now),
  };
}

const answerWith = (page: Page, answers: Answers & Lies): Promise<void> =>
  page.evaluate((changed) => {
    const stage: PageStage = Reflect.get(globalThis, "stage");
    Object.assign(stage.answers, changed);
  }, answers);

async function passTo(kept: Kept, now: number): Promise<void> {
  if (kept.now === now) return;
  kept.now = now;
  await kept.page.clock.setFixedTime(now);
}

export const askedOf = (page: Page): Promise<readonly Asked[]> =>
  page.evaluate(() => {
    const stage: PageStage = Reflect.get(globalThis, "stage");
    return stage.asked();
  });
