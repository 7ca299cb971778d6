import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { spawnSync } from "node:child_process";

import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { createAutostart } from "../../../../main/platform/login/autostart.ts";
import { autostartText, readEntry } from "../../../../main/platform/login/autostart-entry.ts";

const name = "io.github.quickmeeting.app.desktop";
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "autostart-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string, mode = 0o644): string {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, text);
  chmodSync(whole, mode);
  return whole;
}
const own = () => join(folder, "config/autostart", name);
const shared = `shared/autostart/${name}`;

/** A program that is there, and its login item. */
function open(path = "opt/Quick Meeting/quick-meeting", variables: NodeJS.ProcessEnv = {}) {
  const program = put(path, "#!/bin/sh\n", 0o755);
  const item = createAutostart({
    name,
    entry: { program, words: ["--hidden"] },
    configFolder: join(folder, "config"),
    variables: { XDG_CONFIG_DIRS: join(folder, "shared"), ...variables },
  });
  return { item, program };
}

describe.runIf(process.platform !== "win32")("the file that the session reads", () => {
  test("comes and goes, is for its person alone, and leaves nothing behind", () => {
    const { item } = open();
    expect(item.read()).toBe("off");
    item.write(true);
    expect(item.read()).toBe("on");
    expect(statSync(own()).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(own()))).toEqual([name]);
    item.write(true);
    item.write(false);
    expect([item.read(), existsSync(own())]).toEqual(["off", false]);
    item.write(false);
  });

  test("means nothing once the program is uninstalled", () => {
    const { item, program } = open();
    item.write(true);
    rmSync(program);
    expect(item.read()).toBe("off");
  });

  test("follows an AppImage that was moved, or came in the place of another", () => {
    const before = open("Downloads/Quick Meeting 1.AppImage");
    before.item.write(true);
    rmSync(before.program);
    const after = open("Applications/Quick Meeting 2.AppImage");
    after.item.mend();
    expect(after.item.read()).toBe("on");
    expect(readFileSync(own(), "utf8")).toContain("Quick Meeting 2.AppImage");
  });

  test("of another copy that is still there stays as it is, and none comes of mending", () => {
    const { item } = open();
    item.mend();
    expect(existsSync(own())).toBe(false);
    item.write(true);
    const text = readFileSync(own(), "utf8");
    open("elsewhere/quick-meeting").item.mend();
    expect(readFileSync(own(), "utf8")).toBe(text);
  });

  test.each([
    ["GNOME's and KDE's settings", "Hidden=true"],
    ["GNOME Tweaks", "X-GNOME-Autostart-enabled=false"],
    ["another desktop", "OnlyShowIn=KDE;"],
    ["all desktops but this one", "NotShowIn=XFCE;GNOME;"],
  ])("switched off for %s is off in the system", (_, line) => {
    const { item } = open(undefined, { XDG_CURRENT_DESKTOP: "ubuntu:GNOME" });
    put(`config/autostart/${name}`, `[Desktop Entry]\nType=Application\n${line}\n`);
    expect(item.read()).toBe("off-in-system");
    item.mend();
    expect(readFileSync(own(), "utf8")).toContain(line);
  });

  test("of an admin is for everybody, unless the person's own says otherwise", () => {
    const { item } = open();
    put(shared, "[Desktop Entry]\nType=Application\nExec=quick-meeting\n");
    expect(item.read()).toBe("for-everybody");
    put(`config/autostart/${name}`, "[Desktop Entry]\nHidden=true\n");
    expect(item.read()).toBe("off-in-system");
    rmSync(own());
    put(shared, "[Desktop Entry]\nType=Application\nHidden=true\n");
    expect(item.read()).toBe("off");
  });

  test("in the place of a link leaves alone what that led to", () => {
    const { item } = open();
    const elsewhere = put("elsewhere.desktop", "[Desktop Entry]\nExec=other\n");
    mkdirSync(dirname(own()), { recursive: true });
    symlinkSync(elsewhere, own());
    item.write(true);
    expect(readFileSync(elsewhere, "utf8")).toContain("Exec=other");
    expect(item.read()).toBe("on");
  });

  test("that cannot be read or written is an error, and not an answer", () => {
    const { item } = open();
    mkdirSync(own(), { recursive: true });
    expect(() => item.read()).toThrow(/EISDIR/u);
    expect(() => item.write(true)).toThrow(/EISDIR/u);
  });
});

describe("its text", () => {
  test("starts the program hidden, and only while it is there", () => {
    const text = autostartText({
      program: "/opt/Quick Meeting/quick-meeting",
      words: ["--hidden"],
    });
    expect(text).toMatch(/^\[Desktop Entry\]\nType=Application\n/u);
    expect(text).toContain('\nExec="/opt/Quick Meeting/quick-meeting" "--hidden"\n');
    expect(text).toContain("\nTryExec=/opt/Quick Meeting/quick-meeting\n");
    expect(text).not.toContain("sandbox");
  });

  test("names the program that is meant, whatever is in its path", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (path) => {
        const program = `/${path.replaceAll("\0", "")}`;
        const text = autostartText({ program, words: [] });
        // No line of the path is a line of the entry.
        expect(text.split("\n")).toHaveLength(10);
        const { tryExec, isOff } = readEntry(text, []);
        if (!/\s$/u.test(program)) expect(tryExec).toBe(program);
        expect(isOff).toBe(false);
      }),
    );
  });

  test("of another group does not count", () => {
    const text = "[Desktop Entry]\nExec=x\n[Desktop Action off]\nHidden=true\n";
    expect(readEntry(text, [])).toEqual({ isOff: false, tryExec: null });
  });

  const hasGio = spawnSync("gio", ["version"]).status === 0;
  // A percent sign in the path itself is one thing that GLib cannot take.
  test.runIf(hasGio)("is read by a real desktop library as it is meant", () => {
    const said = join(folder, "said");
    const program = put(
      `opt/Quick & "Meeting" $HOME \`x\` \\o/quick-meeting`,
      `#!/bin/sh\nprintf '%s\\n' "$0" "$@" > '${said}.new'; mv '${said}.new' '${said}'\n`,
      0o755,
    );
    const entry = put("entry.desktop", autostartText({ program, words: ["--hidden", "50%f"] }));
    const { stderr } = spawnSync("gio", ["launch", entry], { encoding: "utf8" });
    expect(stderr).toBe("");
    const isThere = () => existsSync(said);
    return expect
      .poll(isThere, { timeout: 60_000 })
      .toBe(true)
      .then(() => {
        expect(readFileSync(said, "utf8").split("\n").slice(0, 3)).toEqual([
          program,
          "--hidden",
          "50%f",
        ]);
      });
  });
});
