import type { Page } from "@playwright/test";

import { plainEvent } from "../fakes/event-draft.ts";
import { expect, type Stage, test } from "./stage.ts";
import { appState } from "./stage-state.ts";

const adele = { address: "adele@contoso.com", name: "Adele Vance" };
const lee = { address: "lee@fabrikam.com", name: null };
const state = appState({ view: "schedule", calendarAllowed: true });

const inputs = async ({ asked }: Stage, request: string) =>
  (await asked()).filter(({ name }) => name === request).map(({ input }) => input);

const field = (page: Page) => page.locator("#invite");
const tag = (page: Page, name: string) => page.getByRole("button", { name: `Remove ${name}` });

async function chooseEvent(page: Page) {
  await page.getByRole("radio", { name: "Link only" }).focus();
  await page.keyboard.press("ArrowRight");
  await field(page).waitFor();
}

test("people are found by name, chosen with the arrows, and invited", async ({ open }) => {
  const adam = { address: "adam@contoso.com", name: "Adam Munger" };
  const stage = await open({ state, people: [adele, adam, { ...lee, name: "Lee Gu" }] });
  const { page } = stage;
  await expect(page.getByRole("button", { name: /^Create and copy link/u })).toBeVisible();
  await chooseEvent(page);
  await expect(page.getByRole("button", { name: /^Create event and copy link/u })).toBeVisible();
  await field(page).focus();
  await page.keyboard.type("a");
  await stage.settle();
  expect(await inputs(stage, "searchPeople")).toEqual([]);
  await page.keyboard.type("d");
  await expect(page.getByRole("option", { name: /Adele/u })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  expect(await inputs(stage, "searchPeople")).toEqual([{ text: "ad" }]);
  await expect(field(page)).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: /Adam/u })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(tag(page, "Adele Vance")).toBeVisible();
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue("");
  // Escape closes the list, not the form; whoever is invited is suggested no more.
  await page.keyboard.type("ad");
  const list = page.getByRole("listbox", { name: "Suggestions" });
  await expect(list.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  expect(await inputs(stage, "navigate")).toEqual([]);
  await field(page).fill("");
  await page.keyboard.press("Control+Enter");
  await expect
    .poll(() => inputs(stage, "schedule"))
    .toEqual([expect.objectContaining({ event: { ...plainEvent, invitees: [adele] } })]);
});

for (const key of ["Enter", ",", ";", "Tab"])
  test(`an address is taken with ${key}`, async ({ open }) => {
    const stage = await open({ state });
    const { page } = stage;
    await chooseEvent(page);
    await field(page).focus();
    await page.keyboard.type("lee@fabrikam.com");
    await page.keyboard.press(key);
    await expect(tag(page, "lee@fabrikam.com")).toBeVisible();
    await expect(field(page)).toHaveValue("");
    expect(await inputs(stage, "checkInvitees")).toEqual([{ text: "lee@fabrikam.com" }]);
    await expect(page.getByText("1 person is outside your organisation")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Create and send 1 invite/u })).toBeVisible();
    expect(await inputs(stage, "schedule")).toEqual([]);
  });

test("a pasted list is taken apart; what is no address stays, and is said", async ({ open }) => {
  const stage = await open({ state });
  const { page } = stage;
  await chooseEvent(page);
  await field(page).evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      "text/plain",
      "Adele <adele@contoso.com>\nADELE@contoso.com; lee@fabrikam.com\nNobody",
    );
    const init = { clipboardData, bubbles: true, cancelable: true };
    input.dispatchEvent(new ClipboardEvent("paste", init));
  });
  await expect(page.getByRole("button", { name: /^Remove/u })).toHaveCount(2);
  await expect(field(page)).toHaveValue("Nobody");
  await expect(field(page)).toHaveAccessibleDescription(/“Nobody” isn't an e-mail address\./u);
  await expect(page.getByRole("alert").first()).toHaveText("“Nobody” isn't an e-mail address.");
  // It is not sent as long as somebody may be missing.
  await page.getByLabel("Subject").press("Control+Enter");
  await expect(field(page)).toBeFocused();
  await stage.settle();
  expect(await inputs(stage, "schedule")).toEqual([]);
});

test("each tag can be removed by keyboard", async ({ open }) => {
  const stage = await open({ state });
  const { page } = stage;
  await chooseEvent(page);
  await field(page).fill("Adele Vance <adele@contoso.com>, Bo <bo@contoso.com>, lee@fabrikam.com");
  await field(page).press("Enter");
  await expect(tag(page, "lee@fabrikam.com")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(tag(page, "lee@fabrikam.com")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Delete");
  await expect(tag(page, "Bo")).toHaveCount(0);
  await expect(tag(page, "lee@fabrikam.com")).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(tag(page, "Adele Vance")).toHaveCount(0);
  await expect(tag(page, "lee@fabrikam.com")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Backspace");
  await expect(tag(page, "lee@fabrikam.com")).toHaveCount(0);
  await expect(page.getByRole("status").first()).toHaveText("lee@fabrikam.com removed");
});
