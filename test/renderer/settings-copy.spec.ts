import type { AppState } from "../../main/contract/state.ts";
import { expect, test } from "./stage.ts";
import { appState } from "./stage-state.ts";

const { settings } = appState();
/** Of the meeting that previews show. */
const sampleUrl = "https://teams.microsoft.com/meet/248719335402";
const having = (changes: Partial<AppState["settings"]>) =>
  appState({ settings: { ...settings, ...changes } });
test("parts and the language of invitations apply at once, and the preview follows", async ({
  open,
}) => {
  const state = having({ copyFormat: "invitation" });
  const { page, asked, show } = await open({ state, window: "settings" });
  const preview = page.locator("[data-preview]");
  const named = async (wanted: string) =>
    (await asked()).filter(({ name }) => name === wanted).map(({ input }) => input);
  await page.getByRole("tab", { name: "Copy format" }).click();
  await expect(preview).toContainText("Dial in by phone");
  const parts = page.getByRole("group", { name: "What invitations include" });
  await expect(parts).toHaveAccessibleDescription(/^In invitations and Markdown\./u);
  await parts.getByRole("checkbox", { name: "Include dial-in" }).press("Space");
  const language = page.getByLabel("Invitation language");
  await expect(language.locator("option").first()).toHaveText("Same as app (English)");
  await language.selectOption({ label: "Français" });
  expect(await named("changeSettings")).toEqual([
    { includeDialIn: false },
    { invitationLanguage: "fr" },
  ]);
  const swedish = {
    copyFormat: "invitation",
    includeDialIn: false,
    invitationLanguage: "sv",
  } as const;
  await show(having(swedish));
  await expect(page.getByText(/stays in the app’s \(English\)\.$/u)).toBeVisible();
  await expect(preview).not.toContainText("Dial in by phone");
  await expect(preview).toContainText("Join the Teams meeting");
  expect((await named("previewCopy")).at(-1)).toMatchObject({ includeTime: true, ...swedish });
  await show(having({ ...swedish, invitationLanguage: "de" }));
  await expect(preview).toContainText("An der Teams-Besprechung teilnehmen");
  await expect(page.getByText(/stays in the app’s/u)).toBeHidden();
});

test("the sample is copied; resetting keeps the template", async ({ open }) => {
  const state = having({ copyFormat: "markdown", includeTime: false, template: "mine" });
  const { page, asked, show } = await open({ state, window: "settings" });
  const last = async () => (await asked()).at(-1);
  await page.getByRole("tab", { name: "Copy format" }).click();
  await expect(page.locator("[data-preview]")).toContainText(sampleUrl);
  await page.getByRole("button", { name: "Copy sample" }).press("Enter");
  expect(await last()).toEqual({
    name: "copySample",
    input: {
      copyFormat: "markdown",
      template: "mine",
      includeTime: false,
      includeMeetingId: true,
      includeDialIn: true,
      invitationLanguage: "app",
    },
  });
  await page.getByRole("button", { name: "Reset" }).press("Enter");
  expect(await last()).toEqual({
    name: "changeSettings",
    input: {
      copyFormat: "link",
      includeTime: true,
      includeMeetingId: true,
      includeDialIn: true,
      invitationLanguage: "app",
    },
  });
  await show(having({ template: "mine" }));
  await expect(page.getByRole("button", { name: "Reset" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
});

test("what is wrong in a template is underlined where it stands", async ({ open }) => {
  const template = "Join {foo}\n{url} [{id";
  const { page } = await open({
    state: having({ copyFormat: "template", template }),
    window: "settings",
  });
  await page.getByRole("tab", { name: "Copy format" }).click();
  await expect(page.locator("mark")).toHaveText(["{foo}", "[", "{"]);
  const area = page.getByRole("textbox", { name: "Template" });
  await expect(area).toHaveAttribute("aria-invalid", "true");
  await expect(area).toHaveAccessibleDescription(/square brackets.*There is no field \{foo\}\./u);
  // The marks lie over the very words.
  const [first, above] = await page.evaluate(() => {
    const mark = document.querySelector("mark")?.getBoundingClientRect();
    const text = document.querySelector("#template")?.getBoundingClientRect();
    return [mark?.top, text?.top].map((value) => Math.round(value ?? -1));
  });
  expect(Math.abs((first ?? 0) - (above ?? 0))).toBeLessThan(16);
  // What is typed since shifts the problems out of the text, until main has read it again.
  await area.fill("a");
  await expect(page.locator("mark")).toHaveCount(0);
});

test("a preset names a copy format; the first choice is the settings' own", async ({ open }) => {
  const preset = { id: "mine", name: "Mine", options: {} };
  const { page, asked, show } = await open({
    state: having({ presets: [preset] }),
    window: "settings",
  });
  await page.getByRole("tab", { name: "Defaults and presets" }).click();
  await page.getByRole("tab", { name: "Mine" }).click();
  const field = page.getByLabel("Copy format");
  await expect(field.locator("option").first()).toHaveText("Same as Settings");
  await field.selectOption("markdown");
  const chosen = { ...preset, copyFormat: "markdown" } as const;
  expect((await asked()).at(-1)?.input).toEqual({ presets: [chosen] });
  await show(having({ presets: [chosen] }));
  await field.selectOption({ label: "Same as Settings" });
  expect((await asked()).at(-1)?.input).toEqual({ presets: [preset] });
});

test("home says what the preset in use copies", async ({ open }) => {
  const preset = {
    id: "mine",
    name: "Mine",
    options: {},
    copyFormat: "link-and-invitation",
  } as const;
  const own = { presets: [preset], accountDefaults: { "0123456789abcdef": { presetId: "mine" } } };
  const { page, show } = await open({ state: having(own) });
  const meetNow = page.locator("#meet-now");
  await expect(meetNow).toContainText("Copies link and invitation. Nothing opens.");
  await show(having({ ...own, accountDefaults: {} }));
  await expect(meetNow).toContainText("Copies a new link. Nothing opens.");
});

test("a scheduled meeting is made with the preset of the form", async ({ open }) => {
  const preset = { id: "mine", name: "Mine", options: {}, copyFormat: "markdown" } as const;
  const own = { presets: [preset], accountDefaults: { "0123456789abcdef": { presetId: "mine" } } };
  const { page, asked } = await open({ state: { ...having(own), view: "schedule" } });
  await page.getByLabel("Subject").fill("Call");
  await page.keyboard.press("Control+Enter");
  await expect
    .poll(async () => (await asked()).find(({ name }) => name === "schedule")?.input)
    .toMatchObject({ presetId: "mine" });
});
