import type { Page } from "@playwright/test";

import { created, creating } from "../../fakes/a-creation.ts";
import { expect, test } from "../stage.ts";
import { appState, contoso, meeting, mockNow } from "../stage-state.ts";

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
  // Heard with the focus, and so not told besides.
  await expect(page.getByRole("heading", { name: "Waiting for your browser" })).toBeFocused();
  await show(appState());
  await expect.poll(said).toEqual(["Signed in as Megan Bowen"]);
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
  await expect.poll(said).toContain("Schedule");
  await show(appState({ creation }));
  await expect(page.getByRole("button", { name: "Schedule" })).toBeFocused();
  // "Link copied" is heard with the focus of its heading.
  const rest = "Quick meeting, 13:52 to 14:52. Undo available.";
  await expect.poll(said).toEqual([rest, "Schedule", "Quick Meeting"]);
  // The clipboard changed again, and the focus is not the app's to move.
  await page.getByRole("button", { name: "Undo" }).focus();
  await show(appState({ creation: { ...creation, createdAt: creation.createdAt + 1 } }));
  await expect.poll(said).toEqual([rest, "Schedule", "Quick Meeting", rest]);
});

test("a link is said to be copied also where somebody went on meanwhile", async ({ open }) => {
  const { page, show } = await open({ state: appState() });
  await page.getByRole("button", { name: /Meet now/u }).waitFor();
  const said = await listen(page);
  await page.evaluate(() => {
    // As fast as the card is there, and sooner than it takes the focus.
    const gone = new MutationObserver(() => {
      if (!document.body.textContent.includes("Link copied")) return;
      document.querySelector<HTMLElement>("#schedule, #organiser")?.focus();
      gone.disconnect();
    });
    gone.observe(document.body, { childList: true, subtree: true });
  });
  await show(appState({ creation: created(meeting()) }));
  await expect.poll(said).toEqual(["Link copied. Quick meeting, 13:52 to 14:52. Undo available."]);
});

test("a browser that does not open is told to whoever waits for it", async ({ open }) => {
  const opening = {
    kind: "browser",
    deadlineAt: Date.now() + 300_000,
    redeeming: false,
    browser: "opening",
    username: null,
  } as const;
  const { page, show } = await open({ state: appState({ session: signedOut }) });
  await show(appState({ session: signedOut, signIn: opening }));
  await expect(page.getByRole("heading", { name: "Opening your browser" })).toBeFocused();
  const said = await listen(page, "alert");
  await show(appState({ session: signedOut, signIn: { ...opening, browser: "not-opened" } }));
  await expect.poll(said).toEqual([expect.stringMatching(/^The browser didn't open/u)]);
});

test("what is typed in When is read back once, not also as what the field is for", async ({
  open,
}) => {
  const { page } = await open({ state: appState({ view: "schedule" }) });
  const field = page.getByLabel("When");
  await field.focus();
  await page.keyboard.type("asap-ish");
  await expect(page.locator("[data-reading]")).toHaveText("Try “tomorrow 14:30 for 45 min”.");
  await expect(field).toHaveAccessibleDescription("");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(field).toHaveAccessibleDescription("Try “tomorrow 14:30 for 45 min”.");
});

test("a wait that is over in a moment is not told", async ({ open }) => {
  const { page, show } = await open({ state: appState() });
  await page.getByRole("button", { name: /Meet now/u }).waitFor();
  const said = await listen(page);
  const waiting = (milliseconds: number) =>
    creating({ reason: "no-answer", retryAt: mockNow + milliseconds });
  await show(appState({ creation: waiting(1_000) }));
  await show(appState({ creation: waiting(9_000) }));
  await expect.poll(said).toContain("No answer yet. Trying again in 9 s.");
  expect((await said()).filter((one) => one.startsWith("No answer"))).toHaveLength(1);
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
