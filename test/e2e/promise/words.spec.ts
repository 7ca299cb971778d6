import type { Page } from "@playwright/test";

import { expectCard, formButton, openForm, pressUntilCopied } from "./by-hand.ts";
import { expect, test } from "../desk.ts";
import { hasten } from "./hasten.ts";

const none = ["No meeting was created.", "Your clipboard is unchanged."];
const meetNow = (page: Page) => page.getByRole("button", { name: /^Meet now/u });
const copied = (page: Page) => page.getByRole("heading", { name: "Link copied" });

for (const [name, fault, title] of [
  ["403", { status: 403 }, "Teams didn't let you create a meeting"],
  ["400", { status: 400 }, "Microsoft didn't accept the request"],
] as const)
  test(`${name}: below its card Meet now is there again`, async ({ seat }) => {
    const { page, sandbox } = seat;
    sandbox.faults.add({ on: "createOrGet", kind: "status", ...fault, times: "always" });
    await meetNow(page).click();
    const heading = page.getByRole("heading", { name: title });
    await expect(heading).toBeVisible();
    for (const sentence of none)
      await expect(page.getByText(sentence).filter({ visible: true }).last()).toBeVisible();
    expect(seat.meetings()).toEqual([]);
    const [card, button] = [await heading.boundingBox(), await meetNow(page).boundingBox()];
    expect(button?.y).toBeGreaterThan(card?.y ?? Infinity);
    sandbox.faults.clear();
    await meetNow(page).click();
    await expect(copied(page)).toBeVisible();
    expect(seat.meetings()).toHaveLength(1);
  });

test("told to wait an hour: said with the time, nothing is made, and nothing is asked before", async ({
  desk,
}) => {
  const { app, page } = await desk.startSignedIn();
  const { sandbox } = desk;
  sandbox.faults.add({ on: "createOrGet", kind: "status", status: 429, retryAfter: "3600" });
  await openForm(page, "Northwind review");
  await formButton(page, "Create and copy link").click();
  await expectCard(page, { title: "Microsoft is busy", says: none });
  await expect(page.locator("footer section")).toContainText(
    /Quick Meeting tries again at \d\d:\d\d\./u,
  );
  // No dead button: it says when, and the details can be copied meanwhile.
  await expect(formButton(page, "Quick Meeting tries again at")).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await page.getByRole("button", { name: "Details for support" }).click();
  await page.getByRole("button", { name: "Copy details" }).click();
  await expect.poll(() => app.clipboardText()).toContain("429");
  await page.keyboard.press("Escape");
  await expectCard(page, { title: "Microsoft is busy", says: none });
  await page.getByRole("button", { name: "Close" }).click();
  await meetNow(page).click();
  await expectCard(page, { title: "Microsoft is busy", says: none });
  expect(sandbox.meetings()).toEqual([]);
  expect(sandbox.requests().filter(({ operation }) => operation === "createOrGet")).toHaveLength(1);
});

test("told to wait some seconds: counted down in the form, cancelled there, and nothing is made", async ({
  desk,
}) => {
  const { page } = await desk.startSignedIn();
  const { sandbox } = desk;
  sandbox.faults.add({ on: "createOrGet", kind: "status", status: 429, retryAfter: "100" });
  await openForm(page, "Northwind review");
  await formButton(page, "Create and copy link").click();
  await expect(page.locator("footer")).toContainText(
    /Microsoft is busy\. Trying again in \d+ s\./u,
  );
  await page.locator("footer").getByRole("button", { name: "Cancel" }).click();
  await expect(formButton(page, "Create and copy link")).toBeEnabled();
  await expect(page.getByLabel("Subject")).toHaveValue("Northwind review");
  expect(sandbox.meetings()).toEqual([]);
});

test("told to wait again and again: the form says when, and its button works after that", async ({
  desk,
}) => {
  const { app, page } = await desk.startSignedIn();
  await hasten(app);
  const { sandbox } = desk;
  const busy = { kind: "status", status: 429, retryAfter: "1", times: "always" } as const;
  sandbox.faults.add({ on: "createOrGet", ...busy });
  await openForm(page, "Northwind review");
  await formButton(page, "Create and copy link").click();
  await expectCard(page, { title: "Microsoft is busy", says: none });
  // Never sooner than Microsoft said.
  await expect(formButton(page, "Try again")).toBeEnabled();
  const told = sandbox.requests().filter(({ operation }) => operation === "createOrGet");
  const gaps = told.slice(1).map(({ at }, index) => at - (told[index]?.endedAt ?? Infinity));
  // Two clocks are read here, each to the millisecond.
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(990);
  sandbox.faults.clear();
  await pressUntilCopied(page, formButton(page, "Try again"));
  expect(sandbox.meetings()).toHaveLength(1);
  expect(await app.clipboardText()).toBe(sandbox.meetings()[0]?.joinWebUrl);
});
