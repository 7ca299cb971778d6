import type { Page } from "@playwright/test";

import { everyPermission, scopesFor } from "../../main/auth/permissions.ts";
import { expect, test } from "./desk.ts";
import type { RunningApp } from "./launch.ts";
import { type Desk, signIn } from "./open-desk.ts";
import { expectCard, formButton, openForm, signInBy } from "./promise/by-hand.ts";

/** As in most organisations today: people may approve nothing but their own name. */
const persona = "policy-2026";

const needed = (page: Page) =>
  page.getByRole("heading", { name: "Your admin needs to approve this app" });

const addressesIn = (message: string): readonly string[] => message.match(/https?:\/\/\S+/gu) ?? [];

/** Whoever reads it knows all that is asked for, and the one page to approve it on. */
function expectWhole({ sandbox }: Desk, message: string): void {
  const names = scopesFor(sandbox.descriptor, everyPermission);
  expect(names.length).toBeGreaterThanOrEqual(4);
  for (const name of names) expect(message).toContain(`\n- ${name.split("/").at(-1)}: `);
  expect(addressesIn(message)).toHaveLength(1);
  expect(message).toContain("Hello");
}

/** The admin goes to the address in the message, and accepts. */
async function approve({ sandbox }: Desk, message: string): Promise<void> {
  const { pathname, search } = new URL(addressesIn(message)[0] ?? "");
  const page = `${sandbox.baseUrl}${pathname}${search}`;
  expect(await (await fetch(page)).text()).toContain("Permissions requested for your organisation");
  const accepted = await fetch(page, { method: "POST" });
  expect(await accepted.text()).toContain("Approved for your organisation");
}

/** The app's own look whether it was approved; it was refused so often until now. */
const refusals = ({ sandbox }: Desk) =>
  sandbox.requests().filter((one) => one.operation === "refreshTokens" && one.status === 400)
    .length;

/** The app looks around every ten seconds, and asks once a minute. */
async function passMinute({ clock }: RunningApp): Promise<void> {
  for (let looks = 0; looks < 6; looks += 1) await clock.move(10_000);
}

test("a press waits for the admin, and is a link by itself once they approved", async ({
  desk,
}) => {
  const { sandbox } = desk;
  sandbox.rememberApproval(persona);
  const { app, page } = await desk.startSignedIn({ persona });
  await expect(page.getByText("Organiser: yuki@contoso.com")).toBeVisible();
  // The organisation takes back what its people had approved for themselves.
  sandbox.withdrawApproval(persona);
  sandbox.expireAccessTokens();
  await page.getByRole("button", { name: /^Meet now/u }).click();
  const says = ["Approve it in the browser to go on.", "No meeting was created."];
  await expectCard(page, { title: "Quick Meeting needs your approval", says });
  await signInBy(app, page.getByRole("button", { name: "Continue" }), { persona });
  await expect(needed(page)).toBeFocused();

  const { length } = await app.opened();
  await page.getByRole("button", { name: "Copy message" }).click();
  await expect.poll(() => app.clipboardText()).toContain("adminconsent");
  const message = await app.clipboardText();
  expectWhole(desk, message);
  await page.getByRole("button", { name: "Open in mail" }).click();
  await expect.poll(async () => (await app.opened()).length).toBe(length + 1);
  const mail = new URL((await app.opened()).at(-1) ?? "");
  expect(mail.protocol).toBe("mailto:");
  const body = mail.searchParams.get("body")?.replaceAll("\r\n", "\n") ?? "";
  expectWhole(desk, body);
  expect(message).toBe(`${mail.searchParams.get("subject")}\n\n${body}`);

  // Nobody approved it yet: it is asked for, and nothing is made.
  const before = refusals(desk);
  await expect(async () => {
    await passMinute(app);
    expect(refusals(desk)).toBeGreaterThan(before);
  }).toPass({ intervals: [100] });
  await expect(needed(page)).toBeVisible();
  expect(sandbox.meetings()).toEqual([]);
  expect(await app.clipboardText()).toBe(message);

  await approve(desk, message);
  await expect(async () => {
    await passMinute(app);
    expect(sandbox.meetings()).toHaveLength(1);
  }).toPass({ intervals: [100] });
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  expect(await app.clipboardText()).toBe(sandbox.meetings()[0]?.joinWebUrl);
  // No further page was opened for it, and no further meeting came of it.
  expect(await app.opened()).toHaveLength(length + 1);
  expect(sandbox.meetings()).toHaveLength(1);
});

test("somebody new asks once, and is in with everything when it was approved", async ({ desk }) => {
  const { app, page } = await desk.start();
  await signIn({ app, page }, { persona });
  await expect(needed(page)).toBeFocused();
  await page.getByRole("button", { name: "Copy message" }).click();
  await expect.poll(() => app.clipboardText()).toContain("adminconsent");
  const message = await app.clipboardText();
  expectWhole(desk, message);
  await approve(desk, message);
  await signInBy(app, page.getByRole("button", { name: "Check again" }), { persona });
  await page.getByRole("button", { name: /^Meet now/u }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  expect(await app.clipboardText()).toBe(desk.sandbox.meetings()[0]?.joinWebUrl);
  await page.keyboard.press("Escape");
  // The calendar is among what the admin approved: nobody is asked for it any more.
  const { length } = await app.opened();
  await openForm(page, "Board");
  await page.getByText("Calendar event", { exact: true }).click();
  await page.locator("#invite").click();
  await page.keyboard.type("zoe@contoso.com");
  await page.keyboard.press("Enter");
  await formButton(page, "Create and send 1 invite").click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  expect(desk.sandbox.events()).toHaveLength(1);
  await expect(page.getByRole("button", { name: "Allow" })).toHaveCount(0);
  expect(await app.opened()).toHaveLength(length);
});
