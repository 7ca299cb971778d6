import { EventEmitter } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { createClipboard } from "../../../../main/platform/clipboard/clipboard.ts";
import { runProgram } from "../../../../main/platform/run-program.ts";
import { createWaylandClipboard } from "../../../../main/platform/clipboard/wayland-clipboard.ts";
import { anApp } from "../../../fakes/electron-emitters.ts";
import { hastyClock } from "../../../fakes/hasty-clock.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wayland-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program of the desktop's, which notes each time it is called. */
function program(name: string, script: string): void {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\necho "${name} $*" >> "${folder}/calls"\n${script}\n`);
  chmodSync(path, 0o755);
}
function calls(): readonly string[] {
  try {
    return readFileSync(join(folder, "calls"), "utf8").trim().split("\n");
  } catch {
    return [];
  }
}
const variables = () => ({
  WAYLAND_DISPLAY: "wayland-0",
  PATH: `${folder}:${process.env["PATH"] ?? ""}`,
});

/** The desktop has `text`; wl-paste and wl-copy speak to it. */
function desktopHas(text: string): void {
  writeFileSync(join(folder, "desktop"), text);
  program("wl-paste", `cat "${folder}/desktop"`);
  program(
    "wl-copy",
    `if [ "$1" = --clear ]; then : > "${folder}/desktop"; else cat > "${folder}/desktop"; fi`,
  );
}
const desktop = () => readFileSync(join(folder, "desktop"), "utf8");

class Window extends EventEmitter {
  readonly webContents = new EventEmitter();
  isFocused = () => true;
}

/** The app's clipboard in such a session, where Chromium remembers what it was given. */
function open() {
  const app = anApp();
  const wayland = createWaylandClipboard(app, "linux", variables());
  const chromium = { text: "before", refuses: false, refusesToClear: false };
  const window = new Window();
  app.emit("browser-window-created", {}, window);
  const clipboard = createClipboard({
    platform: "linux",
    clock: hastyClock,
    wayland,
    clipboard: {
      writeText: async (text) => void (chromium.text = text),
      async readText() {
        if (chromium.refuses) throw new Error("no selection");
        return chromium.text;
      },
      clear() {
        if (chromium.refusesToClear) throw new Error("no focus");
        chromium.text = "";
      },
    },
    write: async (forms) => void (chromium.text = forms["text/plain"] ?? ""),
  });
  return {
    clipboard,
    wayland,
    chromium,
    use: () => window.webContents.emit("before-input-event", {}, {}),
    leave: () => window.emit("blur"),
  };
}

describe.runIf(process.platform === "linux")("in a Wayland session", () => {
  test("no program is asked while a window of ours has the focus: it would have to take it", async () => {
    desktopHas("before");
    const { clipboard, use } = open();
    use();
    expect((await clipboard.writeText("link")).ok).toBe(true);
    expect(await clipboard.clearIfStill("link")).toBe(true);
    expect(calls()).toEqual([]);
  });

  test("where Chromium cannot read it, a program may write it after all", async () => {
    desktopHas("before");
    const { clipboard, chromium, use } = open();
    use();
    chromium.refuses = true;
    expect((await clipboard.writeText("link")).ok).toBe(true);
    expect(desktop()).toBe("link");
  });

  test("without the focus a program writes, reads it back and clears it", async () => {
    desktopHas("before");
    const { clipboard, use, leave } = open();
    use();
    leave();
    expect((await clipboard.writeText("link")).ok).toBe(true);
    expect(desktop()).toBe("link");
    expect(await clipboard.clearIfStill("link")).toBe(true);
    expect(desktop()).toBe("");
  });

  test.each([
    "No selection",
    "No suitable type of content copied",
    "Nothing is copied",
    'Clipboard content is not available as requested type "text"',
  ])("%s: there is no text, which is an answer", async (complaint) => {
    program("wl-paste", `printf '%s\\n' '${complaint}' >&2; exit 1`);
    expect(await open().wayland?.read()).toBe("");
  });

  test.each([
    ["no display", "echo 'Failed to connect to a Wayland server' >&2; exit 1"],
    ["a crash", "kill -SEGV $$"],
    ["silence", "exit 1"],
    ["a success that is none", "printf 'half of it'; exit 3"],
    ["a word of ours in what was copied", "echo 'Nothing is copied'; exit 1"],
  ])("%s: nobody can say", async (_, script) => {
    program("wl-paste", script);
    expect(await open().wayland?.read()).toBeNull();
  });

  test("a link that never arrived is not said to be taken off, whatever Chromium has in mind", async () => {
    desktopHas("theirs");
    const { clipboard, chromium, use } = open();
    use();
    chromium.text = "link";
    chromium.refusesToClear = true;
    expect(await clipboard.clearIfStill("link")).toBe(false);
    expect(desktop()).toBe("theirs");
  });

  test("a link is not said to be taken off where nobody can say", async () => {
    desktopHas("link");
    // It answers once, and not again.
    program("wl-paste", `[ -e "${folder}/asked" ] && exit 1; : > "${folder}/asked"; printf link`);
    expect(await open().clipboard.clearIfStill("link")).toBe(false);
  });

  test("a link is not said to be copied where the program refused it", async () => {
    desktopHas("before");
    program("wl-copy", "exit 1");
    expect((await open().clipboard.writeText("link")).ok).toBe(false);
  });

  test("where there is no such program, it is not said either", async () => {
    const wayland = createWaylandClipboard(anApp(), "linux", {
      XDG_SESSION_TYPE: "wayland",
      PATH: folder,
    });
    expect(await wayland?.read()).toBeNull();
    await expect(wayland?.write("link")).rejects.toThrow("wl-copy");
  });
});

test.each([
  ["linux", { XDG_SESSION_TYPE: "x11" }],
  ["linux", {}],
  ["darwin", { WAYLAND_DISPLAY: "wayland-0" }],
] as const)("on %s with %j there is none", (platform, session) => {
  expect(createWaylandClipboard(anApp(), platform, session)).toBeNull();
});

describe.runIf(process.platform !== "win32")("a program", () => {
  const run = (script: string, more = {}) =>
    runProgram("sh", ["-c", script], { variables: variables(), ...more });

  test("is heard with its code, its text and its complaint", async () => {
    expect(await run("cat; echo bad >&2; exit 7", { input: "said" })).toEqual({
      code: 7,
      text: "said",
      complaint: "bad\n",
    });
  });

  test("that is not there has no code, and one that is killed none either", async () => {
    const none = { code: null, text: "", complaint: "" };
    expect(await runProgram("wl-nothing", [], { variables: variables() })).toEqual(none);
    expect(await run("kill -9 $$")).toEqual(none);
  });

  test("that says without an end is stopped", async () => {
    expect((await run("while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done")).code).toBeNull();
  });

  test("that stays in the background with all its pipes is not waited for", async () => {
    const errand = { staysBehind: true, input: "text" };
    const ran = await run(`cat > "${folder}/held"; sleep 600 & echo $! > "${folder}/pid"`, errand);
    const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
    expect(ran.code).toBe(0);
    expect(process.kill(pid, 0)).toBe(true);
    process.kill(pid);
  });
});
