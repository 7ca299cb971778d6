import type { AppState } from "../../main/contract/state.ts";
import { expect, type Stage } from "./stage.ts";
import { appState } from "./stage-state.ts";
import { measure, type Measured } from "./stage/measure.ts";
import { locate, type Sight, tells } from "./stage/sights.ts";
import { inTurn } from "./stage/turns.ts";
import { colourRules, type Violations, violations } from "./stage/violations.ts";

/** What a person who looks at a screen must not find. */
const fine = { outside: [], clipped: [], squeezed: [], covered: [] };

/** Fails on what is wrong, and where there was nothing that could have been. */
export function judge(found: Measured, message: string): void {
  const { elements, words, filled, ...wrong } = found;
  expect(Math.min(elements, words), `${message}: nothing was drawn`).toBeGreaterThan(0);
  expect(wrong, message).toEqual(fine);
  expect(filled, `${message}: filled buttons`).toBeLessThanOrEqual(1);
}

export function judgeAxe({ found, looked }: Violations, message: string): void {
  expect(looked, `${message}: no rule of axe found anything to look at`).toBeGreaterThan(0);
  expect(found, message).toEqual([]);
}

/** Everything that is drawn fits, and lies over nothing else. */
export const fits = async ({ page }: Pick<Stage, "page">, message: string): Promise<void> =>
  judge(await page.evaluate(measure), message);

/** Pictures are for people: SCREENS=all keeps every look in out/screens, any other word the light ones. */
const screens = process.env["SCREENS"];

interface Look {
  readonly name: "light" | "dark" | "forced" | "rtl" | "de" | "large";
  readonly media: {
    readonly colorScheme: "light" | "dark";
    readonly forcedColors: "active" | "none";
  };
  readonly language: Partial<AppState>;
  /** Other words change neither roles nor colours, and another theme only colours. */
  readonly rules?: readonly string[] | null;
}

const light = { colorScheme: "light", forcedColors: "none" } as const;
const english = {};
const german = { language: "de", locale: "de-DE" } as const;

const plain: Look = { name: "light", media: light, language: english, rules: null };
/** Beside the plain one. All of them at once are most of what the checks cost, so they take turns: one a view. */
const others: readonly Look[] = [
  { name: "dark", media: { ...light, colorScheme: "dark" }, language: english, rules: colourRules },
  {
    name: "forced",
    media: { ...light, forcedColors: "active" },
    language: english,
    rules: colourRules,
  },
  // Nobody has translated Arabic yet: the words are English, the direction is right to left.
  { name: "rtl", media: light, language: { language: "ar", locale: "ar-EG" } },
  { name: "de", media: light, language: german },
  // With text of 200 % the popup is 480 px wide, so that 240 of the page's own are left. German words are the longer ones.
  { name: "large", media: light, language: german },
];

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
  const isPopup = size?.width === 380;
  const possible = others.filter((look) => look.name !== "large" || isPopup);
  for (const look of [plain, ...inTurn(possible, name)]) {
    if (size && look.name === "large") await page.setViewportSize({ ...size, width: 240 });
    await page.emulateMedia(look.media);
    await lookAt(stage, look, { name, changes, sees });
  }
  await page.emulateMedia(light);
  if (size) await page.setViewportSize(size);
}

interface View {
  readonly name: string;
  readonly changes: Partial<AppState>;
  readonly sees: readonly Sight[];
}

async function lookAt(stage: Stage, look: Look, { name, changes, sees }: View): Promise<void> {
  const { page } = stage;
  await stage.show(appState({ ...changes, ...look.language }));
  const language = look.language.language ?? "en";
  for (const sight of sees)
    await expect(locate(page, sight, language), `${look.name}: ${name}`).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("dir", look.name === "rtl" ? "rtl" : "ltr");
  const found = await page.evaluate(measure);
  if (screens === "all" || (screens !== undefined && look.name === "light"))
    await page.screenshot({ path: `out/screens/${name}-${look.name}.png` });
  judge(found, look.name);
  if (look.rules !== undefined) judgeAxe(await violations(page, look.rules), look.name);
}
