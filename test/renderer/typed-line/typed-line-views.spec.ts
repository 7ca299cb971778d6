import { checkLooks } from "../looks.ts";
import { expect, type Stage, test } from "../stage.ts";
import { appState, meeting } from "../stage-state.ts";
import { shows, showsData } from "../stage/sights.ts";

const people = [
  { name: "Anna Vance", address: "anna@contoso.com" },
  { name: "Alex Okafor", address: "ao@contoso.com" },
  { name: "Alex Wilber", address: "aw@contoso.com" },
];
const recent = [meeting({ subject: "Quarterly" })];
const state = appState({ recent });
const field = ({ page }: Stage) => page.getByLabel("New meeting in one line");

const typed: Readonly<Record<string, { text: string; sees: string }>> = {
  "typed-line": {
    text: "Design review tomorrow 14:30 for 45 min with anna",
    sees: "Design review",
  },
  "typed-line-notes": {
    text: "Guarded sync with alex every tuesday at 3",
    sees: "Guarded sync with alex",
  },
};
for (const [name, { text, sees }] of Object.entries(typed))
  test(`${name}: accessible, nothing cut off`, async ({ open }) => {
    const changes = { recent, calendarAllowed: true };
    const stage = await open({ state: appState(changes), people });
    await stage.page.keyboard.type(text);
    await stage.settle();
    await checkLooks(name, stage, changes, [showsData(sees), shows("typed.how")]);
  });

test("that it can be typed is said once, until it was done or put away", async ({ open }) => {
  const stage = await open({
    state: appState({ recent, settings: { ...state.settings, seenTips: [] } }),
  });
  const { page } = stage;
  const tip = page.getByRole("button", { name: "Or just type: “Design review tomorrow 14:30”" });
  await tip.press("Enter");
  await expect(field(stage)).toBeFocused();
  await expect
    .poll(async () => (await stage.asked()).filter(({ name }) => name === "changeSettings"))
    .toEqual([{ name: "changeSettings", input: { seenTips: ["type"] } }]);
  await stage.show(
    appState({ recent, linkReady: true, settings: { ...state.settings, seenTips: ["type"] } }),
  );
  await page.keyboard.press("Escape");
  // The words beside the link itself say the same.
  await expect(page.locator("#root").getByText("Your next link is made ahead")).toBeVisible();
  await page.getByRole("button", { name: "Got it" }).press("Enter");
  // One at a time: the next one waits for another day.
  await expect(page.getByRole("button", { name: "Got it" })).toHaveCount(0);
  await expect(page.locator("#meet-now")).toBeFocused();
});

test("tip: accessible, nothing cut off", async ({ open }) => {
  const changes = { recent, settings: { ...state.settings, seenTips: [] } };
  const stage = await open({ state: appState(changes) });
  await checkLooks("tip", stage, changes, [shows("tips.type")]);
});

test("F1 lists the keys, and the first of them is any letter", async ({ open }) => {
  const stage = await open({ state });
  const { page } = stage;
  for (const [key, id] of [
    ["F1", "#schedule"],
    ["?", "#join"],
  ] as const) {
    await page.locator(id).focus();
    await page.keyboard.press(key);
    const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(dialog).toContainText("Any letter");
    await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    // Whoever looked goes on where they were.
    await expect(page.locator(id)).toBeFocused();
  }
  expect((await stage.asked()).map(({ name }) => name)).not.toContain("hidePopup");
});

test("keys: accessible, nothing cut off", async ({ open }) => {
  const stage = await open({ state: appState({ recent }) });
  await stage.page.keyboard.press("F1");
  await stage.page.getByRole("dialog").waitFor();
  await checkLooks("keys", stage, { recent }, [shows("keys.title")]);
});
