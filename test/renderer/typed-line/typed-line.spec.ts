import { created, creating, failed } from "../../fakes/a-creation.ts";
import { expect, test } from "../stage.ts";
import { meeting, mockNow } from "../stage-state.ts";
import { anna, field, line, people, said, sent, state, type } from "./a-typed-line.ts";

test("a meeting is typed on Home as a person types, and made with Enter", async ({ open }) => {
  const stage = await open({ state, people });
  const { page } = stage;
  await type(stage, line);
  await expect(field(stage)).toHaveValue(line);
  await expect(field(stage)).toBeFocused();
  const chips = page.locator("[data-reading] > li");
  await expect(chips).toHaveText([
    "Design review",
    "Tue 24 Nov, 14:30 – 15:15, 45 min",
    "Anna Vanceanna@contoso.com",
  ]);
  await expect(said(stage)).toHaveText(
    "Creates “Design review”: Tuesday 24 November, 14:30 to 15:15, 45 minutes. Invites Anna Vance.",
  );
  await expect(page.getByRole("button", { name: "Create and send 1 invite" })).toBeEnabled();
  await page.keyboard.press("Enter");
  await expect
    .poll(() => sent(stage))
    .toEqual([
      expect.objectContaining({
        subject: "Design review",
        startDate: "2026-11-24",
        startTime: "14:30",
        endTime: "15:15",
        presetId: "standard",
        draftId: expect.any(String),
        event: expect.objectContaining({ invitees: [anna] }),
      }),
    ]);
  await expect(field(stage)).toHaveCount(0);
});

test("Tab opens the form with it, as the same draft", async ({ open }) => {
  const stage = await open({ state, people });
  const { page } = stage;
  await type(stage, line);
  await page.keyboard.press("Tab");
  await expect
    .poll(async () =>
      (await stage.asked()).some(
        ({ name, input }) => name === "navigate" && JSON.stringify(input).includes("schedule"),
      ),
    )
    .toBe(true);
  await stage.show({ ...state, view: "schedule" });
  await expect(page.getByLabel("Subject")).toHaveValue("Design review");
  await expect(page.getByLabel("When")).toHaveValue("tomorrow 14:30 for 45 min");
  await expect(page.locator("main")).toContainText("Anna Vance");
  await page.keyboard.press("Control+Enter");
  await expect
    .poll(() => sent(stage))
    .toEqual([
      expect.objectContaining({
        startTime: "14:30",
        endTime: "15:15",
        event: expect.objectContaining({ invitees: [anna] }),
      }),
    ]);
});

test("Escape closes it and nothing else, and the focus is where the next press is made", async ({
  open,
}) => {
  const stage = await open({ state });
  const { page } = stage;
  await type(stage, "x");
  await page.keyboard.press("Escape");
  await expect(field(stage)).toHaveCount(0);
  await expect(page.locator("#meet-now")).toBeFocused();
  expect((await stage.asked()).map(({ name }) => name)).not.toContain("hidePopup");
  // What was closed is not there again.
  await type(stage, "y");
  await expect(field(stage)).toHaveValue("y");
});

test("whoever is faster than the reading sees first what would be made", async ({ open }) => {
  const stage = await open({ state });
  const { page } = stage;
  await stage.held(async () => {
    await page.keyboard.type("Standup");
    await expect(field(stage)).toHaveValue("Standup");
    await page.keyboard.press("Enter");
    await expect(
      page.getByRole("main").getByText("Check what was read, then press Enter again."),
    ).toBeVisible();
  });
  expect(await sent(stage)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect
    .poll(() => sent(stage))
    .toEqual([
      expect.objectContaining({
        subject: "Standup",
        startTime: "13:52",
        endTime: "14:52",
        event: null,
      }),
    ]);
});

test("pressed twice it is one meeting, and after a failure the same one", async ({ open }) => {
  const stage = await open({
    state,
    answers: { schedule: { ok: false, error: { kind: "offline", trace: null } } },
  });
  const { page } = stage;
  await type(stage, "Standup");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await sent(stage)).length).toBe(1);
  const [first] = await sent(stage);
  const draftId: string = Reflect.get(Object(first), "draftId");
  await stage.show({ ...state, creation: failed({ kind: "offline", trace: null }, { draftId }) });
  await expect(field(stage)).toHaveValue("Standup");
  await expect(field(stage)).toBeEditable();
  // Nothing is sent that was not on the screen before.
  await stage.settle();
  await expect(page.locator("[data-reading] > li").first()).toHaveText("Standup");
  await field(stage).focus();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await sent(stage)).length).toBe(2);
  expect((await sent(stage)).map((input) => Reflect.get(Object(input), "draftId"))).toEqual([
    draftId,
    draftId,
  ]);
  await stage.show({ ...state, creation: created(meeting(), { draftId }) });
  await expect(field(stage)).toHaveCount(0);
});

