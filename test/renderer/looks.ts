import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { Page } from "@playwright/test";

import type { AppState } from "../../main/contract/state.ts";
import { expect, type Stage } from "./stage.ts";
import { appState } from "./stage-state.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

/** All rules, or only those named. */
async function violations(page: Page, rules: readonly string[] | null): Promise<string[]> {
  // The page's own policy would refuse a script tag.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async (only) => {
    // Fluent marks the ends of its focus groups with these; they pass the focus on at once.
    const axe: {
      run(
        where: object,
        options: object,
      ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    } = Reflect.get(globalThis, "axe");
    const { violations: found } = await axe.run(
      { exclude: [["[data-tabster-dummy]"]] },
      { resultTypes: ["violations"], ...(only ? { runOnly: only } : {}) },
    );
    return found.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`,
    );
  }, rules);
}

/** Two frames without a running animation: what is drawn now stays. */
async function settled(): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  await frame();
}

const languageOf: Readonly<Record<string, Partial<AppState>>> = {
  de: { language: "de", locale: "de-DE" },
  rtl: { language: "ar", locale: "ar-EG" },
};

/** The elements that stick out of the window. */
export const overflow = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("#root *")]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        const { parentElement } = element;
        const isCut = parentElement && getComputedStyle(parentElement).textOverflow === "ellipsis";
        const isHidden = element.closest(".visually-hidden") !== null || width === 0 || isCut;
        const isWords = element.matches("h1, h2, label, p, button") && element.clientWidth > 0;
        const isWide = isWords && element.scrollWidth > element.clientWidth + 1;
        return !isHidden && (left < -1 || right > innerWidth + 1 || isWide);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

/** What a column made too low for what is in it, so that it lies over the next one. */
const squeezed = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("#root *")]
      .filter((element) => {
        const { parentElement, scrollHeight, clientHeight } = element;
        const { display, flexDirection } = getComputedStyle(parentElement ?? element);
        const isInColumn = display === "flex" && flexDirection === "column";
        const isOpen =
          getComputedStyle(element).overflowY === "visible" || element.matches("button");
        return isInColumn && isOpen && clientHeight > 0 && scrollHeight > clientHeight + 2;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

/** Pictures are for people: SCREENS=all keeps those of every look in out/screens. */
const keepsAllScreens = process.env["SCREENS"] === "all";

/** Draws a screen in each of its looks: accessible, nothing cut off, one filled button at most. */
export async function checkLooks(
  name: string,
  { page, show }: Stage,
  changes: Partial<AppState>,
): Promise<void> {
  // Nobody has translated Arabic yet: the words are English, the direction is right to left.
  for (const look of ["light", "dark", "de", "rtl"] as const) {
    await page.emulateMedia({ colorScheme: look === "dark" ? "dark" : "light" });
    await show(appState({ ...changes, ...languageOf[look] }));
    if (look === "de") await expect(page.locator("html")).toHaveAttribute("lang", "de");
    if (look === "rtl") await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await page.evaluate(settled);
    if (look === "light" || keepsAllScreens)
      await page.screenshot({ path: `out/screens/${name}-${look}.png` });
    // Other words change neither roles nor colours, and another theme only colours.
    if (look === "light") expect(await violations(page, null), look).toEqual([]);
    if (look === "dark") expect(await violations(page, ["color-contrast"]), look).toEqual([]);
    expect(await overflow(page), look).toEqual([]);
    expect(await squeezed(page), look).toEqual([]);
    expect(await page.locator("[data-primary]").count(), "filled buttons").toBeLessThanOrEqual(1);
  }
  await checkLargeText(name, { page, show }, changes);
}

/** With text of 200 % the popup is 480 px wide, so that 240 of the page's own are left. German words are the longer ones. */
async function checkLargeText(
  name: string,
  { page, show }: Pick<Stage, "page" | "show">,
  changes: Partial<AppState>,
): Promise<void> {
  const size = page.viewportSize();
  if (size?.width !== 380) return;
  await show(appState({ ...changes, ...languageOf["de"] }));
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.setViewportSize({ ...size, width: 240 });
  await page.evaluate(settled);
  if (keepsAllScreens) await page.screenshot({ path: `out/screens/${name}-large.png` });
  // A message bar finds out only after the first drawing that it has no room for one line.
  await expect.poll(() => overflow(page), { message: "large" }).toEqual([]);
  await expect.poll(() => squeezed(page), { message: "large" }).toEqual([]);
  await page.setViewportSize(size);
}
