import type { Page } from "@playwright/test";

import { expectCard, formButton, inviteTo, openForm, signInBy } from "./by-hand.ts";
import { creations, expect, test } from "../desk.ts";
import type { Desk } from "../open-desk.ts";

/** Microsoft wants this person to sign in again before anything else. */
function endSignIn({ sandbox }: Desk): void {
  sandbox.expireAccessTokens();
  sandbox.revokeRefreshTokens("megan", "expired");
}

const none = ["No meeting was created.", "Your clipboard is unchanged."];
const copied = (page: Page) => page.getByRole("heading", { name: "Link copied" });
const signIn = (page: Page) => page.getByRole("button", { name: "Sign in", exact: true });

test("the form offers to sign in; then its card is there, and the form is done with", async ({
  desk,
}) => {
  const { app, page } = await desk.startSignedIn();
  await openForm(page, "Northwind review");
  endSignIn(desk);
  await formButton(page, "Create and copy link").click();
  await expectCard(page, { title: "Sign in again", says: none });
  expect(desk.sandbox.meetings()).toEqual([]);
  await signInBy(app, signIn(page));
  await expect(copied(page)).toBeVisible();
  const made = desk.sandbox.meetings();
  expect(made).toMatchObject([{ subject: "Northwind review", deletedAt: null }]);
  expect(await app.clipboardText()).toBe(made[0]?.joinWebUrl);
  // Nothing of it waits in the form to be sent again.
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect(page.getByLabel("Subject")).not.toHaveValue("Northwind review");
});

test("the same with an event: whoever is invited is invited once", async ({ desk }) => {
  const { app, page } = await desk.startSignedIn();
  await openForm(page, "Northwind review");
  await inviteTo({ app, page }, "zoe@contoso.com");
  endSignIn(desk);
  await formButton(page, "Create and send 1 invite").click();
  await expectCard(page, { title: "Sign in again", says: [...none, "Nobody was invited."] });
  expect(desk.sandbox.events()).toEqual([]);
  await signInBy(app, signIn(page));
  await expect(copied(page)).toBeVisible();
  const made = desk.sandbox.events();
  expect(made).toMatchObject([{ attendees: ["zoe@contoso.com"], deletedAt: null }]);
  expect(await app.clipboardText()).toBe(made[0]?.joinWebUrl);
  await expect(page.getByRole("button", { name: "Schedule", exact: true })).toBeVisible();
});

test("closed at “No meeting was created”, it is not made at the next sign-in", async ({ desk }) => {
  const { app, page } = await desk.startSignedIn();
  endSignIn(desk);
  await page.getByRole("button", { name: /^Meet now/u }).click();
  await expectCard(page, { title: "Sign in again", says: none });
  await page.getByRole("button", { name: "Close" }).click();
  await signInBy(app, signIn(page));
  // The next press is the first that makes anything.
  await page.getByRole("button", { name: /^Meet now/u }).click();
  await expect(copied(page)).toBeVisible();
  expect(desk.sandbox.meetings()).toHaveLength(1);
  expect(creations(desk.sandbox).filter(({ status }) => status === 201)).toHaveLength(1);
});

test("blocked by a policy: another account makes the meeting", async ({ desk }) => {
  const { app, page } = await desk.startSignedIn();
  desk.sandbox.expireAccessTokens();
  const blocked = { on: "refreshTokens", kind: "entra-error", aadsts: 53003 } as const;
  desk.sandbox.faults.add({ ...blocked, times: "always" });
  await page.getByRole("button", { name: /^Meet now/u }).click();
  await expectCard(page, { title: "Your organisation's policy blocked this", says: none });
  await page.getByRole("button", { name: "Use another account" }).click();
  await signInBy(app, page.getByRole("menuitem", { name: "Add an account" }), { persona: "lee" });
  await expect(page.locator("#organiser")).toContainText("lee@fabrikam.example");
  await page.getByRole("button", { name: /^Meet now/u }).click();
  await expect(copied(page)).toBeVisible();
  expect(desk.sandbox.meetings()).toHaveLength(1);
});