test("the next line is begun as soon as the card is there, and a late answer leaves it alone", async ({
  open,
}) => {
  const stage = await open({ state });
  const { page } = stage;
  await page.evaluate(() => {
    const { answers } = Reflect.get(globalThis, "stage");
    answers.schedule = new Promise((resolve) => Reflect.set(globalThis, "answerNow", resolve));
  });
  await type(stage, "Standup");
  await page.keyboard.press("Enter");
  await expect(field(stage)).not.toBeEditable();
  await expect.poll(async () => (await sent(stage)).length).toBe(1);
  const [first] = await sent(stage);
  const draftId: string = Reflect.get(Object(first), "draftId");
  await stage.show({ ...state, creation: created(meeting(), { draftId }) });
  await expect(field(stage)).toHaveCount(0);
  await page.keyboard.type("Planning");
  await page.evaluate(() => Reflect.get(globalThis, "answerNow")({ ok: true, value: undefined }));
  await stage.settle();
  await expect(field(stage)).toHaveValue("Planning");
  await expect(field(stage)).toBeEditable();
});

test("a time that cannot be is said, and nothing is sent", async ({ open }) => {
  const stage = await open({ state });
  await type(stage, "Review 28 mar 2027 02:30");
  await expect(
    stage.page.getByRole("main").getByText("There is no 02:30 on 28 March: clocks go forward."),
  ).toBeVisible();
  await stage.page.keyboard.press("Enter");
  await expect(
    stage.page.getByRole("alert").filter({ hasText: "It can't be created yet." }),
  ).toHaveCount(1);
  expect(await sent(stage)).toEqual([]);
});

test("presets are called by their names, in the language of the window", async ({ open }) => {
  const german = { ...state, language: "de", locale: "de-DE" };
  const stage = await open({ state: german });
  await stage.page.keyboard.type("Gespräch freitag 10 #extern");
  await stage.settle();
  await stage.page.keyboard.press("Enter");
  await expect
    .poll(() => sent(stage))
    .toEqual([expect.objectContaining({ subject: "Gespräch", presetId: "external-guests" })]);
});

test("letters are typed elsewhere where something else takes them", async ({ open }) => {
  const stage = await open({ state });
  const { page } = stage;
  await page.keyboard.press("Control+f");
  await page.locator("#search-meetings").waitFor();
  await page.keyboard.type("abc");
  await expect(page.locator("#search-meetings")).toHaveValue("abc");
  await expect(field(stage)).toHaveCount(0);
  await page.keyboard.press("Escape");
  // A row of the list whose subject begins so is gone to.
  await page.locator("[data-meeting]").first().focus();
  await page.keyboard.press("q");
  await expect(field(stage)).toHaveCount(0);
  await page.keyboard.press("Control+b");
  await expect(field(stage)).toHaveCount(0);
  await page.locator("#preset").click();
  await page.keyboard.press("g");
  await expect(field(stage)).toHaveCount(0);
});

test("on its way, its card stands in its place", async ({ open }) => {
  const stage = await open({ state });
  await type(stage, "Standup");
  await stage.show({ ...state, creation: creating({ startedAt: mockNow }) });
  await expect(field(stage)).toHaveCount(1);
});
