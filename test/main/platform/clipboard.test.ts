import { describe, expect, test } from "vitest";

import { createClipboard } from "../../../main/platform/clipboard.ts";

function setUp({ text = "", isBusy = false } = {}) {
  const system = { text };
  const refuseIfBusy = () => {
    if (isBusy) throw new Error("OpenClipboard failed");
  };
  const clipboard = createClipboard({
    async writeText(next) {
      refuseIfBusy();
      // The system takes its time: only what is awaited is there afterwards.
      await new Promise((resolve) => setImmediate(resolve));
      system.text = next;
    },
    async readText() {
      refuseIfBusy();
      return system.text;
    },
    clear() {
      system.text = "";
    },
  });
  return { clipboard, system };
}

describe("writing", () => {
  test("is done when it answers", async () => {
    const { clipboard, system } = setUp({ text: "before" });
    expect(await clipboard.writeText("link")).toEqual({ ok: true, value: undefined });
    expect(system.text).toBe("link");
  });

  test("a clipboard another app holds is an error with a name", async () => {
    const { clipboard } = setUp({ isBusy: true });
    expect(await clipboard.writeText("link")).toEqual({
      ok: false,
      error: { kind: "clipboard-busy" },
    });
  });
});

describe("taking a link back", () => {
  test("clears it while it is still there", async () => {
    const { clipboard, system } = setUp({ text: "link" });
    expect(await clipboard.clearIfStill("link")).toBe(true);
    expect(system.text).toBe("");
  });

  test("leaves what was copied since", async () => {
    const { clipboard, system } = setUp({ text: "something else" });
    expect(await clipboard.clearIfStill("link")).toBe(false);
    expect(system.text).toBe("something else");
  });

  test("says no where the clipboard cannot be asked", async () => {
    const { clipboard, system } = setUp({ text: "link", isBusy: true });
    expect(await clipboard.clearIfStill("link")).toBe(false);
    expect(system.text).toBe("link");
  });
});
