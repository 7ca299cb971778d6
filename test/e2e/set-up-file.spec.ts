import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "./desk.ts";

const clientId = "3f2a0f0e-5f0a-4a5e-9d0b-2f0d3a8c1b2c";

test("a setup file from the admin is chosen, read into the form, and added by the person", async ({
  desk,
}) => {
  const { app, page } = await desk.start({ offered: true });
  const file = join(desk.userData, "contoso-set-up.txt");
  writeFileSync(file, "See the mail.");
  await app.willPick(file);
  await page.getByRole("button", { name: "Open a setup file" }).click();
  await expect(page.locator("form").getByText("This isn't a setup file")).toBeVisible();
  writeFileSync(file, JSON.stringify({ clientId, tenant: "contoso.com" }));
  await page.getByRole("button", { name: "Open a setup file" }).click();
  await expect(page.getByLabel("Tenant")).toHaveValue("contoso.com");
  const organisations = async () => {
    const state = await page.evaluate(() => window.app.getState());
    return state.ok ? state.value.organisations : [];
  };
  expect(await organisations()).toEqual([]);
  await page.getByRole("button", { name: "Continue to sign-in" }).click();
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  expect(await organisations()).toMatchObject([
    { kind: "own", clientId, tenant: "contoso.com", cloud: "global" },
  ]);
});

test("what an admin has to do is on the clipboard, and in a new message", async ({ desk }) => {
  const { app, page } = await desk.start({ offered: true });
  await page.getByRole("button", { name: "Ask my admin for these" }).click();
  await page.getByRole("button", { name: "Copy message" }).click();
  await expect.poll(() => app.clipboardText()).toContain("Mobile and desktop applications");
  await page.getByRole("button", { name: "Open in mail" }).click();
  await expect
    .poll(async () => (await app.opened()).at(-1))
    .toMatch(/^mailto:\?subject=Please%20set%20up/u);
});
