import type { App } from "electron";
import { describe, expect, test } from "vitest";

import { createLoginItem, startWords } from "../../../../main/platform/login/login-item.ts";
import { aMac, aWindows } from "../../../fakes/a-system-with-login-items.ts";

type Item = Parameters<typeof createLoginItem>[0];
const program = String.raw`C:\Users\Megan\AppData\Local\Programs\quick-meeting\Quick Meeting.exe`;

const itemOf = (
  app: Pick<App, "getLoginItemSettings" | "setLoginItemSettings">,
  platform: Item["platform"],
  changes: Partial<Item> = {},
  isPackaged = true,
) =>
  createLoginItem({
    app: { ...app, isPackaged, getPath: () => "/nowhere/config" },
    platform,
    variables: {},
    program,
    desktopName: "x.desktop",
    ...changes,
  });

describe("on macOS", () => {
  test("it is on and off as the system says", () => {
    const { mac, app } = aMac();
    const item = itemOf(app, "darwin");
    expect(item.read()).toBe("off");
    item.write(true);
    expect(item.read()).toBe("on");
    item.write(false);
    expect(item.read()).toBe("off");
    mac.status = "not-found";
    expect(item.read()).toBe("off");
  });

  test("that it waits for the person is told", () => {
    const { mac, app } = aMac();
    const item = itemOf(app, "darwin");
    mac.isDisallowed = true;
    item.write(true);
    expect(item.read()).toBe("needs-approval");
  });

  test("it starts hidden only where the system started it", () => {
    const { mac, app } = aMac();
    const words = (isPackaged: boolean, platform: NodeJS.Platform = "darwin") =>
      startWords(["app"], { ...app, isPackaged }, platform);
    expect(words(true)).toEqual(["app"]);
    mac.wasOpenedAtLogin = true;
    expect(words(true)).toEqual(["app", "--hidden"]);
    expect(words(false)).toEqual(["app"]);
    expect(words(true, "win32")).toEqual(["app"]);
  });
});

describe("on Windows", () => {
  const open = () => {
    const { run, app } = aWindows("io.github.quickmeeting.app");
    return { run, item: itemOf(app, "win32") };
  };

  test("it is on and off, and starts hidden", () => {
    const { run, item } = open();
    expect(item.read()).toBe("off");
    item.write(true);
    expect(item.read()).toBe("on");
    expect([...run.values()]).toMatchObject([{ path: program, args: ["--hidden"] }]);
    item.write(false);
    expect([item.read(), run.size]).toEqual(["off", 0]);
  });

  test("switched off in Task Manager is off in the system", () => {
    const { run, item } = open();
    item.write(true);
    for (const value of run.values()) value.isApproved = false;
    expect(item.read()).toBe("off-in-system");
  });

  test("for the whole computer it is its admin's, and another program's is nobody's of ours", () => {
    const { run, item } = open();
    run.set("other", { scope: "user", path: "C:\\other.exe", args: [], isApproved: true });
    expect(item.read()).toBe("off");
    const machine = { scope: "machine", path: program.toUpperCase(), args: [] } as const;
    run.set("admin", { ...machine, isApproved: true });
    expect(item.read()).toBe("for-everybody");
    run.set("admin", { ...machine, isApproved: false });
    expect(item.read()).toBe("off");
  });

  test("as an earlier version wrote it, it is on", () => {
    const { run, item } = open();
    run.set("old", { scope: "user", path: program, args: [], isApproved: true });
    expect(item.read()).toBe("on");
  });
});

describe("there is none", () => {
  const { app } = aMac();
  test.each<[string, Partial<Item>, NodeJS.Platform, boolean]>([
    ["of a copy that is not packaged", {}, "darwin", false],
    ["of a copy that is not packaged, on Linux", {}, "linux", false],
    ["in Flatpak", { program: "/app/quick-meeting/quick-meeting" }, "linux", true],
    [
      "in a snap",
      {
        program: "/snap/quick-meeting/3/quick-meeting",
        variables: { SNAP: "/snap/quick-meeting/3" },
      },
      "linux",
      true,
    ],
  ])("%s", (_, changes, platform, isPackaged) => {
    const item = itemOf(app, platform, changes, isPackaged);
    expect(item.read()).toBe("unavailable");
    expect(() => item.write(true)).toThrow("cannot be started at login");
  });

  test("but where a snap only started us there is one", () => {
    const item = itemOf(app, "linux", {
      program: "/opt/Quick Meeting/quick-meeting",
      variables: { SNAP: "/snap/code/1", XDG_CONFIG_DIRS: "/nowhere" },
    });
    expect(item.read()).toBe("off");
  });
});
