import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "./desk.ts";
import type { Desk } from "./open-desk.ts";

const name = "io.github.quickmeeting.app.desktop";

/** An installed copy on a Linux desktop; only the stand-in can pass for one. */
function onLinux({ folder }: Desk) {
  const config = join(folder, "config");
  return {
    entry: join(config, "autostart", name),
    options: {
      env: {
        XDG_CONFIG_HOME: config,
        XDG_CONFIG_DIRS: join(folder, "shared"),
        STANDIN_FAULTS: JSON.stringify({ packaged: true }),
      },
    },
  };
}

test.describe("@stand-in", () => {
  test.skip(process.platform !== "linux", "the entry is one of Linux");

  test("offered once after the first sign-in, and what was chosen is the session's own file", async ({
    desk,
  }) => {
    const { entry, options } = onLinux(desk);
    const first = await desk.startSignedIn(options);
    await first.page.getByRole("button", { name: "Start with it" }).click();
    await expect(first.page.getByText("Start with the computer?")).toBeHidden();
    const text = readFileSync(entry, "utf8");
    expect(text).toMatch(/\nExec="[^"]+" "--hidden"\n/u);
    expect(statSync(entry).mode & 0o777).toBe(0o600);
    await first.app.close();
    // Taken back behind the app's back, it is not offered again.
    rmSync(entry);
    const second = await desk.start(options);
    await expect(second.page.getByRole("button", { name: /^Meet now/u })).toBeVisible();
    await expect(second.page.getByText("Start with the computer?")).toBeHidden();
  });

  test("declined is declined, and kept in the settings, where the desktop has the last word", async ({
    desk,
  }) => {
    const { entry, options } = onLinux(desk);
    const { app, page } = await desk.startSignedIn(options);
    await page.getByRole("button", { name: "No, thanks" }).click();
    await expect(page.getByText("Start with the computer?")).toBeHidden();
    expect(existsSync(entry)).toBe(false);
    await app.app.evaluate(({ app: electron }) =>
      electron.emit("second-instance", {}, ["app", "--settings"], "/"),
    );
    const settings = await app.settings();
    await settings.getByRole("tab", { name: "General" }).click();
    const row = settings.getByRole("switch", { name: "Start with the computer" });
    await row.press(" ");
    await expect(row).toBeChecked();
    expect(existsSync(entry)).toBe(true);
    // Switched off in the desktop's own settings, and looked at again.
    writeFileSync(entry, `${readFileSync(entry, "utf8")}Hidden=true\n`);
    await app.app.evaluate(({ BrowserWindow }) => {
      for (const one of BrowserWindow.getAllWindows())
        if (one.webContents.getURL().includes("window=settings")) {
          one.blur();
          one.focus();
        }
    });
    await expect(row).not.toBeChecked();
    await expect(row).toBeDisabled();
    await expect(settings.getByText(/Switched off in the settings of your desktop/u)).toBeVisible();
  });

  test("an app that the session started shows no window, and has its key at once", async ({
    desk,
  }) => {
    const { options } = onLinux(desk);
    const { app } = await desk.startSignedIn(options);
    await app.close();
    const hidden = { ...options, words: ["--hidden"], settings: { showAsWindow: true } };
    const { app: again } = await desk.start(hidden);
    const shown = () =>
      again.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().some((one) => one.isVisible()),
      );
    await again.app.evaluate(() => Reflect.get(globalThis, "__standinPress")("Alt+Shift+M"));
    await expect.poll(async () => (await again.notifications()).at(-1)?.title).toBe("Link copied");
    expect(await shown()).toBe(false);
    // The same again, by a session that was restored: nothing opens. A person's start opens it.
    await again.app.evaluate(({ app: electron }) =>
      electron.emit("second-instance", {}, ["app", "--hidden"], "/"),
    );
    expect(await shown()).toBe(false);
    await again.app.evaluate(({ app: electron }) =>
      electron.emit("second-instance", {}, ["app"], "/"),
    );
    await expect.poll(shown).toBe(true);
  });
});

test("a copy that is not installed offers nothing", async ({ seat }) => {
  const { page } = seat;
  await expect(page.getByText("Start with the computer?")).toBeHidden();
  const state = await page.evaluate(() => window.app.getState());
  expect(state.ok && state.value.startAtLogin).toBe("unavailable");
});
