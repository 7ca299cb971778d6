import { chromium, type Page } from "@playwright/test";

import { chromiumSwitches, findChromium } from "../../chromium.ts";
import { expect, test } from "../desk.ts";
import { listen, type Listener } from "./listeners.ts";
import { elements, gather, putElement, refresh, requests, servers } from "./ways-out.ts";

/** Where none may come, nothing can be waited for but some time. */
const settleMilliseconds = 1_500;

interface Place {
  readonly port: number;
}
type Step = (page: Page, place: Place) => Promise<unknown>;
const put =
  (element: Parameters<typeof putElement>[0][0]): Step =>
  (page, { port }) =>
    page.evaluate(putElement, [element, { port }] as const);

const ways: readonly (readonly [name: string, step: Step])[] = [
  ...Object.entries(requests).map(([name, way]): [string, Step] => [
    name,
    (page, { port }) => page.evaluate(way, { port }),
  ]),
  ...Object.entries(servers).map(([name, server]): [string, Step] => [
    name,
    (page, { port }) => page.evaluate(gather, [server, { port }] as const),
  ]),
  ...Object.entries(elements).map(([name, element]): [string, Step] => [name, put(element)]),
];

/** Where one succeeds, the page is another one. */
const departures: typeof ways = [
  ["refreshing itself", put(refresh)],
  [
    "navigation",
    (page, { port }) =>
      page.evaluate((to) => {
        location.assign(`http://127.0.0.1:${to}/`);
      }, port),
  ],
];

/** Chromium itself does not follow these from a page, where nobody sees it. */
const notFollowed = ["WebTransport", "svg use", "preconnect", "prerender", "icon", "manifest"];

/** Those that were heard of. A way that fails by itself has failed; what must come may take as long as it does. */
async function tryOut(
  page: Page,
  some: typeof ways,
  mustCome: readonly string[],
): Promise<readonly string[]> {
  const places: [string, Listener][] = [];
  for (const [name, step] of some) {
    const place = await listen();
    places.push([name, place]);
    // Not awaited for long: what is refused may never answer.
    await Promise.race([step(page, { port: place.port }).catch(() => undefined), pause(100)]);
  }
  const heard = () => places.filter(([, place]) => place.heard() > 0).map(([name]) => name);
  await expect.poll(() => mustCome.filter((name) => !heard().includes(name))).toEqual([]);
  await pause(settleMilliseconds);
  for (const [, { close }] of places) close();
  return heard();
}

const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

test("a page of the app reaches nothing, whichever way it tries", async ({ desk }) => {
  const { page } = await desk.start();
  expect(await tryOut(page, [...ways, ...departures], [])).toEqual([]);
  // Nor did it become another one.
  expect(await page.evaluate(() => Object.isFrozen(window.app))).toBe(true);
});

test("the same tries reach their places from a page without walls", async () => {
  const { path, env } = findChromium();
  const browser = await chromium.launch({
    executablePath: path,
    args: chromiumSwitches(),
    env: { ...process.env, ...env },
  });
  const tryFresh = async (some: typeof ways) => {
    const page = await browser.newPage();
    await page.route("https://plain.test/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Plain</title>" }),
    );
    await page.goto("https://plain.test/");
    const names = some.map(([name]) => name);
    return tryOut(
      page,
      some,
      names.filter((name) => !notFollowed.includes(name)),
    );
  };
  const heard = [...(await tryFresh(ways))];
  for (const departure of departures) heard.push(...(await tryFresh([departure])));
  await browser.close();
  const silent = [...ways, ...departures].map(([name]) => name);
  expect(silent.filter((name) => !heard.includes(name))).toEqual(notFollowed);
});
