import { fail, ok } from "../../main/contract/errors.ts";
import { qrCode } from "../../main/handover/qr-code.ts";
import { expect, test } from "./stage.ts";
import { appState, meeting } from "./stage-state.ts";

const recent = [meeting(), meeting({ id: "m-2", subject: "Design review" })];
const details = appState({ view: "details", detailsOf: "m-2", recent });
const names = (asked: readonly { name: string }[]) => asked.map(({ name }) => name);

test("the details are refreshed once, draw the code, and Escape goes back to the row", async ({
  open,
}) => {
  const { page, show, asked } = await open({ state: details });
  await expect(page.getByRole("heading", { name: "Design review" })).toBeFocused();
  const code = page.getByRole("img", { name: "QR code with the link to Design review" });
  const { size = 0 } = qrCode(meeting().joinUrl) ?? {};
  await expect(code).toHaveAttribute("viewBox", `0 0 ${size} ${size}`);
  await show({ ...details, online: false });
  const calls = names(await asked());
  // React draws everything twice in development only.
  expect(calls.filter((name) => name === "refreshMeeting")).toHaveLength(1);
  await page.keyboard.press("Escape");
  expect(await asked()).toContainEqual({ name: "navigate", input: { view: "home" } });
  await show(appState({ recent }));
  await expect(page.getByRole("row").nth(1)).toBeFocused();
});

test("F2 renames in place; Escape leaves the name alone; a failure stays beside the field", async ({
  open,
}) => {
  const { page, asked } = await open({
    state: details,
    answers: { renameMeeting: fail({ kind: "offline", trace: null }) },
  });
  const field = page.getByRole("textbox", { name: "Subject" });
  await page.getByRole("heading", { name: "Design review" }).waitFor();
  await page.keyboard.press("F2");
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Rename Design review" })).toBeFocused();
  expect(names(await asked())).not.toContain("navigate");
  await page.keyboard.press("Enter");
  await field.fill("  ");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Give the meeting a subject.")).toBeVisible();
  await field.fill("Launch review");
  await page.keyboard.press("Enter");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText(/You are offline/u).last()).toBeVisible();
  expect(await asked()).toContainEqual({
    name: "renameMeeting",
    input: { id: "m-2", subject: "Launch review" },
  });
});

test("everything of the row's menu is in the details; Ctrl+Shift+C and Ctrl+C are about this meeting", async ({
  open,
}) => {
  const { page, asked } = await open({ state: details });
  await page.getByRole("button", { name: "More for Design review" }).press("Enter");
  await page.getByRole("menuitem", { name: "Extend" }).press("ArrowRight");
  await page.getByRole("menuitem", { name: "30 min" }).press("Enter");
  await expect(page.getByRole("button", { name: "More for Design review" })).toBeFocused();
  await page.keyboard.press("Control+Shift+C");
  await page.getByRole("menuitem", { name: "Invitation (rich text)" }).press("Enter");
  await expect(page.getByRole("button", { name: "Copy as" })).toBeFocused();
  await page.keyboard.press("Control+c");
  await expect
    .poll(async () => (await asked()).slice(-3))
    .toEqual([
      { name: "extendMeeting", input: { id: "m-2", minutes: 30 } },
      { name: "copyMeeting", input: { id: "m-2", format: "invitation" } },
      { name: "copyMeeting", input: { id: "m-2", format: null } },
    ]);
});

test("a meeting that is not there is said, and leads back", async ({ open }) => {
  const { page, asked } = await open({ state: { ...details, recent: [] } });
  await expect(page.getByText(/in your list/u)).toBeVisible();
  await expect(page.getByRole("button", { name: "Back to the list" })).toBeFocused();
  await page.keyboard.press("Enter");
  expect(await asked()).toEqual([{ name: "navigate", input: { view: "home" } }]);
});

test("Ctrl+J joins: what was typed is read out, Enter joins in Teams", async ({ open }) => {
  const { page, show, asked } = await open({ state: appState({ recent }) });
  await page.keyboard.press("Control+j");
  expect(await asked()).toEqual([{ name: "navigate", input: { view: "join" } }]);
  await show(appState({ view: "join", recent }));
  await expect(page.getByRole("textbox", { name: /Meeting ID, link/u })).toBeFocused();
  await page.keyboard.type("248 719 335 402");
  await expect(page.getByText("Meeting 248 719 335 402")).toBeVisible();
  await expect(page.getByRole("status").first()).toHaveText(/^Meeting 2 4 8 7 1 9/u);
  await page.getByRole("textbox", { name: /Passcode/u }).fill("Xk4Ru9");
  await page.keyboard.press("Enter");
  const text = "248 719 335 402";
  await expect.poll(asked).toContainEqual({
    name: "join",
    input: { text, passcode: "Xk4Ru9", how: "teams" },
  });
  await page.getByRole("button", { name: "Copy as link" }).press("Enter");
  await expect(page.getByRole("status").first()).toHaveText(/^Link copied/u);
  await show(appState({ recent }));
  await expect(page.getByRole("button", { name: "Join with ID" })).toBeFocused();
});

test("Paste asks main for the text; what is no meeting is said, and nothing is joined", async ({
  open,
}) => {
  const { page, asked } = await open({
    state: appState({ view: "join" }),
    answers: { pasteJoinText: ok("see you at the kitchen") },
  });
  const field = page.getByRole("textbox", { name: /Meeting ID, link/u });
  await page.getByRole("button", { name: "Paste" }).click();
  await expect(field).toHaveValue("see you at the kitchen");
  await expect(field).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").first()).toHaveText("No meeting was found in this text.");
  expect(names(await asked())).not.toContain("join");
});
