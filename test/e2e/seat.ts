import { expect } from "@playwright/test";

import type { SettingsChange } from "../../main/contract/settings.ts";
import type { AppState } from "../../main/contract/state.ts";
import { completeSignIn } from "../sandbox/browser.ts";
import type { Operation } from "../sandbox/http/operations.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { type Desk, nextOpened, openDesk, putPopupAway, type Started } from "./open-desk.ts";
import { byHand } from "./person.ts";

/** An app that is shared by the tests of a worker: for what needs no start of its own. */
export interface Seat extends Started, Pick<Desk, "sandbox" | "userData"> {
  /** Those made since this test began. */
  meetings(): ReturnType<Sandbox["meetings"]>;
}

/** The app that is shared, and how it was when it was new. */
export interface SharedDesk extends Started {
  readonly desk: Desk;
  readonly pristine: SettingsChange;
  leave(): Promise<void>;
}

export async function shareDesk(): Promise<SharedDesk> {
  const desk = await openDesk();
  const started = await desk.start({ settings: { askBeforeSecond: false } });
  const { settings } = await readState(started);
  const { accountDefaults: _none, ...pristine } = settings;
  return { desk, ...started, pristine, leave: () => desk.leave() };
}

/** As a person finds it who starts the day: at home, with an empty list, Megan signed in or nobody. */
export async function clearSeat(shared: SharedDesk, who: "megan" | "nobody"): Promise<Seat> {
  const { desk, app, page } = shared;
  const { sandbox, userData } = desk;
  sandbox.faults.clear();
  await app.clock.run();
  await forgetEverything(shared);
  await chooseWho(shared, who);
  sandbox.renewCalendar("megan");
  await app.app.evaluate(({ clipboard, BrowserWindow }) => {
    clipboard.clear();
    globalThis.__probe.opened.length = 0;
    globalThis.__probe.notifications.length = 0;
    globalThis.__probe.questions.length = 0;
    globalThis.__probe.says = null;
    for (const window of BrowserWindow.getAllWindows())
      if (window.webContents.getURL().includes("window=settings")) window.destroy();
  });
  // What was typed before is gone with the page it was typed into.
  await page.reload();
  const home = who === "megan" ? /Meet now/u : /^Sign in$/u;
  await page.getByRole("button", { name: home }).waitFor();
  sandbox.forgetRequests();
  const before = sandbox.meetings().length;
  return { app, page, sandbox, userData, meetings: () => sandbox.meetings().slice(before) };
}

async function readState({ page }: Started): Promise<AppState> {
  const answer = await page.evaluate(() => window.app.getState());
  if (!answer.ok) throw new Error("The app does not say how it is");
  return answer.value;
}

async function forgetEverything(shared: SharedDesk): Promise<void> {
  const { page, pristine } = shared;
  await byHand(page);
  await page.evaluate(async (settings) => {
    const { app } = window;
    await app.cancelSignIn();
    await app.dismissSignIn();
    await app.cancelCreation();
    await app.dismissCreation();
    await app.changeSettings(settings);
    await app.navigate({ view: "home" });
  }, pristine);
  for (const { id } of (await readState(shared)).recent) {
    await byHand(page);
    await page.evaluate((of) => window.app.forgetMeeting({ id: of }), id);
  }
  await page.evaluate(() => window.app.hidePopup());
}

/** What leaves other tokens and permissions behind than a morning has. */
const signings: readonly Operation[] = ["authorize", "requestDeviceCode", "signOut"];

async function chooseWho(shared: SharedDesk, who: "megan" | "nobody"): Promise<void> {
  const { desk, app, page } = shared;
  const { accounts } = await readState(shared);
  const isUntouched = !desk.sandbox
    .requests()
    .some(({ operation }) => signings.includes(operation));
  const isMegan = accounts.length === 1 && accounts[0]?.account.username === "megan@contoso.com";
  if (isUntouched && (who === "megan" ? isMegan : accounts.length === 0)) return;
  for (const { account } of accounts) {
    await byHand(page);
    await page.evaluate(
      (accountId) => window.app.signOut({ accountId, atMicrosoft: false }),
      account.id,
    );
  }
  desk.sandbox.withdrawApproval("megan");
  if (who === "nobody") return;
  const address = await nextOpened(app, async () => {
    await byHand(page);
    await page.evaluate(() => {
      // It answers when the person has signed in.
      void window.app.signIn({ accountId: null });
    });
  });
  await completeSignIn(address);
  await expect.poll(async () => (await readState(shared)).session.kind).toBe("signed-in");
  await putPopupAway(shared);
}
