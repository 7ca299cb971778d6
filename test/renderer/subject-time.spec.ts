import { expect, type Stage, test } from "./stage.ts";
import { appState } from "./stage-state.ts";

const text = "Design review, tomorrow 14:30 for 45 min";
const state = appState({ view: "schedule" });

const inputs = async ({ asked }: Stage, request: string) =>
  (await asked()).filter(({ name }) => name === request).map(({ input }) => input);

test("a time typed into the subject is offered, and taken only when somebody says so", async ({
  open,
}) => {
  const stage = await open({ state });
  const { page } = stage;
  await page.getByLabel("Subject").fill(text);
  const use = page.getByRole("button", { name: "Use as time: Tue 24 Nov, 14:30 – 15:15, 45 min" });
  await use.waitFor();
  expect(await inputs(stage, "readPhrase")).toEqual([{ text, field: "subject" }]);
  await expect(page.getByLabel("When")).toHaveValue("");
  await expect(page.locator("#start-time")).toHaveValue("14:00");
  await page.getByLabel("Subject").press("Tab");
  await expect(use).toBeFocused();
  await use.press("Enter");
  await expect(page.getByLabel("Subject")).toHaveValue("Design review");
  await expect(page.getByLabel("When")).toHaveValue("tomorrow 14:30 for 45 min");
  await expect(page.getByLabel("When")).toBeFocused();
  await expect(use).toHaveCount(0);
  await page.keyboard.press("Control+Enter");
  const draft = { subject: "Design review", startTime: "14:30", endTime: "15:15" };
  await expect.poll(() => inputs(stage, "schedule")).toEqual([expect.objectContaining(draft)]);
});

test("whoever does not want it types on, and keeps every word", async ({ open }) => {
  const stage = await open({ state });
  const { page } = stage;
  await page.getByLabel("Subject").fill(text);
  await page.getByRole("button", { name: /^Use as time/u }).waitFor();
  await page.keyboard.press("Control+Enter");
  await expect
    .poll(() => inputs(stage, "schedule"))
    .toEqual([expect.objectContaining({ subject: text, startTime: "14:00" })]);
});

test("a subject without a time offers none", async ({ open }) => {
  const stage = await open({ state });
  await stage.page.getByLabel("Subject").fill("Design review");
  await stage.settle();
  expect(await inputs(stage, "readPhrase")).toHaveLength(1);
  await expect(stage.page.getByRole("button", { name: /^Use as time/u })).toHaveCount(0);
});
