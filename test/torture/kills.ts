import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import type { AppState } from "../../main/contract/state.ts";
import { byHand } from "../e2e/person.ts";
import { launchApp, type RunningApp } from "../e2e/launch.ts";
import type { Figures } from "../figures.ts";
import { eventDraft, plainEvent } from "../fakes/event-draft.ts";
import { completeSignIn } from "../sandbox/browser.ts";
import { type Sandbox, startSandbox } from "../sandbox/sandbox.ts";
import { findLeaks } from "../tour/canary.ts";
import type { Random } from "./random.ts";

interface Books {
  presses: number;
  invitations: number;
  accountsLost: number;
  halfSignIns: number;
  leaks: number;
}

const lostAnswer = { kind: "reset", on: "createOrGet", when: "after" } as const;
/** What a press can meet besides the kill. */
const faults: readonly Parameters<Sandbox["faults"]["add"]>[0][] = [
  lostAnswer,
  { kind: "reset", on: "createOrGet" },
  { kind: "delay", on: "graph", beforeMilliseconds: 20, afterMilliseconds: 20 },
  { kind: "status", on: "createOrGet", status: 503, when: "after" },
  { kind: "status", on: "graph", status: 429, retryAfter: "1" },
  { kind: "status", on: "createOrGet", status: 500 },
  { kind: "half-body", on: "createOrGet" },
  { kind: "html", on: "createOrGet", when: "after" },
  { kind: "redirect", on: "createOrGet" },
  { kind: "huge-body", on: "createOrGet", when: "after", bytes: 2_000_000 },
];
const lostEvent = { kind: "reset", on: "createEvent", when: "after" } as const;
/** And what an invitation can. */
const eventFaults: typeof faults = [
  lostEvent,
  { kind: "reset", on: "createEvent" },
  { kind: "delay", on: "graph", beforeMilliseconds: 20, afterMilliseconds: 20 },
  { kind: "status", on: "createEvent", status: 503, when: "after" },
  { kind: "status", on: "graph", status: 429, retryAfter: "1" },
  { kind: "half-body", on: "createEvent" },
  { kind: "html", on: "createEvent", when: "after" },
  { kind: "status", on: "findMeetings", status: 504 },
];
const invitation = {
  ...eventDraft,
  event: { ...plainEvent, invitees: [{ name: null, address: "zoe@contoso.com" }] },
};

const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

async function askForSignIn(page: Page): Promise<void> {
  await byHand(page);
  await page.evaluate(() => window.app.signIn({ accountId: null }));
}

/**
 * SIGKILL at random moments around sign-in, token refresh and meeting creation on the whole built app,
 * each followed by a restart on the same data.
 */
