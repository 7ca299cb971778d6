import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import * as v from "valibot";
import { beforeAll, expect, test } from "vitest";

import { readCommandLine } from "../../main/doors/command-line.ts";
import { verbs } from "../../main/doors/tables.ts";

const root = join(import.meta.dirname, "../..");
const here = createRequire(import.meta.url);
/** electron-builder's own packages, wherever npm has put them. */
const builder = createRequire(here.resolve("electron-builder/package.json"));

const configuration = v.looseObject({
  appId: v.string(),
  afterPack: v.string(),
  publish: v.null(),
  files: v.array(v.string()),
  directories: v.object({ buildResources: v.string(), output: v.string() }),
  mac: v.looseObject({ icon: v.string(), extendInfo: v.object({ LSUIElement: v.boolean() }) }),
  win: v.looseObject({ icon: v.string() }),
  linux: v.looseObject({
    icon: v.string(),
    desktop: v.object({
      entry: v.record(v.string(), v.string()),
      desktopActions: v.record(v.string(), v.object({ Name: v.string(), Exec: v.string() })),
    }),
  }),
});

let config: v.InferOutput<typeof configuration>;
beforeAll(() => {
  const { load } = builder("js-yaml");
  const text = readFileSync(join(root, "electron-builder.yml"), "utf8");
  config = v.parse(configuration, load(text));
});

test("electron-builder accepts the configuration", async () => {
  const { validateConfiguration } = builder("app-builder-lib/out/util/config/config");
  const { DebugLogger } = builder("builder-util");
  await expect(validateConfiguration(config, new DebugLogger(false))).resolves.toBeUndefined();
  const misspelt = { ...config, aftrPack: "x" };
  await expect(validateConfiguration(misspelt, new DebugLogger(false))).rejects.toThrow("aftrPack");
});

test("every file it names is there", () => {
  const { buildResources } = config.directories;
  for (const icon of [config.mac.icon, config.win.icon, config.linux.icon])
    expect(existsSync(join(root, buildResources, icon)), icon).toBe(true);
  expect(existsSync(join(root, config.afterPack))).toBe(true);
});

test("a package holds the build and nothing else", () => {
  expect(config.files.filter((pattern) => !pattern.startsWith("!"))).toEqual([
    "out/main/**",
    "out/preload/**",
    "out/renderer/**",
    "out/assets/**",
    "package.json",
  ]);
});

test("an AppImage starts without libfuse2, and with its sandbox", () => {
  expect(config["toolsets"]).toEqual({ appimage: "1.0.3" });
  expect(config.linux["executableArgs"]).toEqual([]);
});

test("desktop actions are listed, and each is a verb the app knows", () => {
  const { entry, desktopActions } = config.linux.desktop;
  expect(entry["Actions"]).toBe(`${Object.keys(desktopActions).join(";")};`);
  const calls = Object.values(desktopActions).map(({ Exec }) => readCommandLine(Exec.split(" ")));
  expect(calls).toEqual([verbs["--meet-now"], verbs["--schedule"]]);
});

test("every system knows the app by the same names", () => {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const source = readFileSync(join(root, "main/platform/notifier.ts"), "utf8");
  // Windows is told at run time.
  expect(source).toContain(`"${config.appId}"`);
  // Portals take reverse domain names only, and Electron reads the manifest's.
  expect(manifest.desktopName).toBe(`${config.appId}.desktop`);
  expect(config.linux["syncDesktopName"]).toBe(true);
  // Electron names userData and the key in the keyring by the manifest's too.
  expect(manifest.productName).toBe(config["productName"]);
  const { desktopActions, entry } = config.linux.desktop;
  expect(entry["Name"]).toBe(manifest.productName);
  for (const { Exec } of Object.values(desktopActions))
    expect(Exec.split(" ")[0]).toBe(config.linux["executableName"]);
});

test("an uninstall on Windows takes the login item along, but an update does not", () => {
  const { include } = v.parse(v.looseObject({ include: v.string() }), config["nsis"]);
  const script = readFileSync(join(root, include), "utf8");
  const values = script.match(/DeleteRegValue HKCU "[^"]*\\Run" "(?:[^"]*)"/gu) ?? [];
  expect(values).toHaveLength(2);
  for (const value of values) expect(value).toContain(`"${config.appId}"`);
  expect(script).toMatch(/customUnInstall\s+\$\{ifNot\} \$\{isUpdated\}/u);
});

test("it is an app of the menu bar on macOS, and updates nothing by itself", () => {
  expect(config.mac.extendInfo.LSUIElement).toBe(true);
  expect(config.publish).toBeNull();
});
