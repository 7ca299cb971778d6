import { expect, test } from "../stage.ts";
import { line, people, sent, state, type } from "./a-typed-line.ts";

test("nobody is invited by a name of several, or one that nobody knows", async ({ open }) => {
  const stage = await open({ state, people });
  await type(stage, "Sync with alex tomorrow 9");
  await expect(
    stage.page.getByRole("main").getByText("Several people are called “alex”"),
  ).toBeVisible();
  await stage.page.keyboard.press("Enter");
  await expect
    .poll(() => sent(stage))
    .toEqual([expect.objectContaining({ subject: "Sync with alex", event: null })]);
});

test("without suggestions a name stays in the subject", async ({ open }) => {
  const stage = await open({ state, people: "off" });
  await type(stage, "Sync with anna tomorrow 9");
  await expect(
    stage.page
      .getByRole("main")
      .getByText("Without people suggestions, “anna” stays in the subject."),
  ).toBeVisible();
});

test("an invitation that needs a permission goes on in the form, which asks for it", async ({
  open,
}) => {
  const stage = await open({ state: { ...state, calendarAllowed: false }, people });
  await type(stage, line);
  await expect(
    stage.page.getByRole("main").getByText("Invitations need one more permission."),
  ).toBeVisible();
  expect((await stage.asked()).map(({ name }) => name)).toContain("checkCalendar");
  await stage.page.keyboard.press("Enter");
  await expect
    .poll(async () => (await stage.asked()).filter(({ name }) => name === "navigate").length)
    .toBe(1);
  expect(await sent(stage)).toEqual([]);
});
