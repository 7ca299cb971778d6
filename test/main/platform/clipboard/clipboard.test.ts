import { describe, expect, test } from "vitest";

import {
  type ClipboardDependencies,
  createClipboard,
} from "../../../../main/platform/clipboard/clipboard.ts";
import { hastyClock } from "../../../fakes/hasty-clock.ts";

interface Situation {
  readonly text?: string;
  readonly isBusy?: boolean;
  readonly platform?: ClipboardDependencies["platform"];
}

function setUp({ text = "", isBusy = false, platform = "linux" }: Situation = {}) {
  const writes: Record<string, string>[] = [];
  const system = { text, html: "" };
  const refuseIfBusy = () => {
    if (isBusy) throw new Error("OpenClipboard failed");
  };
  const clipboard = createClipboard({
    platform,
    wayland: null,
    clock: hastyClock,
    clipboard: {
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
    },
    async write(forms) {
      refuseIfBusy();
      await new Promise((resolve) => setImmediate(resolve));
      writes.push(forms);
      system.text = forms["text/plain"] ?? "";
      system.html = forms["text/html"] ?? "";
    },
  });
  return { clipboard, system, writes };
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

describe("a secret", () => {
  test.each([
    ["win32", "ExcludeClipboardContentFromMonitorProcessing", "1"],
    ["darwin", "org.nspasteboard.ConcealedType", "1"],
    ["linux", "x-kde-passwordManagerHint", "secret"],
  ] as const)("on %s is one write of text and mark", async (platform, name, value) => {
    const { clipboard, system, writes } = setUp({ platform });
    expect((await clipboard.writeText("Passcode", { isSecret: true })).ok).toBe(true);
    expect(writes).toEqual([
      { "text/plain": "Passcode", [`electron application/osclipboard;format="${name}"`]: value },
    ]);
    expect(await clipboard.clearIfStill("Passcode")).toBe(true);
    expect(system.text).toBe("");
  });

  test("no mark on anything else", async () => {
    const { clipboard, writes } = setUp();
    await clipboard.writeText("link", { isSecret: false });
    expect(writes).toEqual([]);
    expect(await clipboard.readText()).toBe("link");
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

test("a rich copy carries its plain text too, and a busy clipboard is said", async () => {
  const { clipboard, system } = setUp();
  const copy = { text: "https://a", html: "<b>a</b>" };
  expect(await clipboard.writeRich(copy)).toEqual({ ok: true, value: undefined });
  expect(system).toEqual(copy);
  expect(await clipboard.readText()).toBe("https://a");
  const busy = setUp({ isBusy: true });
  expect(await busy.clipboard.writeRich(copy)).toMatchObject({ error: { kind: "clipboard-busy" } });
  expect(await busy.clipboard.readText()).toBe("");
});
