import type { Locator, Page } from "@playwright/test";

import { completeSignIn } from "../sandbox/browser.ts";
import { expect, test } from "./desk.ts";
import { nextOpened } from "./open-desk.ts";
import { allowCalendar, formButton } from "./promise/by-hand.ts";
import { byHand } from "./person.ts";
import type { Seat } from "./seat.ts";

/** What it takes: clicks, presses of keys, and letters of texts, which nobody can spare. */
interface Effort {
  clicks: number;
  keys: number;
  letters: number;
}

/** One of a person's two ways to use the window; each job is done by one of them alone. */
interface Hand {
  readonly by: "mouse" | "keyboard";
  /** What it took since the last time. */
  take(): Effort;
  /** Clicked, or gone to by Tab and pressed; `keys` are those that lead there sooner. */
  use(target: Locator, ...keys: readonly string[]): Promise<void>;
  /** Clicked, or gone to. */
  enter(field: Locator): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
}

const nothing = (): Effort => ({ clicks: 0, keys: 0, letters: 0 });

function countingHand(page: Page) {
  let effort = nothing();
  return {
    async click(target: Locator) {
      effort.clicks += 1;
      await target.click();
    },
    take() {
      const taken = effort;
      effort = nothing();
      return taken;
    },
    async press(...keys: readonly string[]) {
      for (const key of keys) {
        effort.keys += 1;
        await page.keyboard.press(key);
      }
    },
    async type(text: string) {
      effort.letters += text.length;
      await page.keyboard.type(text);
    },
  };
}

function mouseAlone(page: Page): Hand {
  const hand = countingHand(page);
  return { ...hand, by: "mouse", use: hand.click, enter: hand.click };
}

function keysAlone(page: Page): Hand {
  const hand = countingHand(page);
  const reach = async (target: Locator) => {
    await expect(target).toBeVisible();
    const hasFocus = () => target.evaluate((one) => one.contains(document.activeElement));
    while (!(await hasFocus())) await hand.press("Tab");
  };
  return {
    ...hand,
    by: "keyboard",
    async use(target, ...keys) {
      if (keys.length === 0) await reach(target);
      else await expect(target).toBeVisible();
      await hand.press(...(keys.length === 0 ? ["Enter"] : keys));
    },
    enter: reach,
  };
}

interface Job {
  readonly name: string;
  readonly most: Pick<Effort, "clicks" | "keys">;
  readonly run: (seat: Seat, hand: Hand) => Promise<void>;
}

const copied = (page: Page) => page.getByRole("heading", { name: "Link copied" });

/** What was made last is on the clipboard. */
async function expectCopied({ app, page, meetings }: Seat, count: number): Promise<void> {
  await expect(copied(page)).toBeVisible();
  expect(meetings()).toHaveLength(count);
  expect(await app.clipboardText()).toBe(meetings().at(-1)?.joinWebUrl);
}

async function fillForm({ page }: Seat, hand: Hand, subject: string): Promise<void> {
  await hand.use(page.getByRole("button", { name: "Schedule", exact: true }), "Control+n");
  await expect(page.getByLabel("Subject")).toBeFocused();
  await hand.type(subject);
  await hand.enter(page.getByLabel("When", { exact: true }));
  await hand.type("tomorrow 14:30 for 45 min");
}

