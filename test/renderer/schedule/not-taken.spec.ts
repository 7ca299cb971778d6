import { fail, noProblems } from "../../../main/contract/errors.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { created, failed } from "../../fakes/a-creation.ts";
import { expect, type Stage, test } from "../stage.ts";
import { appState, meeting } from "../stage-state.ts";

const view = { view: "schedule" } as const;
const noAnswer = { kind: "no-answer", trace: null } as const;

const subject = ({ page }: Stage) => page.getByLabel("Subject");
const button = ({ page }: Stage) => page.locator("footer button[type=submit]");

async function draftsSent({ asked }: Stage): Promise<string[]> {
  const sent = (await asked()).filter(({ name }) => name === "schedule");
  return sent.map(({ input }) => String(Reflect.get(Object(input), "draftId")));
}

const ways = async ({ asked }: Stage) => (await asked()).filter(({ name }) => name === "navigate");

async function press(stage: Stage, times: number): Promise<string> {
  await button(stage).click();
  await expect.poll(() => draftsSent(stage)).toHaveLength(times);
  return (await draftsSent(stage))[0] ?? "";
}

/** Sent once, and nobody knows what came of it; then typed on. */
async function sendAndTypeOn(stage: Stage): Promise<string> {
  await subject(stage).fill("Northwind review");
  const draftId = await press(stage, 1);
  await stage.show(unsure(draftId));
  await subject(stage).fill("Northwind review, second try");
  return draftId;
}

const unsure = (draftId: string, changes: Partial<AppState> = {}): AppState =>
  appState({
    ...view,
    creation: { ...failed(noAnswer, { outcome: "unsure" }), draftId },
    ...changes,
  });

/** Whatever main says before it takes anything. */
const nothingTaken = [
  { kind: "not-signed-in" },
  { kind: "cloud-lacks-meetings" },
  {
    kind: "invalid-schedule",
    problems: { ...noProblems, start: { kind: "past" } },
  },
] as const;

for (const error of nothingTaken)
  test(`what main did not take was not sent: ${error.kind}`, async ({ open }) => {
    const stage = await open({ state: appState(view), answers: { schedule: fail(noAnswer) } });
    const draftId = await sendAndTypeOn(stage);
    const footer = stage.page.locator("footer");
    await expect(footer).toContainText("No second meeting is made.");

    await stage.answer("schedule", fail(error));
    await press(stage, 2);
    // The button still says that what was typed since is not what was sent.
    await expect(footer).toContainText("No second meeting is made.");
    await expect(button(stage)).toContainText("Create and copy link");

    // The earlier one is there after all: what was typed since stays.
    const { creation } = unsure(draftId);
    const there = { ...created(meeting({ subject: "Northwind review" })), draftId };
    expect(creation.kind).toBe("failed");
    await stage.show(appState({ ...view, creation: there }));
    await expect(subject(stage)).toHaveValue("Northwind review, second try");
    expect((await stage.asked()).map(({ name }) => name)).not.toContain("navigate");
  });

test("what main took was sent: its meeting ends the form", async ({ open }) => {
  const stage = await open({ state: appState(view), answers: { schedule: fail(noAnswer) } });
  const draftId = await sendAndTypeOn(stage);
  await press(stage, 2);
  await stage.show(unsure(draftId));
  await expect(button(stage)).toContainText("Check now");
  await stage.show(appState({ ...view, creation: { ...created(meeting()), draftId } }));
  await expect
    .poll(async () => (await stage.asked()).map(({ name }) => name))
    .toContain("navigate");
});

test("a late answer leaves alone what was begun since", async ({ open }) => {
  const stage = await open({ state: appState(view) });
  const { page } = stage;
  await page.evaluate(() => {
    const { answers } = Reflect.get(globalThis, "stage");
    answers.schedule = new Promise((resolve) => Reflect.set(globalThis, "answerNow", resolve));
  });
  await subject(stage).pressSequentially("Northwind review");
  const draftId = await press(stage, 1);
  // Made, and the answer to the window is still on its way. The form that is done with leads Home by itself.
  const creation = { ...created(meeting()), draftId };
  await stage.show(appState({ ...view, creation }));
  await expect.poll(() => ways(stage)).toHaveLength(1);
  await stage.show(appState({ creation }));
  await page.getByRole("heading", { name: "Link copied" }).waitFor();
  await stage.show(appState({ ...view, creation }));
  await expect(subject(stage)).toHaveValue("");
  await subject(stage).pressSequentially("Another one");
  await page.evaluate(() => Reflect.get(globalThis, "answerNow")({ ok: true, value: undefined }));
  await stage.settle();
  expect(await ways(stage)).toHaveLength(1);
  await stage.show(appState({ creation }));
  await page.getByRole("heading", { name: "Link copied" }).waitFor();
  await stage.show(appState({ ...view, creation }));
  await expect(subject(stage)).toHaveValue("Another one");
});
