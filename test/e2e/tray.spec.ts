import { expect, test } from "./desk.ts";
import { launchApp } from "./launch.ts";

const shown = (app: Awaited<ReturnType<typeof launchApp>>) =>
  app.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((one) => one.isVisible()),
  );

test("the menu has every action, in order", async ({ desk }) => {
  const { app, page } = await desk.startSignedIn();
  await page.getByRole("button", { name: /Meet now/u }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  const tray = await app.tray();
  expect(tray?.menu.map((item) => item.label)).toEqual([
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
  expect(tray?.toolTip).toBe("Quick Meeting: megan@contoso.com");
  expect(tray?.image).toContain("tray-idle");
});

test("a press from the menu tells by a notification, and the link is copied", async ({ desk }) => {
  const { app, page } = await desk.startSignedIn();
  await page.keyboard.press("Escape");
  await expect.poll(() => shown(app)).toBe(false);
  await app.clickMenu("Meet now");
  await expect.poll(() => app.notifications()).toHaveLength(1);
  const [notice] = await app.notifications();
  expect(notice?.title).toBe("Link copied");
  expect(notice?.body).toMatch(/^Quick meeting, \d\d:\d\d – \d\d:\d\d, megan@contoso\.com$/u);
  expect(notice?.body).not.toContain("http");
  expect(await app.clipboardText()).toBe(desk.sandbox.meetings()[0]?.joinWebUrl);
});

test("a click opens the popup, losing the focus and Escape close it", async ({ desk }) => {
  const { app, page } = await desk.startSignedIn();
  await page.keyboard.press("Escape");
  await expect.poll(() => shown(app)).toBe(false);
  await page.waitForTimeout(300);
  await app.clickTray();
  await expect.poll(() => shown(app)).toBe(true);
  await expect(page.getByRole("button", { name: /Meet now/u })).toBeFocused();
  await app.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.blur();
  });
  await expect.poll(() => shown(app)).toBe(false);
});

test("busy while it creates, attention when it failed", async ({ desk }) => {
  const { app } = await desk.startSignedIn({ settings: { askBeforeSecond: false } });
  desk.sandbox.faults.add({ kind: "delay", on: "createOrGet", beforeMilliseconds: 1_000 });
  await app.clickMenu("Meet now");
  await expect.poll(async () => (await app.tray())?.image).toContain("tray-busy");
  expect((await app.tray())?.toolTip).toBe("Quick Meeting: creating a meeting");
  await expect.poll(async () => (await app.tray())?.image).toContain("tray-idle");
  desk.sandbox.faults.add({ kind: "status", on: "createOrGet", status: 403, times: 2 });
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  await app.clickMenu("Meet now");
  await expect.poll(async () => (await app.tray())?.image).toContain("tray-attention");
});

test("a second start opens the popup of the first, and leaves", async ({ desk }) => {
  const { app, page } = await desk.startSignedIn();
  await page.keyboard.press("Escape");
  await expect.poll(() => shown(app)).toBe(false);
  await launchApp({ userData: desk.userData }).catch(() => undefined);
  await expect.poll(() => shown(app)).toBe(true);
});

test("without a tray it is a window, and everything can be reached in it @stand-in", async ({
  desk,
}) => {
  const env = { STANDIN_FAULTS: JSON.stringify({ noTray: true }) };
  const { app, page } = await desk.startSignedIn({ env });
  expect(await app.tray()).toBeNull();
  await expect(page.getByText("Sample organisation. Links do not work.")).toBeVisible();
  await app.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.blur();
  });
  await page.waitForTimeout(200);
  expect(await shown(app)).toBe(true);
  await page.getByRole("button", { name: "Settings" }).click();
  const settings = await app.settings();
  await expect(settings.getByRole("heading", { name: "Organisation" })).toBeVisible();
});

test("the shortcut makes a meeting @stand-in", async ({ desk }) => {
  const { app } = await desk.startSignedIn();
  await app.app.evaluate(() => Reflect.get(globalThis, "__standinPress")("Alt+Shift+M"));
  await expect.poll(() => desk.sandbox.meetings().length).toBe(1);
});
