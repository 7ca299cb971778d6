import type { Page } from "@playwright/test";

import { hangMilliseconds } from "../e2e/hang-guard.ts";
import type { RunningApp } from "../e2e/launch.ts";
import { completeSignIn } from "../sandbox/browser.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";

/** What a step works on. The app is another one after the restart. */
export interface Stage {
  readonly sandbox: Sandbox;
  app: RunningApp;
  page: Page;
  restart(): Promise<void>;
}

export interface Step {
  readonly name: string;
  /** Answers the lines that tell what happened. Throws where it did not. */
  run(stage: Stage): Promise<readonly string[]>;
}

const meetNow = /Meet now/u;

function check(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what);
}

async function waitUntil<Value>(look: () => Promise<Value | null> | Value | null): Promise<Value> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < hangMilliseconds) {
    const value = await look();
    if (value !== null) return value;
    // Looked at again rather than told of: the clipboard and the sample organisation tell nobody.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("it did not happen, however long one waited");
}

const newest = ({ sandbox }: Stage) => sandbox.meetings().at(-1) ?? null;

/** The link on the clipboard, which must be the one the organisation gave out. */
async function copiedLink(stage: Stage): Promise<string> {
  const meeting = await waitUntil(() => newest(stage));
  return waitUntil(async () => {
    const text = await stage.app.clipboardText();
    return text === meeting.joinWebUrl ? text : null;
  });
}

const operations = ({ sandbox }: Stage) => sandbox.requests().map(({ operation }) => operation);

const shownCard = ({ page }: Stage) => page.getByRole("heading", { name: "Link copied" }).waitFor();

/** The first three are the seed's: address with a challenge, code for tokens, a meeting and its details. */
export const steps: readonly Step[] = [
  {
    name: "first start offers the sample organisation",
    async run({ page }) {
      await page.getByRole("button", { name: "Try the sample organisation" }).click();
      await page.getByRole("heading", { name: "Sign in to Quick Meeting" }).waitFor();
      return [];
    },
  },
  {
    name: "1. the address to sign in at, with a code challenge",
    async run({ app, page }) {
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.getByRole("button", { name: "Copy the sign-in address" }).click();
      const url = new URL(await waitUntil(async () => (await app.clipboardText()) || null));
      const query = url.searchParams;
      check(query.get("code_challenge_method") === "S256", "no S256 challenge");
      await page.getByRole("heading", { name: "Waiting for your browser" }).waitFor();
      return [
        `${url.origin}${url.pathname}`,
        `code_challenge ${query.get("code_challenge")} (S256)`,
        `redirect_uri ${query.get("redirect_uri")}, response_mode ${query.get("response_mode")}`,
      ];
    },
  },
  {
    name: "2. the code for tokens",
    async run(stage) {
      const [url = ""] = await stage.app.opened();
      await completeSignIn(url);
      await stage.page.getByRole("button", { name: meetNow }).waitFor();
      check(operations(stage).includes("redeemCode"), "no code was redeemed");
      return ["Signed in as Megan Bowen. The tokens are sealed; none is shown."];
    },
  },
  {
    name: "3. a meeting, and its details",
    async run(stage) {
      await stage.page.getByRole("button", { name: meetNow }).click();
      const link = await copiedLink(stage);
      await shownCard(stage);
      const meeting = newest(stage);
      return [
        `join link ${link}`,
        `subject ${meeting?.subject}, ${meeting?.startDateTime} to ${meeting?.endDateTime}`,
        `meeting ID ${meeting?.joinMeetingId}, passcode ${meeting?.passcode}`,
      ];
    },
  },
  {
    name: "a meeting with start and end times",
    async run(stage) {
      const { page } = stage;
      await page.getByRole("button", { name: "Schedule" }).click();
      await page.getByLabel("Subject").fill("Design review");
      await page.locator("#start-time").fill("23:00");
      await page.getByRole("button", { name: "45 min" }).click();
      await page.keyboard.press("Control+Enter");
      await waitUntil(() => (stage.sandbox.meetings().length === 2 ? true : null));
      const link = await copiedLink(stage);
      await shownCard(stage);
      const meeting = newest(stage);
      const { subject, startDateTime, endDateTime } = meeting ?? {};
      return [`join link ${link}`, `subject ${subject}, ${startDateTime} to ${endDateTime}`];
    },
  },
  {
    name: "an end before the start is refused beside the field",
    async run({ page, sandbox }) {
      await page.getByRole("button", { name: "Schedule" }).click();
      await page.locator("#start-time").fill("20:00");
      await page.locator("#end-time").fill("19:00");
      await page.keyboard.press("Control+Enter");
      await page.getByText("The end is before the start.").waitFor();
      check(sandbox.meetings().length === 2, "a meeting was made");
      return [];
    },
  },
  {
    name: "an earlier link is copied again",
    async run(stage) {
      await stage.page.getByRole("button", { name: "Back" }).click();
      await stage.page.getByRole("button", { name: "Copy link to Quick meeting" }).click();
      const [first] = stage.sandbox.meetings();
      const link = await waitUntil(async () => {
        const text = await stage.app.clipboardText();
        return text === first?.joinWebUrl ? text : null;
      });
      return [`link ${link}`];
    },
  },
  {
    name: "killed in the middle of a press, and started again",
    async run(stage) {
      const { sandbox } = stage;
      sandbox.faults.add({ kind: "hang", on: "createOrGet", when: "after" });
      await stage.page.getByRole("button", { name: "New meeting" }).click();
      await waitUntil(() => (sandbox.meetings().length === 3 ? true : null));
      await stage.app.kill();
      sandbox.faults.clear();
      sandbox.forgetRequests();
      await stage.restart();
      await stage.page.getByRole("row").nth(2).waitFor();
      check(sandbox.meetings().length === 3, "a second meeting was made");
      check(!operations(stage).includes("authorize"), "a new sign-in was asked for");
      return ["One meeting, in the list. No new sign-in.", `join link ${await copiedLink(stage)}`];
    },
  },
  {
    name: "undo ends the meeting",
    async run(stage) {
      await stage.page.getByRole("button", { name: "Undo" }).click();
      await stage.page.getByText("Meeting cancelled. Nobody gets in without you.").last().waitFor();
      check(newest(stage)?.deletedAt !== null, "the meeting is still there");
      return [];
    },
  },
  {
    name: "sign out; the list is shown to nobody, and is back with its account",
    async run({ app, page }) {
      await app.clickMenu("Organiser: megan@contoso.com", "Sign out megan@contoso.com");
      await page.getByRole("heading", { name: "Sign in to Quick Meeting" }).waitFor();
      check((await page.getByRole("row").count()) === 0, "somebody else's links are shown");
      const before = (await app.opened()).length;
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await completeSignIn(await waitUntil(async () => (await app.opened())[before] ?? null));
      await page.getByRole("row").nth(1).waitFor();
      return [];
    },
  },
];
