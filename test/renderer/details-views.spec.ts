import type { Page } from "@playwright/test";

import type { AppState } from "../../main/contract/state.ts";
import { checkLooks } from "./looks.ts";
import { expect, type StageOptions, test } from "./stage.ts";
import { appState, meeting, mockNow } from "./stage-state.ts";

const qr = { ok: true, value: { size: 29, path: "M4 4h7v7h-7zM18 4h7v7h-7zM4 18h7v7h-7z" } };
const gone = { ok: false, error: { kind: "meeting-gone", trace: null } };
const whole = meeting({
  subject: "Fabrikam contract call",
  dialIn: { number: "+49 69 5550 0110", conferenceId: "902118447", moreNumbersUrl: null },
  lobby: "organization",
  expiresAt: mockNow + 60 * 86_400_000,
  hasOptionsPage: true,
  differences: [{ option: "lobby", asked: "everyone", got: "organization" }],
});
const details = (changes: Partial<AppState> = {}): Partial<AppState> => ({
  view: "details",
  detailsOf: "m-1",
  recent: [whole],
  ...changes,
});

interface Screen {
  readonly state: Partial<AppState>;
  readonly answers?: NonNullable<StageOptions["answers"]>;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

async function type(page: Page, text: string): Promise<void> {
  await page.locator("#join-text").fill(text);
  // The preview comes a moment after typing, and the clock of the page stands still only for its dates.
  await page.waitForTimeout(300);
}

const screens: Readonly<Record<string, Screen>> = {
  details: { state: details() },
  "details-plain": { state: details({ recent: [meeting({ meetingId: null, isSettling: true })] }) },
  "details-gone": { state: details({ recent: [{ ...whole, isGone: true }] }) },
  "details-leaving": { state: details({ leaving: [{ id: "m-1", endsAt: mockNow + 8_000 }] }) },
  "details-unknown": { state: details({ recent: [] }) },
  "details-menu": {
    state: details(),
    prepare: (page) => page.getByRole("button", { name: /^More for/u }).click(),
  },
  "details-rename": {
    state: details(),
    answers: { getQrCode: qr, renameMeeting: gone },
    async prepare(page) {
      await page.keyboard.press("F2");
      await page.keyboard.type("Another subject");
      await page.keyboard.press("Enter");
      await page
        .getByText(/no longer exists/u)
        .last()
        .waitFor();
    },
  },
  "details-qr": {
    state: { recent: [whole] },
    async prepare(page) {
      await page.locator("[data-meeting] button").last().click();
      await page.getByRole("menuitem", { name: "Show QR code" }).click();
      await page.getByRole("img").waitFor();
    },
  },
  join: { state: { view: "join" } },
  "join-read": {
    state: { view: "join" },
    answers: {
      readJoinText: {
        ok: true,
        value: { kind: "meeting", meetingId: "248719335402", passcode: "Xk4Ru9" },
      },
    },
    prepare: (page) => type(page, "248 719 335 402"),
  },
  "join-not-teams": {
    state: { view: "join" },
    answers: { readJoinText: { ok: true, value: { kind: "not-teams", host: "example.org" } } },
    prepare: (page) => type(page, "https://example.org/x"),
  },
  "join-wrapped": {
    state: { view: "join" },
    answers: {
      readJoinText: { ok: true, value: { kind: "wrapped", host: "protect-eu.mimecast.com" } },
    },
    prepare: (page) => type(page, "https://example.org/x"),
  },
};

for (const [name, { state, answers = { getQrCode: qr }, prepare }] of Object.entries(screens))
  test(`${name}: accessible, nothing cut off`, async ({ open }) => {
    const stage = await open({ state: appState(state), answers });
    await stage.page.getByRole("button").first().waitFor();
    await prepare?.(stage.page);
    await checkLooks(name, stage, state);
  });

test("hostile text of Graph's is text in the details too", async ({ open }) => {
  const hostile = meeting({
    subject: `<img src=x onerror="document.title='owned'">${"x".repeat(250)}`,
    dialIn: { number: "<b>1</b>", conferenceId: "<i>2</i>", moreNumbersUrl: "javascript:alert(1)" },
    lobby: "<script>3</script>",
  });
  const { page } = await open({
    state: appState(details({ recent: [hostile] })),
    answers: { getQrCode: qr },
  });
  await expect(page.getByText("<b>1</b>")).toBeVisible();
  await expect(page.getByText("<script>3</script>")).toBeVisible();
  expect(await page.locator("img, a[href]").count()).toBe(0);
  expect(await page.title()).not.toBe("owned");
});
