import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { followTrayHost } from "../../../../main/platform/tray/follow-tray-host.ts";
import {
  createTrayHost,
  type HostState,
  type TrayHost,
} from "../../../../main/platform/tray/tray-host.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tray-host-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A desktop whose gdbus says that. */
function host(script: string | null): TrayHost {
  if (script !== null) {
    writeFileSync(join(folder, "gdbus"), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, "gdbus"), 0o755);
  }
  return createTrayHost({ PATH: folder });
}

describe.runIf(process.platform === "linux")("a desktop", () => {
  test.each<[string, string | null, HostState]>([
    ["with a host", "echo '(<true>,)'", "there"],
    ["with a watcher, and no host", "echo '(<false>,)'", "none"],
    [
      "with no watcher",
      "echo 'Error: GDBus.Error:org.freedesktop.DBus.Error.ServiceUnknown: The name is not activatable' >&2; exit 1",
      "none",
    ],
    ["without a bus", "echo 'Error connecting: Cannot autolaunch D-Bus' >&2; exit 1", "unknown"],
    ["whose watcher is too slow", "echo 'Error: Timeout was reached' >&2; exit 1", "unknown"],
    ["without gdbus", null, "unknown"],
  ])("%s", async (_, script, state) => {
    expect(await host(script).ask()).toBe(state);
  });

  test("without gdbus is watched in vain, and nothing breaks", async () => {
    const stop = host(null).watch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stop).not.toThrow();
  });
});

/** One that is told what it says, and when it changed. */
function aHost(first: HostState) {
  const fake = { state: first, change: () => undefined as void, watches: 0, stops: 0 };
  const asHost: TrayHost = {
    async ask() {
      const said = fake.state;
      await new Promise((resolve) => setImmediate(resolve));
      return said;
    },
    watch(onChange) {
      fake.watches += 1;
      fake.change = onChange;
      return () => void (fake.stops += 1);
    },
  };
  return { fake, host: asHost };
}

async function settle() {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test.each<[HostState, boolean, number]>([
  ["there", true, 1],
  ["none", false, 1],
  ["unknown", true, 0],
])("%s at the start", async (first, isThere, watches) => {
  const { fake, host: one } = aHost(first);
  const followed = await followTrayHost(one, () => undefined);
  expect([followed.isThere, fake.watches]).toEqual([isThere, watches]);
  followed.stop();
  expect(fake.stops).toBe(watches);
});

test("what comes and goes is told once each, whatever is said in between", async () => {
  const { fake, host: one } = aHost("none");
  const told: boolean[] = [];
  await followTrayHost(one, (isThere) => void told.push(isThere));
  for (const state of ["none", "there", "there", "unknown", "there", "none"] as const) {
    fake.state = state;
    fake.change();
    fake.change();
    await settle();
  }
  expect(told).toEqual([true, false]);
});

test("a change while it is asked is not missed", async () => {
  const { fake, host: one } = aHost("there");
  const told: boolean[] = [];
  await followTrayHost(one, (isThere) => void told.push(isThere));
  fake.state = "none";
  fake.change();
  fake.state = "there";
  fake.change();
  await settle();
  expect(told).toEqual([false, true]);
});

const has = (...command: readonly [string, ...string[]]) =>
  spawnSync(command[0], command.slice(1)).status === 0;
const hasBus =
  process.platform === "linux" &&
  has("dbus-run-session", "--version") &&
  has("gdbus", "help") &&
  has("/usr/bin/python3", "-c", "import gi");

/** As a panel would: it owns the name, and says that it shows icons. */
const panel = `
from gi.repository import Gio, GLib
xml = '<node><interface name="org.kde.StatusNotifierWatcher"><property name="IsStatusNotifierHostRegistered" type="b" access="read"/></interface></node>'
def up(bus, name):
    bus.register_object("/StatusNotifierWatcher", Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0], None, lambda *a: GLib.Variant("b", True), None)
Gio.bus_own_name(Gio.BusType.SESSION, "org.kde.StatusNotifierWatcher", 0, up, None, None)
GLib.MainLoop().run()
`;

test.runIf(hasBus)(
  "on a real bus a panel that comes and goes is noticed",
  async () => {
    const bus = spawn("dbus-daemon", ["--session", "--nofork", "--print-address"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const address = await new Promise<string>((resolve) => {
      bus.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    });
    const variables = { ...process.env, DBUS_SESSION_BUS_ADDRESS: address };
    const told: boolean[] = [];
    const followed = await followTrayHost(
      createTrayHost(variables),
      (isThere) => void told.push(isThere),
    );
    expect(followed.isThere).toBe(false);
    const came = spawn("/usr/bin/python3", ["-c", panel], { env: variables, stdio: "ignore" });
    await expect.poll(() => told, { timeout: 60_000 }).toEqual([true]);
    came.kill();
    await expect.poll(() => told, { timeout: 60_000 }).toEqual([true, false]);
    followed.stop();
    bus.kill();
  },
  180_000,
);
