import { expect, test } from "./desk.ts";
import { launchApp, type RunningApp } from "./launch.ts";

const shown = (app: RunningApp) =>
  app.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((one) => one.isVisible()),
  );

/** Another window has the focus now; answers when the app has heard of it. */
const takeFocusAway = (app: RunningApp) =>
  app.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const window = BrowserWindow.getFocusedWindow();
        // It has it already: a page that was opened took it.
        if (!window) resolve();
        window?.once("blur", () => setImmediate(resolve));
        window?.blur();
      }),
  );

test("the menu has every action, in order", async ({ seat }) => {
  const { app, page } = seat;
  await page.getByRole("button", { name: /Meet now/u }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  // The list, and the menu with it, follow the card a moment later.
  await expect
    .poll(async () => (await app.tray())?.menu.map((item) => item.label))
    .toEqual([
      "Meet now",
      "Copy latest link",
      "Schedule…",
      "Join with ID…",
      "Copy the link of my room",
      "-",
      "Recent",
      "Organiser: megan@contoso.com",
      "-",
      "Open Quick Meeting",
      "Settings…",
      "-",
      "Quit Quick Meeting",
    ]);
  const tray = await app.tray();
  expect(tray?.toolTip).toBe("Quick Meeting: megan@contoso.com");
  expect(tray?.image).toContain("tray-idle");
});

test("a press from the menu tells by a notification, and the link is copied", async ({ seat }) => {
  const { app } = seat;
  expect(await shown(app)).toBe(false);
  await app.clickMenu("Meet now");
  await expect.poll(() => app.notifications()).toHaveLength(1);
  const [notice] = await app.notifications();
  expect(notice?.title).toBe("Link copied");
  expect(notice?.body).toMatch(/^Quick meeting, \d\d:\d\d – \d\d:\d\d, megan@contoso\.com$/u);
  expect(notice?.body).not.toContain("http");
  expect(await app.clipboardText()).toBe(seat.meetings()[0]?.joinWebUrl);
});

test("a click opens the popup, losing the focus and Escape close it", async ({ seat }) => {
  const { app, page } = seat;
  await app.clock.stop();
  await app.clickTray();
  await expect.poll(() => shown(app)).toBe(true);
  await expect(page.getByRole("button", { name: /Meet now/u })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect.poll(() => shown(app)).toBe(false);
  // The click that took the focus away is not one that opens.
  await app.clickTray();
  expect(await shown(app)).toBe(false);
  await app.clock.move(250);
  await app.clickTray();
  await expect.poll(() => shown(app)).toBe(true);
  await takeFocusAway(app);
  expect(await shown(app)).toBe(false);
});

test("whoever keeps it open finds it where it was, until they do not", async ({ seat }) => {
  const { app, page } = seat;
  await app.clickTray();
  await expect.poll(() => shown(app)).toBe(true);
  const pin = page.getByRole("button", { name: "Keep open" });
  await pin.click();
  await expect(pin).toHaveAttribute("aria-pressed", "true");
  await takeFocusAway(app);
  expect(await shown(app)).toBe(true);
  await app.clickMenu("Open Quick Meeting");
  await pin.click();
  await expect(pin).toHaveAttribute("aria-pressed", "false");
  expect(await shown(app)).toBe(true);
  await takeFocusAway(app);
  await expect.poll(() => shown(app)).toBe(false);
});

test("busy while it creates, attention when it failed", async ({ seat }) => {
  const { app, sandbox } = seat;
  await app.clock.stop();
  sandbox.faults.add({ kind: "hold", on: "createOrGet" });
  await app.clickMenu("Meet now");
  await expect.poll(async () => (await app.tray())?.image).toContain("tray-busy");
  await expect
    .poll(async () => (await app.tray())?.toolTip)
    .toBe("Quick Meeting: creating a meeting");
  // What is not held yet would be held after this, for ever.
  await expect.poll(() => sandbox.faults.pending()).toEqual([]);
  sandbox.faults.release();
  await expect.poll(async () => (await app.tray())?.image).toContain("tray-idle");
  sandbox.faults.add({ kind: "status", on: "createOrGet", status: 403, times: 2 });
  // Sooner it would be a double click, and so the same meeting.
  await app.clock.move(2_000);
  await app.clickMenu("Meet now");
  await expect.poll(async () => (await app.tray())?.image).toContain("tray-attention");
});

test("a second start opens the popup of the first, and leaves", async ({ seat }) => {
  const { app, userData } = seat;
  expect(await shown(app)).toBe(false);
  await expect(launchApp({ userData })).rejects.toThrow(/failed to launch/u);
  await expect.poll(() => shown(app)).toBe(true);
});

test("without a tray it is a window, and everything can be reached in it @stand-in", async ({
  desk,
}) => {
  const env = { STANDIN_FAULTS: JSON.stringify({ noTray: true }) };
  const { app, page } = await desk.startSignedIn({ env });
  expect(await app.tray()).toBeNull();
  await expect(page.getByText("Sample. Links don't work.")).toBeVisible();
  await takeFocusAway(app);
  expect(await shown(app)).toBe(true);
  // A window stays anyway.
  await expect(page.getByRole("button", { name: "Keep open" })).toHaveCount(0);
  await page.getByRole("button", { name: "Settings" }).click();
  const settings = await app.settings();
  await expect(settings.getByRole("heading", { name: "Organisation" })).toBeVisible();
});

test("the shortcut makes a meeting @stand-in", async ({ seat }) => {
  const { app } = seat;
  await app.app.evaluate(() => Reflect.get(globalThis, "__standinPress")("Alt+Shift+M"));
  await expect.poll(() => seat.meetings().length).toBe(1);
});
