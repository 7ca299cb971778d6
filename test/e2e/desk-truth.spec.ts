import { completeSignIn } from "../sandbox/browser.ts";
import { expect, test } from "./desk.ts";
import { nextOpened } from "./open-desk.ts";

const wayland = {
  XDG_SESSION_TYPE: "wayland",
  STANDIN_FAULTS: JSON.stringify({ wayland: true }),
};
declare global {
  var __standinPaste: () => string;
}

test("a sign-in stays in sight while the browser has the focus, and so does what came of it", async ({
  desk,
}) => {
  const { app, page } = await desk.start();
  const shown = () =>
    page.evaluate(async () => {
      const state = await window.app.getState();
      return state.ok && state.value.popupShown;
    });
  await app.clickTray();
  await expect.poll(shown).toBe(true);
  const address = await nextOpened(app, () =>
    page.getByRole("button", { name: "Sign in", exact: true }).click(),
  );
  await expect(page.getByRole("heading", { name: "Waiting for your browser" })).toBeVisible();
  expect(await shown()).toBe(true);
  await completeSignIn(address);
  await expect(page.getByRole("button", { name: /^Meet now/u })).toBeVisible();
  expect(await shown()).toBe(true);
});

test("under Wayland a link is not said to be copied before it is", async ({ desk }) => {
  const { app, page } = await desk.startSignedIn({ env: wayland });
  const pasted = () => app.app.evaluate(() => globalThis.__standinPaste());
  await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.blur());
  await app.clickMenu("Meet now");
  await expect(page.getByRole("heading", { name: "Link ready" })).toBeVisible();
  expect(await pasted()).toBe("");
  await page.getByRole("button", { name: "Copy link" }).first().click();
  await expect.poll(pasted).toBe(desk.sandbox.meetings()[0]?.joinWebUrl);
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
});
