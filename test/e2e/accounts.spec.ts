import type { Page } from "@playwright/test";

import { completeDeviceCode, completeSignIn, type SignInChoice } from "../sandbox/browser.ts";
import { creations, expect, test } from "./desk.ts";
import type { RunningApp } from "./launch.ts";

const organiserButton = (page: Page) => page.locator("#organiser");

/** Somebody else joins through the menu of the organiser. */
async function addAccount(app: RunningApp, page: Page, choice: SignInChoice): Promise<void> {
  const before = (await app.opened()).length;
  await organiserButton(page).click();
  await page.getByRole("menuitem", { name: "Add an account" }).click();
  await expect.poll(async () => (await app.opened()).length).toBeGreaterThan(before);
  await completeSignIn((await app.opened()).at(-1) ?? "", choice);
}

test("two accounts: the organiser is who was chosen, also after a restart", async ({ desk }) => {
  const { app, page } = await desk.startSignedIn();
  await addAccount(app, page, { persona: "lee" });
  await expect(organiserButton(page)).toContainText("lee@fabrikam.example");
  await page.getByRole("button", { name: /^Meet now/u }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();

  await organiserButton(page).click();
  await page.getByRole("menuitemradio", { name: /Megan Bowen/u }).click();
  await expect(organiserButton(page)).toContainText("megan@contoso.com");
  // Undo is for whoever made it, not for whoever is chosen now.
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Meeting cancelled").first()).toBeVisible();
  expect(desk.sandbox.meetings().every(({ deletedAt }) => deletedAt !== null)).toBe(true);
  await app.kill();

  const again = await desk.start();
  await expect(organiserButton(again.page)).toContainText("megan@contoso.com");
  await organiserButton(again.page).click();
  await expect(again.page.getByRole("menuitemradio", { name: /Lee Gu/u })).toBeVisible();
});

test("signed out, the other account stays; no token of the first is left", async ({ desk }) => {
  const { app, page } = await desk.startSignedIn();
  await addAccount(app, page, { persona: "lee" });
  await expect(organiserButton(page)).toContainText("lee@fabrikam.example");
  await organiserButton(page).click();
  await page.getByRole("menuitem", { name: "Sign out lee@fabrikam.example" }).click();
  await expect(organiserButton(page)).toContainText("megan@contoso.com");
  await app.kill();
  const again = await desk.start();
  await organiserButton(again.page).click();
  await expect(again.page.getByRole("menuitemradio")).toHaveCount(1);
});

test("signed out at Microsoft too: its page opens, with the account named", async ({ desk }) => {
  const { app, page } = await desk.startSignedIn();
  await page.getByRole("button", { name: "Settings" }).click();
  const settings = await app.settings();
  await settings.getByRole("tab", { name: "Accounts" }).click();
  await settings.getByRole("button", { name: "Sign out at Microsoft too" }).click();
  await expect.poll(async () => (await app.opened()).at(-1)).toContain("logout_hint=");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
});

test("a code instead of the browser", async ({ desk }) => {
  desk.sandbox.setDeviceCodeTimes({ intervalSeconds: 1 });
  const { app, page } = await desk.start();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: "Use a code instead" }).click();
  await page.getByRole("button", { name: "Copy code" }).click();
  await expect.poll(() => app.clipboardText()).toMatch(/^\w{8,9}$/u);
  const address = await page
    .getByText(/^https?:\/\//u)
    .first()
    .textContent();
  await completeDeviceCode(address ?? "", await app.clipboardText());
  await page.getByRole("button", { name: /^Meet now/u }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
});

test("a personal account is told before anything is tried, and not kept", async ({ desk }) => {
  const { app, page } = await desk.start();
  await desk.signIn(app, page, { persona: "personal" });
  await expect(
    page.getByRole("heading", { name: "A work or school account is needed" }),
  ).toBeVisible();
  await expect(page.getByText("Nothing was stored for this account.")).toBeVisible();
  await page.getByRole("button", { name: "Meet now on teams.live.com" }).click();
  await expect.poll(async () => (await app.opened()).at(-1)).toContain("https://teams.live.com/");
  expect(creations(desk.sandbox)).toHaveLength(0);
  await app.kill();
  const again = await desk.start();
  await expect(again.page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
});

test("a guest is shown, and cannot organise", async ({ desk }) => {
  const { app, page } = await desk.startSignedIn();
  await addAccount(app, page, { persona: "guest" });
  await expect(page.getByRole("heading", { name: "Guests cannot organise here" })).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(organiserButton(page)).toContainText("megan@contoso.com");
  await organiserButton(page).click();
  await expect(page.getByRole("menuitemradio", { name: /Robin Ito/u })).toBeDisabled();
});

test("Graph asks for a second factor: signed in once more, the press makes one meeting", async ({
  desk,
}) => {
  const { app, page } = await desk.startSignedIn({ persona: "step-up" });
  await page.getByRole("button", { name: /^Meet now/u }).click();
  const again = page.getByRole("button", { name: /^(?:Continue|Sign in)$/u }).first();
  await again.waitFor();
  const before = (await app.opened()).length;
  await again.click();
  await expect.poll(async () => (await app.opened()).length).toBeGreaterThan(before);
  const address = (await app.opened()).at(-1) ?? "";
  expect(new URL(address).searchParams.get("claims")).toContain("acrs");
  await completeSignIn(address, { persona: "step-up" });
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  expect(desk.sandbox.meetings()).toHaveLength(1);
});

test("a sign-in that was revoked: the same account is asked for, nobody else takes over", async ({
  desk,
}) => {
  const { app, page } = await desk.startSignedIn();
  await addAccount(app, page, { persona: "alex" });
  await expect(organiserButton(page)).toContainText("alex@contoso.com");
  desk.sandbox.expireAccessTokens();
  desk.sandbox.revokeRefreshTokens("alex");
  await page.getByRole("button", { name: /^Meet now/u }).click();
  await expect(page.getByText("Your sign-in has ended.").first()).toBeVisible();
  await expect(organiserButton(page)).toContainText("alex@contoso.com");
  expect(desk.sandbox.meetings()).toHaveLength(0);
});
