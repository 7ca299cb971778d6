import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { languages } from "../../../../main/contract/languages.ts";
import {
  lockRefusal,
  type Refusal,
  refusalOf,
  refuseStart,
} from "../../../../main/platform/start/refused-start.ts";
import { makePrivate } from "../../../../main/platform/start/private-files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "refused-start-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = "/tmp/.mount_app/quick-meeting";
const startedWith = (words: readonly string[], variables: NodeJS.ProcessEnv = {}) =>
  refusalOf({
    isPackaged: true,
    words: ["quick-meeting", ...words],
    variables,
    userData: folder,
    program: variables["APPDIR"] === folder ? join(folder, "quick-meeting") : program,
  });

describe("a start", () => {
  test("with nothing, or what is harmless, goes on", () => {
    expect(startedWith([])).toBeNull();
    expect(startedWith(["--meet-now", "--ozone-platform=wayland"])).toBeNull();
  });

  test("with switches that open the app is refused in a package", () => {
    const switches = ["--no-sandbox", "--proxy-server"];
    const words = ["--no-sandbox", "--proxy-server=x"];
    expect(startedWith(words)).toEqual({ kind: "switches", switches });
    const unpackaged = { isPackaged: false, words, variables: {}, userData: folder, program };
    expect(refusalOf(unpackaged)).toBeNull();
  });

  test("without a sandbox is refused from an AppImage too, with other words", () => {
    const APPIMAGE = "/home/megan/Quick Meeting.AppImage";
    const appImage = { APPIMAGE, APPDIR: "/tmp/.mount_app" };
    expect(startedWith(["--no-sandbox"], appImage)?.kind).toBe("sandbox");
    expect(startedWith(["--no-sandbox", "--js-flags=x"], appImage)?.kind).toBe("switches");
    expect(startedWith(["--no-sandbox"], { APPIMAGE, APPDIR: "/tmp/.mount_other" })?.kind).toBe(
      "switches",
    );
    expect(startedWith([], appImage)).toBeNull();
  });

  test("where nothing can be kept is refused", () => {
    writeFileSync(join(folder, "file"), "");
    const userData = join(folder, "file", "data");
    makePrivate(userData);
    const refusal = refusalOf({ isPackaged: false, words: [], variables: {}, userData, program });
    expect(refusal).toEqual({ kind: "folder", folder: userData });
  });
});

describe.runIf(process.platform === "linux")(
  "what electron-builder puts before an AppImage",
  () => {
    // It ships no types for this part, and a change of it must be seen.
    const builder = createRequire(createRequire(import.meta.url).resolve("electron-builder"));
    const { generateAppRunScript }: { generateAppRunScript: (config: object) => string } = builder(
      "app-builder-lib/out/targets/appimage/appImageUtil.js",
    );

    function install(name: string, script: string): void {
      writeFileSync(join(folder, name), script);
      chmodSync(join(folder, name), 0o755);
    }
    /** What the app is started with. */
    function run(hasNamespaces: boolean, ...words: readonly string[]) {
      install("AppRun", generateAppRunScript({ ExecutableName: "quick-meeting" }));
      install("quick-meeting", `#!/bin/sh\nprintf '%s\\n' "$@"\n`);
      mkdirSync(join(folder, "bin"));
      install("bin/unshare", `#!/bin/sh\nexit ${hasNamespaces ? 0 : 1}\n`);
      const env = {
        PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}`,
        APPDIR: folder,
        APPIMAGE: "/home/megan/app.AppImage",
      };
      const { stdout } = spawnSync(join(folder, "AppRun"), words, { env, encoding: "utf8" });
      return startedWith(stdout.split("\n").filter(Boolean), env)?.kind ?? null;
    }

    test("adds the switch that is refused, with the words for it, where there are no user namespaces", () => {
      expect(run(false, "--meet-now")).toBe("sandbox");
    });

    test("adds nothing where there are", () => {
      expect(run(true, "--meet-now")).toBeNull();
    });
  },
);

test.runIf(process.platform !== "win32")(
  "the lock of another computer is told from our own",
  () => {
    expect(lockRefusal(folder, "desk")).toBeNull();
    const lock = join(folder, "SingletonLock");
    symlinkSync("desk-2-4711", lock);
    expect(lockRefusal(folder, "desk-2")).toBeNull();
    expect(lockRefusal(folder, "desk")).toEqual({ kind: "elsewhere", host: "desk-2" });
  },
);

describe("is said", () => {
  async function said(refusal: Refusal, language: string) {
    const happened: unknown[] = [];
    const lines: string[] = [];
    await refuseStart(refusal, {
      app: {
        commandLine: { removeSwitch: (name) => void happened.push(["without", name]) },
        whenReady: async () => void happened.push("ready"),
        exit: (code) => void happened.push(["exit", code]),
        getPreferredSystemLanguages: () => [language],
      },
      dialog: { showErrorBox: (title, body) => void happened.push([title, body]) },
      report: (line) => void lines.push(line),
    });
    return { happened, lines };
  }

  test.each([
    ["en-GB", "Quick Meeting doesn't start like this", "It was started with --no-sandbox, "],
    ["de-AT", "So startet Quick Meeting nicht", "Es wurde mit --no-sandbox gestartet. "],
  ])(
    "in %s, without what was refused, where there are dialogs, and it is over",
    async (tag, title, body) => {
      const refusal = { kind: "switches", switches: ["--no-sandbox"] } as const;
      const { happened, lines } = await said(refusal, tag);
      expect(happened).toEqual([
        ["without", "no-sandbox"],
        "ready",
        [title, expect.stringContaining(body)],
        ["exit", 1],
      ]);
      expect(lines.join()).toContain(body);
    },
  );

  const refusals: readonly Refusal[] = [
    { kind: "switches", switches: ["--x"] },
    { kind: "sandbox", switches: ["--no-sandbox"] },
    { kind: "folder", folder: "/somewhere" },
    { kind: "elsewhere", host: "desk" },
  ];
  test.each(languages)("in $tag each with a sentence of its own", async ({ tag }) => {
    const sentences = await Promise.all(
      refusals.map(async (refusal) => (await said(refusal, tag)).lines.join()),
    );
    expect(new Set(sentences).size).toBe(refusals.length);
    expect(sentences.join()).not.toMatch(/startRefused|\{\{/u);
    expect(sentences[2]).toContain("/somewhere");
  });
});
