import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { findLeaks } from "../tour/canary.ts";
import { expect, test } from "./desk.ts";

/**
 * The operating system's own keyring: DPAPI, Keychain or Secret Service. Only Electron can ask it, and
 * only where somebody is logged in to a desktop, so what asks it does not run on the stand-in.
 */
test("a real keyring keeps the sign-in over a restart, and no token is readable @electron", async ({
  desk,
}) => {
  const { app, page } = await desk.startSignedIn();
  const backend = await app.app.evaluate(({ safeStorage }) =>
    process.platform === "linux" ? safeStorage.getSelectedStorageBackend() : process.platform,
  );
  expect(["basic_text", "unknown"]).not.toContain(backend);
  const record = readdirSync(desk.userData).find((name) => /^tokens-\w+\.json$/u.test(name)) ?? "";
  const stored = JSON.parse(readFileSync(join(desk.userData, record), "utf8"));
  expect(stored).toMatchObject({ document: { version: 1, current: { backend } } });
  await page.getByRole("button", { name: /^Meet now/u }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  await app.kill();

  const again = await desk.start();
  await expect(again.page.getByRole("button", { name: /^Meet now/u })).toBeVisible();
  expect(findLeaks(desk.userData, app.output(), desk.sandbox.secrets())).toEqual([]);
});

test("the very first sealing survives a kill right after it @electron", async ({ desk }) => {
  // On Windows the key itself is in "Local State", which Chromium writes in its own time.
  const { app } = await desk.startSignedIn();
  await app.kill();
  const again = await desk.start();
  await expect(again.page.getByRole("button", { name: /^Meet now/u })).toBeVisible();
});

test("without a keyring: in memory only, and said; kept all the same by choice; and gone again @stand-in", async ({
  desk,
}) => {
  const env = { STANDIN_FAULTS: JSON.stringify({ keyringBackend: "basic_text" }) };
  const { app, page } = await desk.startSignedIn({ env });
  await expect(page.getByText("Signed in until you quit")).toBeVisible();
  await page.getByRole("button", { name: /Meet now/u }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  await page.getByRole("button", { name: "How to fix it" }).click();
  const settings = await app.settings();
  await settings.getByRole("tab", { name: "Accounts" }).click();
  const keep = settings.getByRole("switch", { name: "Stay signed in without a keyring" });
  await keep.click();
  await expect.poll(async () => (await app.questions()).length).toBe(1);
  await expect(keep).not.toBeChecked();
  await app.willSay("Stay signed in");
  await keep.click();
  await expect(
    settings.getByText("Whoever can read your files can use this sign-in."),
  ).toBeVisible();
  await app.close();

  const again = await desk.start({ env });
  await expect(again.page.getByRole("button", { name: /^Meet now/u })).toBeVisible();
  await again.page.getByRole("button", { name: "Settings" }).click();
  const off = await again.app.settings();
  await off.getByRole("tab", { name: "Accounts" }).click();
  await off.getByRole("switch", { name: "Stay signed in without a keyring" }).click();
  await expect(off.getByText("You are signed in until you quit.")).toBeVisible();
  await again.app.close();
  const last = await desk.start({ env });
  await expect(last.page.getByRole("heading", { name: "Sign in to Quick Meeting" })).toBeVisible();
});
