import type { Page } from "@playwright/test";

import { expectCard, pressUntilCopied } from "./by-hand.ts";
import { creations, expect, test } from "../desk.ts";
import type { Seat } from "../seat.ts";
import { hasten } from "./hasten.ts";

const meetNow = (page: Page) => page.getByRole("button", { name: /^Meet now/u });

test("an unsure press that was closed is what the next press takes up", async ({ seat }) => {
  const { app, page, sandbox } = seat;
  await hasten(app);
  sandbox.faults.add({ on: "createOrGet", kind: "reset", when: "after", times: "always" });
  await meetNow(page).click();
  await expectCard(page, {
    title: "We couldn't confirm the meeting",
    says: ["There may be a meeting.", "Your clipboard is unchanged."],
  });
  expect(seat.meetings()).toHaveLength(1);
  await page.getByRole("button", { name: "Close" }).click();
  sandbox.faults.clear();
  await pressUntilCopied(page, meetNow(page));
  const made = seat.meetings();
  expect(made).toHaveLength(1);
  expect(await app.clipboardText()).toBe(made[0]?.joinWebUrl);
  expect(new Set(creations(sandbox).map(({ externalId }) => externalId)).size).toBe(1);
});

/** Made, undone, and what Microsoft answered to that was lost: `when` it was done, or before. */
async function loseUndo(seat: Seat, when: "before" | "after"): Promise<void> {
  const { app, page, sandbox } = seat;
  await hasten(app);
  await meetNow(page).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  sandbox.faults.add({ on: "deleteMeeting", kind: "reset", when, times: "always" });
  await page.getByRole("button", { name: "Undo" }).click();
  await expectCard(page, {
    title: "The meeting isn't cancelled yet",
    says: [
      "Microsoft didn't confirm it. Quick Meeting tries again until it does.",
      "Until then, its link may still work.",
    ],
  });
}

const expectEnded = async ({ app, page, meetings, sandbox }: Seat) => {
  await expect(
    page.getByText("Meeting cancelled. Nobody gets in without you.").last(),
  ).toBeVisible();
  expect(meetings()).toMatchObject([{ deletedAt: expect.any(Number) }]);
  // The link of a deleted meeting goes on opening.
  expect(sandbox.join(meetings()[0]?.joinWebUrl ?? "", "colleague")).toBe("lobby");
  expect(await app.clipboardText()).toBe("");
};

test("an undo whose answer was lost is no undone meeting, until it is tried again", async ({
  seat,
}) => {
  const { page, sandbox } = seat;
  await loseUndo(seat, "after");
  sandbox.faults.clear();
  await page.getByRole("button", { name: "Try again" }).click();
  await expectEnded(seat);
});

test("an undo that never arrived is done when the computer wakes", async ({ seat }) => {
  const { app, sandbox } = seat;
  await loseUndo(seat, "before");
  expect(seat.meetings()).toMatchObject([{ deletedAt: null }]);
  sandbox.faults.clear();
  await app.app.evaluate(({ powerMonitor }) => powerMonitor.emit("resume"));
  await expectEnded(seat);
});

test("back online, the next link is made ahead at once @stand-in", async ({ desk }) => {
  const { app, page } = await desk.startSignedIn({ settings: { keepLinkReady: true } });
  const isReady = async () => {
    const state = await page.evaluate(() => window.app.getState());
    return state.ok && state.value.linkReady;
  };
  const setOnline = (online: boolean) =>
    app.app.evaluate(({ powerMonitor }, is) => {
      Object.assign(Reflect.get(globalThis, "__standin"), { online: is });
      powerMonitor.emit("resume");
    }, online);
  const { sandbox } = desk;
  const fails = () =>
    creations(sandbox).filter(({ status, endedAt }) => endedAt !== null && status !== 201).length;
  // The first is made; the one ahead fails, and so is not asked for again for minutes.
  sandbox.faults.add({ on: "createOrGet", kind: "status", status: 423, skip: 1, times: "always" });
  await meetNow(page).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  await expect.poll(fails).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Close" }).click();
  await setOnline(false);
  await expect(page.getByText("Copying still works.")).toBeVisible();
  expect(await isReady()).toBe(false);
  sandbox.faults.clear();
  await setOnline(true);
  await expect.poll(isReady).toBe(true);
  await page.getByRole("button", { name: "More ways to meet" }).click();
  await expect(page.getByText("Next link: instant")).toBeVisible();
  expect(sandbox.meetings()).toHaveLength(2);
});
