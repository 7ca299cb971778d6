import { creations, expect, test } from "./desk.ts";
import { signIn } from "./open-desk.ts";

test("code exchange failed", async ({ lobby }) => {
  const { app, page, sandbox } = lobby;
  sandbox.faults.add({ kind: "entra-error", on: "redeemCode", aadsts: 54005 });
  await signIn(lobby);
  await expect(
    page.getByRole("heading", { name: "The sign-in couldn't be completed" }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Copy details" }).click();
  await expect.poll(() => app.clipboardText()).toContain("Code: AADSTS54005");
  await page.getByRole("button", { name: "Try again" }).waitFor();
});

test("declined in the browser", async ({ lobby }) => {
  await signIn(lobby, { deny: true });
  await expect(lobby.page.getByRole("heading", { name: "Sign-in was declined" })).toBeVisible();
});

test("an admin must approve; a policy blocks: two screens", async ({ lobby }) => {
  const { app, page } = lobby;
  await signIn(lobby, { persona: "needs-approval" });
  await expect(
    page.getByRole("heading", { name: "Your admin needs to approve this app" }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Copy message" }).click();
  await expect.poll(() => app.clipboardText()).toContain("OnlineMeetings.ReadWrite");
  expect(await app.clipboardText()).toContain("/v2.0/adminconsent?client_id=");
  await page.getByRole("button", { name: "Back" }).click();
  await signIn(lobby, { persona: "blocked" });
  await expect(
    page.getByRole("heading", { name: "Your organisation's policy blocked this" }),
  ).toBeVisible();
  const { length } = await app.opened();
  await page.getByRole("button", { name: "Use another account" }).click();
  await expect.poll(async () => (await app.opened()).length).toBe(length + 1);
});

test("cancelled while the browser waits", async ({ lobby }) => {
  const { app, page } = lobby;
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: "Copy the sign-in address" }).click();
  await expect.poll(() => app.clipboardText()).toContain("code_challenge=");
  // What opens the browser has its arguments seen by everybody on this computer.
  expect((await app.opened())[0]).not.toMatch(/state|challenge|nonce/u);
  await page.getByRole("button", { name: "Open the page again" }).click();
  await expect.poll(async () => (await app.opened()).length).toBe(2);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to Quick Meeting" })).toBeVisible();
});

test("401: one fresh token, and the press still makes its meeting", async ({ seat }) => {
  const { page } = seat;
  seat.sandbox.expireAccessTokens();
  await page.getByRole("button", { name: /Meet now/u }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  const operations = seat.sandbox.requests().map((request) => request.operation);
  expect(operations.filter((name) => name === "refreshTokens")).toHaveLength(1);
});

test("one lost answer at the token endpoint fails no press", async ({ seat }) => {
  const { page } = seat;
  seat.sandbox.expireAccessTokens();
  seat.sandbox.faults.add({ kind: "reset", on: "refreshTokens", when: "after" });
  await page.getByRole("button", { name: /Meet now/u }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
});

test("an answer lost while signing in says so", async ({ lobby }) => {
  const { page, sandbox } = lobby;
  sandbox.faults.add({ kind: "reset", on: "redeemCode", when: "after" });
  await signIn(lobby);
  await expect(
    page.getByRole("heading", { name: "Microsoft sign-in didn't answer" }),
  ).toBeVisible();
});

test("403: no permission, with the ids to send", async ({ lobby }) => {
  const { app, page } = lobby;
  await signIn(lobby, { persona: "nolicence" });
  await page.getByRole("button", { name: /Meet now/u }).click();
  await expect(
    page.getByRole("heading", { name: "Teams didn't let you create a meeting" }),
  ).toBeFocused();
  // Seen on the card, and spoken.
  const said = page.getByText("No meeting was created. Your clipboard is unchanged.", {
    exact: true,
  });
  await expect(said.first()).toBeVisible();
  await page.getByRole("button", { name: "Details for support" }).click();
  await page.getByRole("button", { name: "Copy details" }).click();
  await expect.poll(() => app.clipboardText()).toContain("HTTP status: 403");
  expect(await app.clipboardText()).toMatch(/Request id: \S+/u);
  expect(await app.clipboardText()).not.toContain("contoso");
});

for (const reason of ["revoked", "expired"] as const)
  test(`refresh token ${reason}: sign in again, and the press goes on`, async ({ seat }) => {
    const { app, page, sandbox } = seat;
    sandbox.expireAccessTokens();
    sandbox.revokeRefreshTokens("megan", reason);
    await page.getByRole("button", { name: /Meet now/u }).click();
    await expect(
      page.getByText("Your sign-in has ended. Your links are kept.").first(),
    ).toBeVisible();
    await expect.poll(async () => (await app.tray())?.toolTip).toBe("Quick Meeting: sign in again");
    await signIn(seat);
    await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
    expect(seat.meetings()).toHaveLength(1);
  });

test("offline: said, and the button says why; online, it is a button again", async ({ seat }) => {
  const { app, page } = seat;
  const setOnline = (online: boolean) =>
    app.app.evaluate(({ net, powerMonitor }, isOnline) => {
      net.isOnline = () => isOnline;
      powerMonitor.emit("resume");
    }, online);
  await setOnline(false);
  await expect(page.getByText("Copying still works.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Needs a connection/u })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await expect.poll(async () => (await app.tray())?.toolTip).toBe("Quick Meeting: offline");
  await setOnline(true);
  await expect(page.getByRole("button", { name: /Meet now/u })).toBeVisible();
});

test("throttled: a countdown, never too early, and it can be cancelled", async ({ desk }) => {
  const { app, page } = await desk.startSignedIn();
  const tries = () => creations(desk.sandbox).length;
  await app.clock.stop();
  desk.sandbox.faults.add({ kind: "status", on: "createOrGet", status: 429, retryAfter: "90.5" });
  await page.getByRole("button", { name: /Meet now/u }).click();
  await expect(page.getByText(/Microsoft is busy. Trying again in \d+ s\./u)).toBeVisible();
  await app.clock.move(90_499);
  // A whole conversation later, nothing was tried.
  await page.evaluate(() => window.app.checkCalendar());
  expect(tries()).toBe(1);
  await app.clock.move(1);
  await expect.poll(tries).toBe(2);
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();

  // Later than a double click.
  await app.clock.move(2_000);
  desk.sandbox.faults.add({ kind: "status", on: "createOrGet", status: 429, retryAfter: "90" });
  await page.getByRole("button", { name: "New meeting" }).click();
  await expect(page.getByText(/Trying again in \d+ s\./u)).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: /Meet now/u })).toBeVisible();
  expect(desk.sandbox.meetings()).toHaveLength(1);
});

test("an answer lost after the meeting was made is still one meeting", async ({ seat }) => {
  const { page } = seat;
  seat.sandbox.faults.add({ kind: "reset", on: "createOrGet", when: "after" });
  await page.getByRole("button", { name: /Meet now/u }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  expect(seat.meetings()).toHaveLength(1);
});

test("asked to wait for longer than anybody watches, the press ends and says so", async ({
  desk,
}) => {
  // With an account of its own: it stays shut for the others too.
  const { page } = await desk.startSignedIn();
  const { sandbox } = desk;
  sandbox.faults.add({ kind: "status", on: "createOrGet", status: 429, retryAfter: "600" });
  await page.getByRole("button", { name: /Meet now/u }).click();
  await expect(page.getByRole("heading", { name: "Microsoft is busy" })).toBeVisible();
  await expect(page.getByText("Microsoft asked us to wait 10 minutes.")).toBeVisible();
  expect(sandbox.requests().filter((one) => one.operation === "createOrGet")).toHaveLength(1);
});

for (const fault of [
  { kind: "html" },
  { kind: "status", status: 403 },
  { kind: "status", status: 409 },
  { kind: "empty-object", status: 200 },
] as const)
  test(`made, but answered with ${JSON.stringify(fault)}: asked once more, it is one meeting`, async ({
    seat,
  }) => {
    const { app, page } = seat;
    seat.sandbox.faults.add({ ...fault, on: "createOrGet", when: "after" });
    await page.getByRole("button", { name: /Meet now/u }).click();
    await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
    expect(seat.meetings()).toHaveLength(1);
    expect(await app.clipboardText()).toBe(seat.meetings()[0]?.joinWebUrl);
  });

test("a page of the network's instead of Graph is no success", async ({ seat }) => {
  const { app, page } = seat;
  seat.sandbox.faults.add({ kind: "html", on: "createOrGet", times: 2 });
  await page.getByRole("button", { name: /Meet now/u }).click();
  const again = page.getByRole("button", { name: /Check now|Try again/u });
  await expect(again).toBeVisible();
  expect(await app.clipboardText()).toBe("");
  await again.click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  expect(seat.meetings()).toHaveLength(1);
});

test("a redirect to another host is not followed", async ({ seat }) => {
  const { page } = seat;
  seat.sandbox.faults.add({ kind: "redirect", on: "createOrGet", times: 2 });
  await page.getByRole("button", { name: /Meet now/u }).click();
  await expect(page.getByRole("heading", { name: "The connection was intercepted" })).toBeVisible();
  expect(seat.sandbox.requests().filter((one) => one.part === "elsewhere")).toEqual([]);
});

test("what nobody foresaw has a reference", async ({ seat }) => {
  const { page } = seat;
  seat.sandbox.faults.add({ kind: "status", on: "createOrGet", status: 418, times: 2 });
  await page.getByRole("button", { name: /Meet now/u }).click();
  await expect(page.getByText(/Reference [\w-]{8,}/u)).toBeVisible();
});
