import type { Page } from "@playwright/test";

import { completeSignIn } from "../sandbox/browser.ts";
import { expect, test } from "./desk.ts";
import { nextOpened, type Started } from "./open-desk.ts";

const openForm = async (page: Page) => {
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await page.getByRole("radio", { name: "Calendar event" }).check();
};

async function allowCalendar({ app, page }: Started): Promise<void> {
  const address = await nextOpened(app, () => page.getByRole("button", { name: "Allow" }).click());
  await completeSignIn(address);
  await expect(page.getByRole("button", { name: "Allow" })).toHaveCount(0);
}

test("an event is made, changed as it stands in the calendar, duplicated and cancelled", async ({
  seat,
}) => {
  const { app, page, sandbox } = seat;
  const living = () => sandbox.events().filter(({ deletedAt }) => deletedAt === null);
  await openForm(page);
  await allowCalendar(seat);
  await page.getByLabel("Subject").fill("Design review tomorrow 14:30 for 45 min");
  await page.getByRole("button", { name: /^Use as time/u }).click();
  await page.locator("#invite").fill("zoe@contoso.com; adele@contoso.com");
  await page.locator("#invite").press("Enter");
  await page.getByRole("button", { name: /^Options/u }).click();
  await page.getByLabel("Can present").selectOption("roleIsPresenter");
  await page.getByRole("checkbox", { name: "adele@contoso.com" }).check();
  await page.getByRole("button", { name: "Create and send 2 invites" }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  const [made] = living();
  expect(made).toMatchObject({
    subject: "Design review",
    attendees: ["zoe@contoso.com", "adele@contoso.com"],
  });
  expect((made?.endAt ?? 0) - (made?.startAt ?? 0)).toBe(45 * 60_000);
  expect(await app.clipboardText()).toBe(made?.joinWebUrl);
  // The organisation took the presenter: nothing differs.
  await expect(page.getByText(/changed 1 option/u)).toHaveCount(0);

  await page.getByRole("row", { name: /Design review/u }).press("F2");
  await page.getByRole("button", { name: "Remove zoe@contoso.com" }).press("Delete");
  await page.getByLabel("Reminder").selectOption("none");
  await page.getByLabel("Add a note above the invitation (optional)").fill("Bring the plan");
  await page.getByRole("button", { name: "Save and update 2 people" }).click();
  await expect(page.getByRole("heading", { name: "Meeting details" })).toBeVisible();
  expect(living()).toMatchObject([
    {
      id: made?.id,
      attendees: ["adele@contoso.com"],
      isReminderOn: false,
      joinWebUrl: made?.joinWebUrl,
      bodyText: expect.stringContaining("Bring the plan"),
    },
  ]);

  await page.keyboard.press("Control+d");
  await page.getByRole("button", { name: "Create and send 1 invite" }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  expect(living()).toHaveLength(2);
  // It could be taken back for eight seconds.
  await app.clock.stop();
  await page.getByRole("button", { name: "Cancel meeting…" }).click();
  await page.getByRole("button", { name: "Cancel meeting", exact: true }).click();
  await expect(page.getByRole("button", { name: /Undo/u }).first()).toBeVisible();
  await app.clock.move(8_000);
  await expect.poll(() => living().length).toBe(1);
  expect(living()[0]?.id).toBe(made?.id);
});
