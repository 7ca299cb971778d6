import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { aDesktopClipboard, type Mood } from "../../../fakes/a-desktop-clipboard.ts";

/** The moods of the coming calls, one each; fine once they are used up. */
const moodsOf = (moods: readonly Mood[]) => {
  let at = 0;
  return () => {
    const mood = moods[at] ?? "fine";
    at += 1;
    return mood;
  };
};

describe("a clipboard that does not change", () => {
  test.each(["held", "refuses", "silent"] as const)("because it is %s: said", async (mood) => {
    const { x11, desktop } = aDesktopClipboard(() => mood);
    expect(await x11.writeText("link")).toEqual({ ok: false, error: { kind: "clipboard-busy" } });
    expect((await x11.writeRich({ text: "link", html: "<b>link</b>" })).ok).toBe(false);
    expect((await x11.writeText("link", { isSecret: true })).ok).toBe(false);
    expect(desktop.text).toBe("before");
  });

  test("held for a moment is tried again", async () => {
    // Each round asks twice: once to write, once to read.
    const { x11, desktop } = aDesktopClipboard(moodsOf(["held", "fine", "silent", "silent"]));
    expect((await x11.writeText("link")).ok).toBe(true);
    expect(desktop.text).toBe("link");
  });

  test("on Wayland without the focus is not believed for what Chromium remembers", async () => {
    const { wayland, desktop } = aDesktopClipboard(() => "unfocused");
    expect((await wayland.writeText("link")).ok).toBe(false);
    expect(desktop.text).toBe("before");
  });
});

describe("on Wayland", () => {
  test("a program that asks the desktop writes without the focus", async () => {
    const { wayland, desktop } = aDesktopClipboard(() => "unfocused", "wl-clipboard");
    expect((await wayland.writeText("link")).ok).toBe(true);
    expect(desktop.text).toBe("link");
    expect(await wayland.clearIfStill("link")).toBe(true);
    expect(desktop.text).toBe("");
  });

  test("a secret is not handed to a program that would not mark it", async () => {
    const { wayland, desktop } = aDesktopClipboard(() => "unfocused", "wl-clipboard");
    expect((await wayland.writeText("passcode", { isSecret: true })).ok).toBe(false);
    expect(desktop.text).toBe("before");
  });

  test("what others copied since is left alone", async () => {
    let mood: Mood = "fine";
    const { wayland, desktop } = aDesktopClipboard(() => mood);
    await wayland.writeText("link");
    mood = "unfocused";
    desktop.text = "theirs";
    expect(await wayland.clearIfStill("link")).toBe(false);
    expect(desktop.text).toBe("theirs");
  });
});

const moods = (...some: readonly Mood[]) => fc.array(fc.constantFrom(...some), { maxLength: 40 });
const acts = fc.array(fc.constantFrom("copy", "rich", "secret", "clear"), { minLength: 1 });
type Desk = ReturnType<typeof aDesktopClipboard>;

/** How often what was said to be copied was not there, or what was said to be taken off was. */
async function liesOf(clipboard: Desk["x11"], { desktop }: Desk, toDo: readonly string[]) {
  let lies = 0;
  for (const [index, act] of toDo.entries()) {
    const text = `link-${index}`;
    const before = desktop.text;
    if (act === "clear") {
      if ((await clipboard.clearIfStill(before)) && desktop.text === before) lies += 1;
      continue;
    }
    const said =
      act === "rich"
        ? await clipboard.writeRich({ text, html: `<b>${text}</b>` })
        : await clipboard.writeText(text, { isSecret: act === "secret" });
    if (said.ok && desktop.text !== text) lies += 1;
  }
  return lies;
}

test("the truth is told while others hold the clipboard", async () => {
  const changing = moods("fine", "held", "refuses", "silent");
  await fc.assert(
    fc.asyncProperty(changing, acts, async (turns, toDo) => {
      const desk = aDesktopClipboard(moodsOf(turns));
      expect(await liesOf(desk.x11, desk, toDo)).toBe(0);
    }),
  );
});

test("the truth is told while the focus comes and goes on Wayland", async () => {
  const changing = moods("fine", "unfocused", "refuses", "silent");
  const programs = fc.constantFrom("none", "wl-clipboard" as const);
  await fc.assert(
    fc.asyncProperty(changing, programs, acts, async (turns, has, toDo) => {
      const desk = aDesktopClipboard(moodsOf(turns), has);
      expect(await liesOf(desk.wayland, desk, toDo)).toBe(0);
    }),
  );
});
