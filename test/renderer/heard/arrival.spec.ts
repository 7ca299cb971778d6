import type { Page } from "@playwright/test";

import { created } from "../../fakes/a-creation.ts";
import { expect, test } from "../stage.ts";
import { appState, contoso, meeting } from "../stage-state.ts";

/** All that the polite region, or the other, is told from now on, in its order. */
async function listen(page: Page, role: "status" | "alert" = "status") {
  await page.evaluate((name) => {
    const region = document.querySelector(`[role=${name}]`);
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const note = () => said.push((region?.textContent ?? "").replaceAll("\u200B", ""));
    const changes = { childList: true, characterData: true, subtree: true };
    if (region) new MutationObserver(note).observe(region, changes);
  }, role);
  return () => page.evaluate((): string[] => Reflect.get(globalThis, "said"));
}

const signedOut = { kind: "signed-out", error: null } as const;

test("the sample chosen: where one is now is said, and Enter signs in", async ({ open }) => {
  const first = appState({ organisations: [], session: signedOut });
  const { page, show, asked } = await open({ state: first });
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  const said = await listen(page);
  await show(appState({ organisations: [contoso], session: signedOut }));
  await expect.poll(said).toEqual(["Sign in to Quick Meeting"]);
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  expect((await asked()).map(({ name }) => name)).toContain("signIn");
});

test("signed in: who is said, and Enter makes a link", async ({ open }) => {
  const browser = {
    kind: "browser",
    deadlineAt: Date.now() + 300_000,
    redeeming: false,
    browser: "open",
    username: null,
  } as const;
  const { page, show } = await open({ state: appState({ session: signedOut }) });
  const said = await listen(page);
  await show(appState({ session: signedOut, signIn: browser }));
  await expect.poll(said).toEqual(["Waiting for the browser"]);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await show(appState());
  await expect.poll(said).toEqual(["Waiting for the browser", "Signed in as Megan Bowen"]);
  await expect(page.getByRole("button", { name: /Meet now/u })).toBeFocused();
});

test("the form is said to be there, and so is Home again", async ({ open }) => {
  const { page, show } = await open({ state: appState() });
  await page.getByRole("button", { name: /Meet now/u }).waitFor();
  const said = await listen(page);
  await show(appState({ view: "schedule" }));
  await expect.poll(said).toEqual(["Schedule"]);
  await expect(page.getByLabel("Subject")).toBeFocused();
  await show(appState());
  await expect.poll(said).toEqual(["Schedule", "Quick Meeting"]);
  await expect(page.getByRole("button", { name: "Schedule" })).toBeFocused();
});

test("a link is said to be copied once, not again at each return to it", async ({ open }) => {
  const creation = created(meeting());
  const { page, show } = await open({ state: appState() });
  await page.getByRole("button", { name: /Meet now/u }).waitFor();
  const said = await listen(page);
  await show(appState({ creation }));
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeFocused();
  await show(appState({ creation, view: "schedule" }));
  await expect(page.getByLabel("Subject")).toBeFocused();
  await show(appState({ creation }));
  await expect(page.getByRole("button", { name: "Schedule" })).toBeFocused();
  const copied = "Link copied. Quick meeting, 13:52 to 14:52. Undo available.";
  await expect.poll(said).toEqual([copied, "Schedule", "Quick Meeting"]);
  // The clipboard changed again.
  await show(appState({ creation: { ...creation, createdAt: creation.createdAt + 1 } }));
  await expect.poll(said).toEqual([copied, "Schedule", "Quick Meeting", copied]);
});

const reason = "Try “tomorrow 14:30 for 45 min”.";

test("whoever is in When and submits hears once why it is refused, however fast they were", async ({
  open,
}) => {
  const stage = await open({ state: appState({ view: "schedule" }) });
  const { page } = stage;
  const saidAsNews = await listen(page, "alert");
  const quietly = page.getByRole("status").first();
  const before = (await quietly.textContent()) ?? "";
  await stage.held(async () => {
    await page.getByLabel("When").fill("asap-ish");
    await page.keyboard.press("Control+Enter");
    await expect(page.locator("[data-reading]")).toHaveText(reason);
    // All that waits to be said, be it because of what was typed, is said.
    await stage.settle();
    await expect.poll(saidAsNews).toEqual(["1 field needs attention", reason]);
  });
  await expect(quietly).toHaveText(before);
  // Each time somebody submits is an answer of its own.
  await page.keyboard.press("Control+Enter");
  const once = ["1 field needs attention", reason];
  await expect.poll(saidAsNews).toEqual([...once, ...once]);
});

test("whoever is brought to When hears why with the field, and from nobody else", async ({
  open,
}) => {
  const stage = await open({ state: appState({ view: "schedule" }) });
  const { page } = stage;
  await page.getByLabel("When").fill("asap-ish");
  await page.getByLabel("Subject").press("Control+Enter");
  const field = page.getByLabel("When");
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(reason);
  const news = page.getByRole("alert").first();
  await expect(news).toHaveText("1 field needs attention");
  await stage.settle();
  await expect(news).toHaveText("1 field needs attention");
});
