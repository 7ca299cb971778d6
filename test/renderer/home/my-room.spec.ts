import { fail } from "../../../main/contract/errors.ts";
import { expect, test } from "../stage.ts";
import { created } from "../../fakes/a-creation.ts";
import { appState, meeting } from "../stage-state.ts";

test("the first press says that it is the room", async ({ open }) => {
  const room = meeting();
  const stage = await open({ state: appState() });
  await stage.show(appState({ room, creation: created(room) }));
  await expect(
    stage.page.getByRole("heading", { name: "Your room is ready. Link copied" }),
  ).toBeFocused();
  await expect(stage.page.getByRole("status").first()).toHaveText(
    "Your room is ready. Link copied",
  );
  await stage.show(appState({ room, creation: created(meeting({ id: "another" })) }));
  await expect(stage.page.getByRole("heading", { name: "Link copied", exact: true })).toBeVisible();
});

test("a room whose making was cancelled is no failure", async ({ open }) => {
  const stage = await open({
    state: appState(),
    answers: { copyRoom: fail({ kind: "cancelled" }) },
  });
  await stage.page.locator("#my-room").click();
  expect((await stage.asked()).map(({ name }) => name)).toEqual(["copyRoom"]);
  await expect(stage.page.getByText("cancelled")).toHaveCount(0);
  for (const alert of await stage.page.getByRole("alert").all()) await expect(alert).toHaveText("");
});

test("a room that could not be copied says why, and no more once it was", async ({ open }) => {
  const stage = await open({
    state: appState(),
    answers: { copyRoom: fail({ kind: "clipboard-busy" }) },
  });
  const problem = stage.page.locator("main").getByText(/clipboard/iu);
  await stage.page.locator("#my-room").click();
  await expect(problem.first()).toBeVisible();
  await stage.answer("copyRoom", { ok: true, value: undefined });
  const before = await problem.count();
  await stage.page.locator("#my-room").click();
  await expect(problem).toHaveCount(before - 1);
});
