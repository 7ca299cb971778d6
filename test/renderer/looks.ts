import type { AppState } from "../../main/contract/state.ts";
import { directionOf } from "../../main/contract/languages.ts";
import { expect, type Stage } from "./stage.ts";
import { appState } from "./stage-state.ts";
import { unseenFocus } from "./stage/focus-walk.ts";
import { geometry, type Geometry } from "./stage/geometry.ts";
import { isFocusWalked, type Look, looksFor, plain } from "./stage/looks-of.ts";
import { measure, type Measured } from "./stage/measure.ts";
import { disguise, restore } from "./stage/pseudo.ts";
import { locate, type Sight, tells } from "./stage/sights.ts";
import { type Violations, violations } from "./stage/violations.ts";

/** What a person who looks at a screen must not find. */
const fine = { outside: [], clipped: [], squeezed: [], covered: [] };

/** Fails on what is wrong, and where there was nothing that could have been. */
export function judge(found: Measured, message: string): void {
  const { elements, words, filled, ...wrong } = found;
  expect(Math.min(elements, words), `${message}: nothing was drawn`).toBeGreaterThan(0);
  expect.soft(wrong, message).toEqual(fine);
  expect.soft(filled, `${message}: filled buttons`).toBeLessThanOrEqual(1);
}

export function judgeGeometry({ looked, ...wrong }: Geometry, message: string): void {
  expect(looked, `${message}: there was nothing to look at`).toBeGreaterThan(0);
  expect.soft(wrong, message).toEqual({ overlapping: [], small: [], vanished: [] });
}

async function judgeFocus({ page }: Stage, message: string): Promise<void> {
  const { found, stops } = await unseenFocus(page);
  expect(stops, `${message}: nothing takes the focus`).toBeGreaterThan(0);
  expect.soft(found, `${message}: takes the focus and does not show it`).toEqual([]);
}

export function judgeAxe({ found, looked }: Violations, message: string): void {
  expect(looked, `${message}: no rule of axe found anything to look at`).toBeGreaterThan(0);
  expect.soft(found, message).toEqual([]);
}

/** Everything that is drawn fits, and lies over nothing else. */
export async function fits({ page }: Pick<Stage, "page">, message: string): Promise<void> {
  judge(await page.evaluate(measure), message);
  judgeGeometry(await page.evaluate(geometry), message);
}

/** Pictures are for people: SCREENS=all keeps every look in out/screens, any other word the light ones. */
const screens = process.env["SCREENS"];

/** Draws a view as it is plainly, and in those of its looks that have their turn: accessible, nothing cut off or covered, one filled button at most. */
export async function checkLooks(
  name: string,
  stage: Stage,
  changes: Partial<AppState>,
  /** What must be there to be seen in every look before anything is measured. */
  sees: readonly Sight[],
): Promise<void> {
  const { page } = stage;
  const isTold = sees.some((sight) => tells(sight, "de"));
  expect(isTold, "a sight that shows in which language the view is").toBe(true);
  const size = page.viewportSize();
  for (const look of [plain, ...looksFor(name)]) {
    // Half of the window is left for text of 200 %; the popup grows to 480 px for it.
    const width = size?.width === 380 ? 240 : 380;
    if (look.isLarge && size) await page.setViewportSize({ ...size, width });
    await page.emulateMedia(look.media);
    await lookAt(stage, look, { name, changes, sees });
    if (look.isLarge && size) await page.setViewportSize(size);
  }
  await page.emulateMedia(plain.media);
  // Last, because a key closes what was open.
  if (!isFocusWalked) return;
  await stage.show(appState({ ...changes, ...plain.words }));
  await judgeFocus(stage, name);
}

interface View {
  readonly name: string;
  readonly changes: Partial<AppState>;
  readonly sees: readonly Sight[];
}

async function lookAt(stage: Stage, look: Look, { name, changes, sees }: View): Promise<void> {
  const { page } = stage;
  const { language } = look.words;
  await stage.show(appState({ ...changes, ...look.words }));
  for (const sight of sees)
    await expect(locate(page, sight, language), `${look.name}: ${name}`).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("dir", directionOf(language));
  if (look.pseudo !== null) await disguise(page, look.pseudo);
  const found = await page.evaluate(measure);
  const places = await page.evaluate(geometry);
  if (screens === "all" || (screens !== undefined && look.name === "light"))
    await page.screenshot({ path: `out/screens/${name}-${look.name}.png` });
  if (look.pseudo !== null) await restore(page);
  judge(found, look.name);
  judgeGeometry(places, look.name);
  if (look.rules !== undefined) judgeAxe(await violations(page, look.rules), look.name);
}
