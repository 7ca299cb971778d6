import type { Locator, Page } from "@playwright/test";

import { expect, test } from "./desk.ts";
import { formButton, inviteTo, openForm } from "./promise/by-hand.ts";
import type { Seat } from "./seat.ts";

/** In a list of choices: gone to, and its words typed. */
async function chooseBy(page: Page, list: Locator, words: string): Promise<void> {
  await list.focus();
  await page.keyboard.type(words);
  await expect(list.locator("option:checked")).toHaveText(words);
}

/** An event for `people`, whose lobby only its organisers skip, and `chosen` is one of them. */
async function scheduleWith(seat: Seat, people: readonly string[], chosen: string): Promise<void> {
  const { page } = seat;
  await openForm(page, "Board");
  await inviteTo(seat, ...people);
  await page.getByRole("button", { name: /^Options/u }).click();
  await chooseBy(page, page.getByLabel("Skips the lobby"), "Only me");
  await chooseBy(page, page.getByLabel("Co-organisers"), "People I choose");
  const group = page.getByRole("group", { name: "Who organises too" });
  await expect(group).toContainText("Only people of your organisation can.");
  await group.getByRole("checkbox", { name: chosen }).focus();
  await page.keyboard.press("Space");
  await expect(group.getByRole("checkbox", { name: chosen })).toBeChecked();
  await formButton(page, `Create and send ${people.length} invite`).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
}

/** Of the card that stands there now, with its details open. */
async function openDetails(page: Page): Promise<Locator> {
  await page.getByRole("row", { name: /Board/u }).press("Enter");
  await expect(page.getByRole("heading", { name: "Meeting details" })).toBeVisible();
  return page.locator("main");
}

test("whoever is chosen in the form organises it too", async ({ seat }) => {
  const { app, page, sandbox } = seat;
  await scheduleWith(seat, ["zoe@contoso.com", "adele@contoso.com"], "zoe@contoso.com");
  const link = await app.clipboardText();
  expect(seat.meetings().map(({ joinWebUrl }) => joinWebUrl)).toEqual([link]);
  expect(sandbox.join(link, "colleague")).toBe("lobby");
  expect(sandbox.join(link, "coOrganiser")).toBe("in");
  await expect(page.getByText(/couldn't be set|changed \d option/u)).toHaveCount(0);
  await expect(await openDetails(page)).toContainText("LobbyOnly organisers");
});

for (const [whose, address] of [
  ["another organisation", "lee@fabrikam.example"],
  ["the guests", "lee_fabrikam.example#EXT#@contoso.com"],
] as const)
  test(`nobody of ${whose} can: that is said, and the lobby is as it was asked for`, async ({
    seat,
  }) => {
    const { app, page, sandbox } = seat;
    await scheduleWith(seat, ["zoe@contoso.com", address], address);
    const link = await app.clipboardText();
    await expect(page.getByText("1 setting couldn't be set:")).toBeVisible();
    await expect(page.getByText("Co-organisers: still “Nobody”")).toBeVisible();
    expect(sandbox.join(link, "colleague")).toBe("lobby");
    expect(sandbox.join(link, "coOrganiser")).toBe("lobby");
    const details = await openDetails(page);
    await expect(details).toContainText("1 setting couldn't be set:");
    await expect(details).toContainText("LobbyOnly me");
    expect(seat.meetings()).toHaveLength(1);
  });
