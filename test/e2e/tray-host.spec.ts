import { appendFileSync, chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "./desk.ts";
import type { Desk, Started } from "./open-desk.ts";

test.skip(process.platform !== "linux", "only there the desktop may have no place for a tray");

/** A desktop that says by `gdbus` whether somebody shows tray icons, and when that changed. */
function desktopOf({ folder }: Desk) {
  const programs = join(folder, "programs");
  const answer = join(folder, "answer");
  const changes = join(folder, "changes");
  mkdirSync(programs);
  writeFileSync(changes, "");
  const gdbus = join(programs, "gdbus");
  writeFileSync(
    gdbus,
    `#!/bin/sh\nif [ "$1" = monitor ]; then exec tail --pid=$PPID -n 0 -f "${changes}"; fi\ncat "${answer}"\n`,
  );
  chmodSync(gdbus, 0o755);
  return {
    env: { PATH: `${programs}:${process.env["PATH"] ?? ""}` },
    say(isThere: boolean) {
      writeFileSync(answer, `(<${isThere}>,)\n`);
      appendFileSync(changes, "changed\n");
    },
  };
}

const seen = ({ app }: Started) =>
  app.app.evaluate(({ BrowserWindow }) => ({
    windows: BrowserWindow.getAllWindows().length,
    isShown: BrowserWindow.getAllWindows().some((one) => one.isVisible() && !one.isMinimized()),
    trays: globalThis.__probe.trays.filter(
      ({ tray }) => !Reflect.apply(Reflect.get(tray, "isDestroyed"), tray, []),
    ).length,
  }));
/** Null while one kind of window gives way to the other. */
async function presentation({ app }: Started) {
  const page = await app.popup();
  try {
    const state = await page.evaluate(() => window.app.getState());
    return state.ok ? state.value.presentation : null;
  } catch (error) {
    if (page.isClosed()) return null;
    throw error;
  }
}

test("without a place for a tray it is a window, and with one again the popup of a tray", async ({
  desk,
}) => {
  const desktop = desktopOf(desk);
  desktop.say(false);
  const started = await desk.startSignedIn({ env: desktop.env });
  await expect.poll(() => presentation(started)).toBe("window");
  expect(await seen(started)).toEqual({ windows: 1, isShown: true, trays: 0 });

  // It comes while somebody looks at the window: that stays until it is put away.
  desktop.say(true);
  await expect.poll(async () => (await seen(started)).trays).toBe(1);
  expect((await seen(started)).isShown).toBe(true);
  // The page goes while the key is still down.
  await started.page.keyboard.press("Escape").catch(() => undefined);
  await expect.poll(() => seen(started)).toEqual({ windows: 1, isShown: false, trays: 1 });
  await started.app.clickMenu("Meet now");
  await expect
    .poll(async () => (await started.app.notifications()).at(-1)?.title)
    .toBe("Link copied");

  // It goes: a second start shows the window, which the taskbar keeps.
  desktop.say(false);
  await expect.poll(() => presentation(started)).toBe("window");
  expect((await seen(started)).trays).toBe(0);
  await started.app.app.evaluate(({ app }) => app.emit("second-instance", {}, ["app"], "/"));
  await expect.poll(async () => (await seen(started)).isShown).toBe(true);
  await (await started.app.popup()).keyboard.press("Escape").catch(() => undefined);
  await expect
    .poll(() =>
      started.app.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((one) => one.isMinimized()),
      ),
    )
    .toEqual([true]);
});
