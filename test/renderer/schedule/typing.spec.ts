import { expect, type Stage, test } from "../stage.ts";
import { appState, meeting } from "../stage-state.ts";

const state = appState({ view: "schedule" });
const withPreset = appState({
  view: "schedule",
  settings: {
    ...state.settings,
    presets: [{ id: "own", name: "Mine", options: {}, subject: "Stand-up" }],
    accountDefaults: { "0123456789abcdef": { presetId: "own" } },
  },
});

const inputs = async ({ asked }: Stage, request: string) =>
  (await asked()).filter(({ name }) => name === request).map(({ input }) => input);
const subjects = async (stage: Stage) =>
  (await inputs(stage, "schedule")).map((input) => Reflect.get(Object(input), "subject"));

test("whoever opens the form can type at once, and what is typed is all of the subject", async ({
  open,
}) => {
  const stage = await open({ state: appState() });
  const { page } = stage;
  await page.keyboard.press("Control+n");
  await stage.show(state);
  await expect(page.getByLabel("Subject")).toBeFocused();
  await page.keyboard.type("Design review");
  await expect(page.getByLabel("Subject")).toHaveValue("Design review");
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => subjects(stage)).toEqual(["Design review"]);
  expect(await inputs(stage, "meetNow")).toEqual([]);
});

for (const [shown, expected] of [
  [state, "Quick meeting"],
  [withPreset, "Stand-up"],
] as const)
  test(`nothing typed, it is called what stands there in grey: ${expected}`, async ({ open }) => {
    const stage = await open({ state: shown });
    const { page } = stage;
    await expect(page.getByLabel("Subject")).toHaveValue("");
    await expect(page.getByLabel("Subject")).toHaveAttribute("placeholder", expected);
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => subjects(stage)).toEqual([expected]);
    const checked = await inputs(stage, "checkSchedule");
    expect(checked.map((input) => Reflect.get(Object(input), "subject"))).not.toContain("");
  });

test("a meeting that exists has a name, and cannot lose it", async ({ open }) => {
  const review = meeting({ subject: "Design review" });
  const stage = await open({
    state: appState({ view: "schedule", detailsOf: review.id, recent: [review] }),
  });
  const { page } = stage;
  await expect(page.getByLabel("Subject")).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Give the meeting a subject.")).toBeVisible();
});

test("the day of the end is there only where it is another one", async ({ open }) => {
  const { page } = await open({ state });
  const endDay = page.getByRole("combobox", { name: "End date" });
  await expect(page.locator("#end-time")).toHaveValue("15:00");
  await expect(endDay).toHaveCount(0);
  await page.getByLabel("When").press("Control+a");
  await page.keyboard.type("tomorrow 22:30 for 3 h");
  await expect(page.locator("#end-time")).toHaveValue("01:30");
  await expect(endDay).toHaveValue("25/11/2026");
  await page.getByLabel("When").press("Control+a");
  await page.keyboard.type("tomorrow 14:30 for 45 min");
  await expect(endDay).toHaveCount(0);
});

test("an end before the start can be put on another day, and the focus stays where one types", async ({
  open,
}) => {
  const { page } = await open({ state });
  await page.locator("#end-time").press("Control+a");
  await page.keyboard.type("09:00");
  await expect(page.getByText("The end is before the start.")).toBeVisible();
  await expect(page.locator("#end-time")).toBeFocused();
  await expect(page.getByRole("combobox", { name: "End date" })).toHaveValue("23/11/2026");
});

for (const [locale, start, end, typed, then] of [
  ["en-US", "2:00 PM", "3:00 PM", "16:30", "4:30 PM"],
  ["en-GB", "14:00", "15:00", "4.30pm", "16:30"],
  ["de-AT", "14:00", "15:00", "16:30", "16:30"],
] as const)
  test(`hours are as the locale has them, in fields and below them: ${locale}`, async ({
    open,
  }) => {
    const stage = await open({ state: { ...state, locale } });
    const { page } = stage;
    const plain = (text: string | null) => (text ?? "").replaceAll(/[\u00A0\u202F]/gu, " ");
    const value = async (id: string) => plain(await page.locator(id).inputValue());
    await expect.poll(() => value("#start-time")).toBe(start);
    await expect.poll(() => value("#end-time")).toBe(end);
    await page.locator("#start-time").press("Control+a");
    await page.keyboard.type(typed);
    await page.keyboard.press("Tab");
    await expect.poll(() => value("#start-time")).toBe(then);
    await expect
      .poll(async () => plain(await page.locator("[data-reading]").textContent()))
      .toContain(then);
    expect((await inputs(stage, "checkSchedule")).at(-1)).toMatchObject({ startTime: "16:30" });
  });