export async function tortureByKills(
  figures: Figures,
  random: Random,
  kills: number,
  folder: string,
) {
  const sandbox = await startSandbox();
  const descriptor = join(folder, "organisation.json");
  writeFileSync(descriptor, JSON.stringify(sandbox.descriptor));
  const env = { QUICK_MEETING_ORGANISATION: descriptor };
  const books: Books = { presses: 0, invitations: 0, accountsLost: 0, halfSignIns: 0, leaks: 0 };
  const userData = join(folder, "data");
  const outputs: string[] = [];

  const start = async (data: string) => {
    const app = await launchApp({ userData: data, env });
    const { kill } = app;
    const killed = async () => {
      await kill();
      outputs.push(app.output());
    };
    const page = await app.popup();
    const read = async (): Promise<AppState> =>
      page.evaluate(async () => {
        for (;;) {
          const answer = await window.app.getState();
          if (answer.ok) return answer.value;
          // Asked more often than a page needs it.
          if (answer.error.kind !== "too-often") throw new Error("no state");
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
      });
    return { app: { ...app, kill: killed }, page, read };
  };

  async function signIn(app: RunningApp, ask: () => Promise<unknown>): Promise<void> {
    const before = (await app.opened()).length;
    void ask().catch(() => undefined);
    while ((await app.opened()).length === before) await pause(2);
    await completeSignIn((await app.opened()).at(-1) ?? "").catch(() => undefined);
  }

  /** A new computer, killed in the middle of its first sign-in. What was shown as signed in must stay. */
  async function killInSignIn(): Promise<void> {
    const data = mkdtempSync(join(folder, "new-"));
    const issuedBefore = sandbox.secrets().length;
    const first = await start(data);
    // The kill may come at any point of it, so it may fail at any point.
    const opened = signIn(first.app, () => askForSignIn(first.page)).catch(() => undefined);
    await pause(random.below(60));
    const seen = await first.read().catch(() => null);
    await first.app.kill();
    await opened;
    const second = await start(data);
    const after = await settled(second.read);
    if (seen?.session.kind === "signed-in" && after.session.kind !== "signed-in")
      books.accountsLost += 1;
    if (after.session.kind !== "signed-in" && after.session.kind !== "signed-out")
      books.halfSignIns += 1;
    await second.app.kill();
    books.leaks += findLeaks(data, "", sandbox.secrets().slice(issuedBefore)).length;
    rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  async function press(page: Page): Promise<void> {
    if (random.chance(0.4)) sandbox.faults.add(faults[random.below(faults.length)] ?? lostAnswer);
    books.presses += 1;
    void byHand(page)
      .then(() => page.evaluate(() => window.app.meetNow({ again: true })))
      .catch(() => undefined);
    await pause(random.below(50));
  }

  async function invite(page: Page): Promise<void> {
    const fault = eventFaults[random.below(eventFaults.length)] ?? lostEvent;
    if (random.chance(0.4)) sandbox.faults.add(fault);
    books.invitations += 1;
    const draft = { ...invitation, draftId: crypto.randomUUID() };
    void byHand(page)
      .then(() => page.evaluate((given) => window.app.schedule(given), draft))
      .catch(() => undefined);
    await pause(random.below(120));
  }

  /** The same computer again and again, killed around a press, often with a token that must be renewed. */
  async function killInPress(): Promise<void> {
    const { app, page, read } = await start(userData);
    const { session } = await settled(read);
    if (session.kind !== "signed-in") books.accountsLost += 1;
    if (random.chance(0.5)) sandbox.expireAccessTokens();
    await (random.chance(0.3) ? invite(page) : press(page));
    await app.kill();
    sandbox.faults.clear();
  }

  const first = await start(userData);
  await signIn(first.app, () => askForSignIn(first.page));
  while ((await first.read()).session.kind !== "signed-in") await pause(5);
  await signIn(first.app, async () => {
    await byHand(first.page);
    await first.page.evaluate(() => window.app.allowCalendar());
  });
  while (!(await first.read()).calendarAllowed) await pause(5);
  await first.app.kill();

  for (let kill = 1; kill <= kills; kill += 1) {
    await (random.chance(0.25) ? killInSignIn() : killInPress());
    if (kill % 25 === 0) console.log(`  ${kill} of ${kills} kills`);
  }

  const last = await start(userData);
  await settled(last.read);
  // What the last kill left open is settled in the background.
  await pause(2_000);
  const { session, linkReady } = await last.read();
  const recent = await last.page.evaluate(async () => {
    const answer = await window.app.listMeetings({ query: "", from: 0, count: 10_000 });
    return answer.ok ? answer.value.meetings : [];
  });
  const mine = sandbox
    .meetings()
    .filter(({ deletedAt, externalId }) => deletedAt === null && externalId !== null);
  const events = sandbox.events().filter(({ deletedAt }) => deletedAt === null);
  const listed = new Set(recent.map((meeting) => meeting.id));
  const forgotten = mine.filter((meeting) => !listed.has(meeting.externalId ?? ""));
  // One may wait for the next press.
  const spares = linkReady ? 1 : 0;
  const twice = mine.length - new Set(mine.map((meeting) => meeting.externalId)).size;
  const eventsTwice = events.length - new Set(events.map((event) => event.transactionId)).size;
  const eventsForgotten = events.filter(({ transactionId }) => !listed.has(transactionId ?? ""));
  if (session.kind !== "signed-in") books.accountsLost += 1;
  const name = `${kills} kills of the whole app`;
  figures.exactly(`${name}: accounts lost`, books.accountsLost, "accounts", 0);
  figures.exactly(`${name}: half sign-ins after a restart`, books.halfSignIns, "states", 0);
  figures.exactly(`${name}: meetings made twice`, twice, "meetings", 0);
  figures.atMost(
    `${name}: meetings, of ${books.presses} presses`,
    mine.length - spares,
    "meetings",
    books.presses,
  );
  figures.exactly(`${name}: meetings forgotten`, forgotten.length - spares, "meetings", 0);
  figures.exactly(`${name}: events made twice`, eventsTwice, "events", 0);
  figures.exactly(`${name}: events forgotten`, eventsForgotten.length, "events", 0);
  figures.atLeast(`${name}: events made`, events.length, "events", kills / 20);
  figures.atMost(
    `${name}: events, of ${books.invitations} invitations`,
    events.length,
    "events",
    books.invitations,
  );
  await last.app.kill();
  const said = outputs.join("\n");
  const secrets = sandbox.secrets();
  figures.atLeast(`${name}: secrets issued`, secrets.length, "secrets", kills / 2);
  figures.exactly(
    `${name}: secrets readable on disk or in what the app said`,
    books.leaks + findLeaks(userData, said, secrets).length,
    "places",
    0,
  );
  await sandbox.close();
}

/** Once the session is known. */
async function settled(read: () => Promise<AppState>): Promise<AppState> {
  for (let tries = 0; tries < 400; tries += 1) {
    const state = await read();
    if (state.session.kind !== "starting") return state;
    await pause(10);
  }
  throw new Error("the app did not settle");
}
