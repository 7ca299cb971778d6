import { expect, type Stage, test } from "./stage.ts";
import { appState, meeting } from "./stage-state.ts";
import { unseenFocus } from "./stage/focus-walk.ts";
import { geometry } from "./stage/geometry.ts";
import { measure } from "./stage/measure.ts";
import { disguise, restore } from "./stage/pseudo.ts";
import { violations } from "./stage/violations.ts";

interface Planted {
  readonly tag: string;
  /** CSS. */
  readonly style: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly parts?: readonly Planted[];
}

const cut = "width: 80px; overflow: hidden; white-space: nowrap; margin: 0";

/** Each is put into a view that has none of them, and found by what its name begins with. */
const faults: Readonly<Record<string, Planted>> = {
  clipped: { tag: "div", style: cut, text: "A text that is cut off" },
  "clipped in what scrolls": {
    tag: "div",
    style: "height: 60px; overflow: auto",
    parts: [{ tag: "p", style: cut, text: "A text that is cut off" }],
  },
  outside: {
    tag: "div",
    style: "position: fixed; left: 340px; top: 40px; white-space: nowrap",
    text: "Beside the window",
  },
  squeezed: {
    tag: "div",
    style: "display: flex; flex-direction: column; height: 20px",
    parts: [
      {
        tag: "div",
        style: "min-height: 0; flex-shrink: 1",
        parts: [
          { tag: "div", style: "", text: "Two" },
          { tag: "div", style: "", text: "lines" },
        ],
      },
    ],
  },
  overlapping: {
    tag: "div",
    style: "height: 40px; position: relative",
    parts: [
      { tag: "span", style: "position: absolute; top: 4px", text: "One sentence" },
      { tag: "span", style: "position: absolute; top: 8px; left: 20px", text: "Another one" },
    ],
  },
  small: { tag: "button", style: "width: 20px; height: 20px; padding: 0", text: "x" },
  vanished: {
    tag: "div",
    style: "width: 20px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap",
    text: "Nothing is left of it",
  },
  "vanished time": {
    tag: "input",
    style: "width: 24px",
    attributes: { role: "combobox", value: "14:30" },
  },
};

async function plant({ page }: Stage, fault: Planted): Promise<void> {
  await page.evaluate((planted) => {
    function grow({ tag, style, text = "", attributes = {}, parts = [] }: Planted): HTMLElement {
      const element = document.createElement(tag);
      element.style.cssText = style;
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.append(text, ...parts.map(grow));
      return element;
    }
    const place = grow({
      tag: "div",
      style: "position: fixed; bottom: 0; left: 0; right: 0; background: white",
      parts: [planted],
    });
    (document.querySelector("main") ?? document.body).append(place);
  }, fault);
}

const view = { state: appState({ recent: [meeting({ id: "one" })] }) };

for (const [fault, planted] of Object.entries(faults))
  test(`a planted fault is found: ${fault}`, async ({ open }) => {
    const stage = await open(view);
    const { page } = stage;
    const kind = fault.split(" ")[0] ?? "";
    const before = { ...(await page.evaluate(measure)), ...(await page.evaluate(geometry)) };
    expect(before).toMatchObject({ [kind]: [] });
    await plant(stage, planted);
    const after = { ...(await page.evaluate(measure)), ...(await page.evaluate(geometry)) };
    expect(after).not.toMatchObject({ [kind]: [] });
  });

test("a planted fault is found: words too pale for their ground", async ({ open }) => {
  const stage = await open(view);
  const style = "color: #aaa; background: #fff";
  await plant(stage, { tag: "p", style, text: "Hardly to be read" });
  const { found } = await violations(stage.page, ["color-contrast"]);
  expect(found.join()).toContain("color-contrast");
});

test("a planted fault is found: a button that does not show its focus", async ({ open }) => {
  const stage = await open(view);
  expect((await unseenFocus(stage.page)).found).toEqual([]);
  const style = "outline: none; border: 0; box-shadow: none";
  await plant(stage, { tag: "button", style, text: "Where am I" });
  expect((await unseenFocus(stage.page)).found.join()).toContain("Where am I");
});

test("a disguise changes every word, and is taken off again", async ({ open }) => {
  const { page } = await open(view);
  const words = () => page.locator("main").innerText();
  const before = await words();
  await disguise(page, "accented");
  expect(await words()).not.toBe(before);
  await restore(page);
  expect(await words()).toBe(before);
  await disguise(page, "longer");
  expect((await words()).length).toBeGreaterThan(before.length * 1.2);
  await restore(page);
});
