import { expect, test } from "./desk.ts";
import { allowCalendar, signInBy } from "./promise/by-hand.ts";
import { lineField, typeLine } from "./promise/type-line.ts";
import type { Seat } from "./seat.ts";

/** The calendar and the suggestions, each where the form asks for it; then Home again. */
async function allowInvitations({ app, page }: Seat): Promise<void> {
  await page.keyboard.press("Control+n");
  await page.getByText("Calendar event", { exact: true }).click();
  await allowCalendar(app, page);
  await page.locator("#invite").click();
  await page.keyboard.type("adel");
  const allow = page.getByRole("button", { name: "Allow suggestions" });
  const adele = page.getByRole("option", { name: /Adele Vance/u });
  await expect(allow.or(adele)).toBeVisible();
  if (await allow.isVisible()) {
    await signInBy(app, allow);
    await expect(allow).toHaveCount(0);
  }
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByRole("button", { name: /Meet now/u })).toBeVisible();
}

test("who is named is invited once, and nobody by a name that two people have", async ({
  seat,
}) => {
  const { app, page, sandbox } = seat;
  const before = sandbox.events().length;
  const made = () => sandbox.events().slice(before);
  await allowInvitations(seat);

  await typeLine(page, "Planning tomorrow 10:00 with adele", [
    "Planning",
    /10:00 – 11:00/u,
    "Adele Vanceadele@contoso.com",
  ]);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  expect(made()).toMatchObject([{ subject: "Planning", attendees: ["adele@contoso.com"] }]);
  expect(await app.clipboardText()).toBe(made()[0]?.joinWebUrl);

  await typeLine(page, "Planning tomorrow 10:00 with noah", ["Planning with noah", /10:00/u]);
  await expect(
    page
      .getByRole("main")
      .getByText("Several people are called “noah”, so it stays in the subject."),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await expect.poll(() => seat.meetings()).toHaveLength(2);
  await expect(lineField(page)).toHaveCount(0);
  expect(seat.meetings()[1]).toMatchObject({ subject: "Planning with noah" });
  expect(made()).toHaveLength(1);
});
