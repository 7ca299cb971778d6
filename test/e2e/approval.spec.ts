import { approvalAddress } from "../../main/auth/sign-in/admin-message.ts";
import { everyPermission, scopesFor } from "../../main/auth/permissions.ts";
import { completeDeviceCode, completeSignIn } from "../sandbox/browser.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { expect, test } from "./desk.ts";
import { nextOpened, signIn, type Started } from "./open-desk.ts";

const persona = "policy-2026";
const minute = 60_000;

/** The one mail that goes to the admin, without a recipient: its text. */
async function mailToAdmin({ app, page }: Started): Promise<string> {
  const heading = page.getByRole("heading", { name: "Your admin needs to approve this app" });
  await expect(heading).toBeVisible();
  const mail = await nextOpened(app, () =>
    page.getByRole("button", { name: "Open in mail" }).click(),
  );
  const { protocol, searchParams } = new URL(mail);
  expect(protocol).toBe("mailto:");
  return searchParams.get("body") ?? "";
}

/** All five are named, and one link grants them. */
function linkIn(body: string, { descriptor }: Sandbox): string {
  for (const scope of scopesFor(descriptor, everyPermission))
    expect(body).toContain(`- ${scope.split("/").at(-1)}: `);
  const links = body.match(/https?:\/\/\S+adminconsent\S*/gu) ?? [];
  expect(links).toEqual([approvalAddress(descriptor)]);
  return links[0] ?? "";
}

/** The admin opens the link; the sample organisation has no name that everybody could look up. */
async function approve(link: string, { baseUrl }: Sandbox): Promise<void> {
  const { pathname, search } = new URL(link);
  const method = "POST";
  expect((await fetch(`${baseUrl}${pathname}${search}`, { method })).status).toBe(200);
}

test("somebody new asks their admin once, and is in when it was approved", async ({ lobby }) => {
  const { page, sandbox } = lobby;
  await signIn(lobby, { persona });
  await approve(linkIn(await mailToAdmin(lobby), sandbox), sandbox);
  const address = await nextOpened(lobby.app, () =>
    page.getByRole("button", { name: "Check again" }).click(),
  );
  await completeSignIn(address, { persona });
  await page.getByRole("button", { name: /Meet now/u }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  // The calendar was approved with it.
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await page.getByRole("radio", { name: "Calendar event" }).check();
  const opened = (await lobby.app.opened()).length;
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page.getByRole("button", { name: "Allow" })).toHaveCount(0);
  expect(await lobby.app.opened()).toHaveLength(opened);
});

test("a press that waits for the admin makes its link by itself", async ({ lobby }) => {
  const { app, page, sandbox } = lobby;
  sandbox.rememberApproval(persona);
  await signIn(lobby, { persona });
  await expect(page.getByRole("button", { name: /Meet now/u })).toBeVisible();
  // The organisation took back what its people had approved.
  sandbox.withdrawApproval(persona);
  sandbox.expireAccessTokens();
  await page.getByRole("button", { name: /Meet now/u }).click();
  const address = await nextOpened(app, () =>
    page
      .getByRole("button", { name: /Sign in|Try again|Continue/u })
      .first()
      .click(),
  );
  await completeSignIn(address, { persona });
  const link = linkIn(await mailToAdmin(lobby), sandbox);
  await app.clock.stop();
  await approve(link, sandbox);
  for (let minutes = 0; minutes < 4; minutes += 1) await app.clock.move(minute);
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  expect(sandbox.meetings()).toHaveLength(1);
});

test("where codes are blocked, that is said, and the browser offered", async ({ lobby }) => {
  const { page } = lobby;
  await nextOpened(lobby.app, () =>
    page.getByRole("button", { name: "Sign in", exact: true }).click(),
  );
  lobby.sandbox.setDeviceCodeTimes({ intervalSeconds: 1 });
  await page.getByRole("button", { name: "Use a code instead" }).click();
  const code = page.locator("bdi", { hasText: /^[A-Z]{3} [A-Z]{3} [A-Z]{3}$/u });
  const userCode = (await code.innerText()).replaceAll(" ", "");
  await completeDeviceCode(`${lobby.sandbox.baseUrl}/organizations/oauth2/deviceauth`, userCode, {
    persona,
  });
  await expect(
    page.getByRole("heading", { name: "Your organisation doesn't allow codes" }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Use the browser" }).waitFor();
});
