import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { findLeaks } from "../tour/canary.ts";
import { expect, test } from "./desk.ts";

/**
 * The operating system's own keyring: DPAPI, Keychain or Secret Service. Only Electron can ask it, and
 * only where somebody is logged in to a desktop, so these do not run on the stand-in.
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