const jobs: readonly Job[] = [
  {
    name: "first link, after the sign-in",
    most: { clicks: 1, keys: 1 },
    async run(seat, hand) {
      await hand.use(seat.page.getByRole("button", { name: /^Meet now/u }), "Control+Enter");
      await expectCopied(seat, 1);
    },
  },
  {
    name: "new link",
    most: { clicks: 1, keys: 1 },
    async run(seat, hand) {
      await hand.use(seat.page.getByRole("button", { name: /^Meet now/u }), "Control+Enter");
      await expectCopied(seat, 2);
    },
  },
  {
    name: "copy an old one",
    most: { clicks: 1, keys: 4 },
    async run({ app, page, meetings }, hand) {
      const old = page.getByRole("button", { name: "Copy link to Quick meeting" }).last();
      await hand.use(old, "Control+1", "ArrowDown", "ArrowDown", "Control+c");
      await expect.poll(() => app.clipboardText()).toBe(meetings()[0]?.joinWebUrl);
    },
  },
  {
    name: "join the next meeting",
    most: { clicks: 1, keys: 4 },
    async run({ app, page }, hand) {
      const address = await nextOpened(app, async () => {
        if (hand.by === "mouse") return hand.use(page.locator("#join-next"));
        await hand.press("Control+2");
        await expect(page.getByRole("row").first()).toContainText("Weekly sales sync");
        await hand.press("ArrowDown", "ArrowRight", "Enter");
      });
      expect(address).toMatch(/^https:\/\/teams\.microsoft\.com\//u);
    },
  },
  {
    name: "schedule",
    most: { clicks: 3, keys: 3 },
    async run(seat, hand) {
      await fillForm(seat, hand, "Plan");
      await hand.use(formButton(seat.page, "Create and copy link"), "Control+Enter");
      await expectCopied(seat, 3);
    },
  },
  {
    name: "event with two guests",
    most: { clicks: 5, keys: 1 },
    async run(seat, hand) {
      const { page, sandbox } = seat;
      if (hand.by === "mouse") {
        await fillForm(seat, hand, "Review");
        await hand.use(page.getByText("Calendar event", { exact: true }));
        await hand.enter(page.locator("#invite"));
        await hand.type("zoe@contoso.com, adele@contoso.com,");
        await hand.use(formButton(page, "Create and send 2 invites"));
      } else {
        // On Home, where the keys already are.
        await hand.type(
          "Review tomorrow 14:30 for 45 min with zoe@contoso.com and adele@contoso.com",
        );
        const reading = page.locator("[data-reading]");
        for (const one of ["Review", "14:30", "zoe@contoso.com", "adele@contoso.com"])
          await expect(reading).toContainText(one);
        await hand.press("Enter");
      }
      await expectCopied(seat, 4);
      expect(sandbox.events().at(-1)?.attendees).toEqual(["zoe@contoso.com", "adele@contoso.com"]);
    },
  },
];

/** Between two jobs: the popup as it opens the next time. */
async function backToHome({ page }: Seat): Promise<void> {
  await byHand(page);
  await page.evaluate(async () => {
    await window.app.dismissCreation();
    await window.app.navigate({ view: "home" });
  });
  await expect(copied(page)).toHaveCount(0);
  await page.reload();
  await page.getByRole("button", { name: /^Meet now/u }).waitFor();
}

/** What each job is done with is asked for once, and belongs to none of them. */
async function allowEverything(seat: Seat): Promise<void> {
  const { app, page } = seat;
  await page.keyboard.press("Control+2");
  const address = await nextOpened(app, () =>
    page.getByRole("button", { name: "Show my calendar" }).click(),
  );
  await completeSignIn(address);
  await expect(page.getByRole("row").first()).toContainText("Weekly sales sync");
  await page.keyboard.press("Control+n");
  await page.getByText("Calendar event", { exact: true }).click();
  await allowCalendar(app, page);
  await page.getByText("Link only", { exact: true }).click();
}

for (const [way, handOf] of [
  ["mouse", mouseAlone],
  ["keyboard", keysAlone],
] as const)
  test(`the five jobs by ${way} alone, and what each takes`, async ({ lobby: seat }) => {
    const { app, page } = seat;
    const hand = handOf(page);
    const address = await nextOpened(app, () =>
      hand.use(page.getByRole("button", { name: "Sign in", exact: true })),
    );
    await completeSignIn(address);
    await page.getByRole("button", { name: /^Meet now/u }).waitFor();
    hand.take();
    for (const { name, most, run } of jobs) {
      if (name === "join the next meeting") await allowEverything(seat);
      if (name !== jobs[0]?.name) await backToHome(seat);
      hand.take();
      await run(seat, hand);
      const { clicks, keys, letters } = hand.take();
      process.stdout.write(
        `  ${way}, ${name}: ${clicks} clicks, ${keys} keys, ${letters} letters typed\n`,
      );
      expect(clicks, name).toBeLessThanOrEqual(way === "mouse" ? most.clicks : 0);
      expect(keys, name).toBeLessThanOrEqual(way === "mouse" ? 0 : most.keys);
    }
  });
