import { expect, test } from "./desk.ts";
import type { RunningApp } from "./launch.ts";

/** As a second start of the app, which hands its words over and ends. */
const startAgain = ({ app }: RunningApp, ...words: readonly string[]) =>
  app.evaluate(
    (electron, given) => void electron.app.emit("second-instance", {}, ["app", ...given], "/"),
    words,
  );
const window = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows();
    return {
      isInSight: first?.isVisible() === true && !first.isMinimized(),
      hasFocus: first?.isFocused() === true,
    };
  });

test("a second start brings a window that was put away before its person's eyes", async ({
  desk,
}) => {
  const { app } = await desk.start({ settings: { showAsWindow: true } });
  await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await expect.poll(() => window(app)).toEqual({ isInSight: false, hasFocus: false });
  await startAgain(app);
  await expect.poll(() => window(app)).toEqual({ isInSight: true, hasFocus: true });
});

test("settings that were put away come back too", async ({ desk }) => {
  const { app } = await desk.start();
  await startAgain(app, "--settings");
  const page = await app.settings();
  await expect(page.getByRole("heading").first()).toBeVisible();
  const isSmall = () =>
    app.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some(
        (one) => one.webContents.getURL().includes("window=settings") && one.isMinimized(),
      ),
    );
  await app.app.evaluate(({ BrowserWindow }) => {
    for (const one of BrowserWindow.getAllWindows())
      if (one.webContents.getURL().includes("window=settings")) one.minimize();
  });
  await expect.poll(isSmall).toBe(true);
  await startAgain(app, "--settings");
  await expect.poll(isSmall).toBe(false);
});

test("what the tray asks for and is refused is told, beside a popup that is open too", async ({
  seat,
}) => {
  const { app, page } = seat;
  await page.getByRole("button", { name: /^Meet now/u }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  await app.clickTray();
  await app.app.evaluate(() => {
    globalThis.__probe.notifications.length = 0;
    globalThis.__probe.openFails = true;
  });
  await app.clickMenu("Recent", "Quick meeting", "Open in Teams");
  await expect
    .poll(async () => (await app.notifications()).map(({ title }) => title))
    .toEqual(["The browser didn't open"]);
  await app.app.evaluate(() => {
    globalThis.__probe.openFails = false;
  });
});
