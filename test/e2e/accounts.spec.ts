import type { Page } from "@playwright/test";

import { completeDeviceCode, completeSignIn, type SignInChoice } from "../sandbox/browser.ts";
import { creations, expect, test } from "./desk.ts";
import { nextOpened, signIn, type Started } from "./open-desk.ts";

const organiserButton = (page: Page) => page.locator("#organiser");

/** Somebody else joins through the menu of the organiser. */
async function addAccount({ app, page }: Started, choice: SignInChoice): Promise<void> {
  await organiserButton(page).click();
  const address = await nextOpened(app, () =>
    page.getByRole("menuitem", { name: "Add an account" }).click(),
  );
  await completeSignIn(address, choice);
}

test("two accounts: the organiser is who was chosen, also after a restart", async ({ desk }) => {
  const started = await desk.startSignedIn();
  const { app, page } = started;
  await addAccount(started, { persona: "lee" });
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
  const started = await desk.startSignedIn();
  const { app, page } = started;
  await addAccount(started, { persona: "lee" });
  await expect(organiserButton(page)).toContainText("lee@fabrikam.example");
  await organiserButton(page).click();
  await page.getByRole("menuitem", { name: "Sign out lee@fabrikam.example" }).click();
  await expect(organiserButton(page)).toContainText("megan@contoso.com");
  // What is shown at once is on disk a little later.
  await expect.poll(() => app.log()).toContain("signed-out ok=true");
  await app.kill();
  const again = await desk.start();
  await organiserButton(again.page).click();
  await expect(again.page.getByRole("menuitemradio")).toHaveCount(1);
});

test("signed out at Microsoft too: its page opens, with the account named", async ({ seat }) => {
  const { app, page } = seat;
  await page.getByRole("button", { name: "Settings" }).click();
  const settings = await app.settings();
  await settings.getByRole("tab", { name: "Accounts" }).click();
  await settings.getByRole("button", { name: /^Sign out / }).click();
  await settings.getByRole("menuitem", { name: "Sign out of Microsoft in the browser" }).click();
  await expect.poll(async () => (await app.opened()).at(-1)).toContain("logout_hint=");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
});

test("a code instead of the browser", async ({ lobby }) => {
  const { app, page } = lobby;
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: "Use a code instead" }).click();
  await page.getByRole("button", { name: "Copy code" }).click();
  await expect.poll(() => app.clipboardText()).toMatch(/^\w{8,9}$/u);
  const address = await page
    .getByText(/^https?:\/\//u)
    .first()
    .textContent();
  await completeDeviceCode(address ?? "", await app.clipboardText());
  // The app asks once a second, as the sample organisation bids it.
  await page.getByRole("button", { name: /^Meet now/u }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
});

test("a personal account is told before anything is tried, and not kept", async ({ desk }) => {
  const started = await desk.start();
  const { app, page } = started;
  await signIn(started, { persona: "personal" });
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

test("a guest is shown, and cannot organise", async ({ seat }) => {
  const { page } = seat;
  await addAccount(seat, { persona: "guest" });
  await expect(page.getByRole("heading", { name: "Guests can't organise here" })).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(organiserButton(page)).toContainText("megan@contoso.com");
  await organiserButton(page).click();
  await expect(page.getByRole("menuitemradio", { name: /Robin Ito/u })).toBeDisabled();
});

test("Graph asks for a second factor: signed in once more, the press makes one meeting", async ({
  lobby,
}) => {
  const { app, page } = lobby;
  await signIn(lobby, { persona: "step-up" });
  await page.getByRole("button", { name: /^Meet now/u }).click();
  const again = page.getByRole("button", { name: /^(?:Continue|Sign in)$/u }).first();
  const address = await nextOpened(app, () => again.click());
  // What is opened is only a one-time address of it.
  await page.getByRole("button", { name: "Copy the sign-in address" }).click();
  await expect.poll(() => app.clipboardText()).toContain("acrs");
  await completeSignIn(address, { persona: "step-up" });
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  expect(lobby.meetings()).toHaveLength(1);
});

test("a sign-in that was revoked: the same account is asked for, nobody else takes over", async ({
  seat,
}) => {
  const { page, sandbox } = seat;
  await addAccount(seat, { persona: "alex" });
  await expect(organiserButton(page)).toContainText("alex@contoso.com");
  sandbox.expireAccessTokens();
  sandbox.revokeRefreshTokens("alex");
  await page.getByRole("button", { name: /^Meet now/u }).click();
  await expect(page.getByText("Your sign-in has ended.").first()).toBeVisible();
  await expect(organiserButton(page)).toContainText("alex@contoso.com");
  expect(seat.meetings()).toHaveLength(0);
});
