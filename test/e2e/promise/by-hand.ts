import type { Locator, Page } from "@playwright/test";

import { completeSignIn } from "../../sandbox/browser.ts";
import { expect } from "../desk.ts";
import type { RunningApp } from "../launch.ts";

/** What a person does with mouse and keyboard, and what they see of it. */

/** Clicked into and typed over, letter by letter. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await field.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** From Home: the form, with this subject. */
export async function openForm(page: Page, subject: string): Promise<void> {
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await typeInto(page, page.getByLabel("Subject"), subject);
}

/** In the form: an event that `people` are invited to. The permission is given where it is missing. */
export async function inviteTo(
  { app, page }: { readonly app: RunningApp; readonly page: Page },
  ...people: readonly string[]
): Promise<void> {
  await page.getByText("Calendar event", { exact: true }).click();
  await allowCalendar(app, page);
  await page.locator("#invite").click();
  for (const one of people) {
    await page.keyboard.type(one);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: `Remove ${one}` })).toBeVisible();
  }
}

/** Where it is missing: by the form's own button. */
export async function allowCalendar(app: RunningApp, page: Page): Promise<void> {
  const isAllowed = await page.evaluate(async () => {
    // Somebody who signed in anew has not allowed it yet, whatever was known before.
    await window.app.checkCalendar();
    const state = await window.app.getState();
    return state.ok && state.value.calendarAllowed;
  });
  if (isAllowed) return;
  await signInBy(app, page.getByRole("button", { name: "Allow" }));
  await expect(page.getByRole("button", { name: "Allow" })).toHaveCount(0);
}

/** Pressed, and then done in the browser that opens. */
export async function signInBy(
  app: RunningApp,
  button: Locator,
  choice: Parameters<typeof completeSignIn>[1] = {},
): Promise<void> {
  const before = (await app.opened()).length;
  await button.click();
  await expect.poll(async () => (await app.opened()).length).toBeGreaterThan(before);
  await completeSignIn((await app.opened()).at(-1) ?? "", choice);
}

/** In the form's footer: its own button. */
export const formButton = (page: Page, name: string): Locator =>
  page.locator("footer button[type=submit]").filter({ hasText: name });

/**
 * Pressed, and its link is there. Each minute the app asks again by itself: where that was just now, the card
 * comes without the press.
 */
export async function pressUntilCopied(page: Page, button: Locator): Promise<void> {
  const card = page.getByRole("heading", { name: "Link copied" });
  await expect(async () => {
    if (!(await card.isVisible())) await button.click({ timeout: 2_000 });
  }).toPass();
  await expect(card).toBeVisible();
}

/** The card of what failed, on Home or in the form, as somebody reads it. */
export async function expectCard(
  page: Page,
  card: { readonly title: string; readonly says?: readonly string[] },
): Promise<void> {
  const heading = page.getByRole("heading", { name: card.title, exact: true });
  await expect(heading).toBeVisible();
  for (const sentence of card.says ?? [])
    await expect(page.locator("section").filter({ has: heading }).last()).toContainText(sentence);
}
