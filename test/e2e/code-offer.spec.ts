import type { Locator, Page } from "@playwright/test";

import { completeDeviceCode } from "../sandbox/browser.ts";
import { expect, test } from "./desk.ts";
import { nextOpened } from "./open-desk.ts";
import { signInBy } from "./promise/by-hand.ts";
import { byHand } from "./person.ts";
import type { Seat } from "./seat.ts";

const signInButton = (page: Page) => page.getByRole("button", { name: "Sign in", exact: true });
const waiting = (page: Page) => page.getByRole("heading", { name: "Waiting for your browser" });
const useCode = (page: Page) => page.getByRole("button", { name: "Use a code instead" });
const codesAsked = ({ sandbox }: Seat) =>
  sandbox.requests().filter(({ operation }) => operation === "requestDeviceCode").length;

/** Key by key, until it has the focus. */
async function reach(page: Page, key: string, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const hasFocus = () => target.evaluate((one) => one === document.activeElement);
  await expect(async () => {
    if (!(await hasFocus())) await page.keyboard.press(key);
    expect(await hasFocus()).toBe(true);
  }).toPass({ intervals: [0] });
}

/** The switch among the accounts' settings, turned by keys alone. */
async function turnOffer({ app, page }: Seat, isOffered: boolean): Promise<void> {
  await page.keyboard.press("Control+,");
  const settings = await app.settings();
  await reach(settings, "Tab", settings.getByRole("tab", { selected: true }));
  const accounts = settings.getByRole("tab", { name: "Accounts" });
  await reach(settings, "ArrowDown", accounts);
  await settings.keyboard.press("Enter");
  await expect(accounts).toHaveAttribute("aria-selected", "true");
  const offer = settings.getByRole("switch", { name: "Offer sign-in with a code" });
  await expect(offer).toBeChecked({ checked: !isOffered });
  await reach(settings, "Tab", offer);
  await settings.keyboard.press("Space");
  await expect(offer).toBeChecked({ checked: isOffered });
}

test("switched off, no page offers a code and nobody gets one; on again, it is offered", async ({
  lobby,
}) => {
  const { app, page } = lobby;
  await turnOffer(lobby, false);
  await nextOpened(app, () => signInButton(page).click());
  await expect(waiting(page)).toBeVisible();
  await expect(page.getByRole("button", { name: "Open the page again" })).toBeVisible();
  await expect(useCode(page)).toHaveCount(0);
  // Who asks all the same, past the page, is refused, and the browser is still waited for.
  await byHand(page);
  expect(await page.evaluate(() => window.app.signInWithCode())).toMatchObject({
    ok: false,
    error: { kind: "sign-in-refused", reason: "code-not-allowed" },
  });
  await expect(waiting(page)).toBeVisible();
  // Nor where nobody came in time.
  await app.clock.stop();
  await app.clock.move(60 * 60_000);
  await expect(page.getByRole("button", { name: "Copy details" })).toBeVisible();
  await expect(useCode(page)).toHaveCount(0);
  await expect(page.locator("#root")).not.toContainText(/\bcodes?\b/iu);
  expect(codesAsked(lobby)).toBe(0);
  await app.clock.run();

  await turnOffer(lobby, true);
  await expect(useCode(page)).toBeVisible();
  await nextOpened(app, () => page.locator("[data-primary]").click());
  await expect(waiting(page)).toBeVisible();
  await useCode(page).click();
  await expect(page.getByRole("button", { name: "Copy code" })).toBeVisible();
  expect(codesAsked(lobby)).toBe(1);
});

test("a code that a policy blocks is said to be one, and the browser is offered", async ({
  lobby,
}) => {
  const { app, page } = lobby;
  await nextOpened(app, () => signInButton(page).click());
  await useCode(page).click();
  await page.getByRole("button", { name: "Copy code" }).click();
  await expect.poll(() => app.clipboardText()).toMatch(/^\w{8,9}$/u);
  const address = await page
    .getByText(/^https?:\/\//u)
    .first()
    .textContent();
  const outcome = await completeDeviceCode(address ?? "", await app.clipboardText(), {
    persona: "policy-2026",
  });
  expect(outcome.reached).toBe("refusal");
  await expect(
    page.getByRole("heading", { name: "Your organisation doesn't allow codes" }),
  ).toBeFocused();
  await expect(useCode(page)).toHaveCount(0);
  await signInBy(app, page.getByRole("button", { name: "Use the browser" }));
  await expect(page.getByText("Organiser: megan@contoso.com")).toBeVisible();
});
