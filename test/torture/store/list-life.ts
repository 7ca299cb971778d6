import { appendFileSync, readFileSync, writeSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";

import { systemClock } from "../../../main/base/clock.ts";
import { createSealedLines } from "../../../main/base/sealed/sealed-lines.ts";
import { createSealedRecord } from "../../../main/base/sealed-record.ts";
import { createStore } from "../../../main/base/store.ts";
import { fail, ok } from "../../../main/contract/errors.ts";
import { defaultSettings } from "../../../main/contract/settings.ts";
import type { Account } from "../../../main/contract/state.ts";
import { createHandOver } from "../../../main/handover/hand-over.ts";
import { createHistory, type HistoryEntry } from "../../../main/meetings/history.ts";
import { createEarlierList } from "../../../main/meetings/kept/earlier-list.ts";
import { createMeetings } from "../../../main/meetings/meetings.ts";
import { createOutbox } from "../../../main/meetings/outbox/outbox.ts";
import { mergeSpares } from "../../../main/meetings/ready/spare.ts";
import { createDocumentFile } from "../../../main/platform/documents.ts";
import { createLineFile } from "../../../main/platform/files/line-file.ts";
import { createVault } from "../../../main/platform/vault.ts";
import { initialState } from "../../../main/shell/initial-state.ts";
import { aKeptEntry } from "../../fakes/a-kept-entry.ts";
import { deafClipboard } from "../../fakes/deaf-clipboard.ts";
import { environment } from "../../fakes/environment.ts";
import { createFakeCalendar } from "../../fakes/fake-calendar.ts";
import { createFakeOnlineMeetings } from "../../fakes/fake-online-meetings.ts";
import { createSafeStorage } from "./safe-storage.ts";

export interface ListLifeOptions {
  readonly folder: string;
  /** How many lives the folder has seen: half of them keep a link ready. */
  readonly age: number;
  /** So many entries in the list of an earlier version, which the first life finds. */
  readonly earlier: number;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const say = (line: string) => writeSync(1, `${line}\n`);
const account: Account = {
  id: "sample/oid.tid",
  organisationId: "sample",
  name: "Megan Bowen",
  username: "megan@contoso.com",
  kind: "member",
};

/** What Microsoft knows outlives the app: a line for each meeting it made, and one for each that was put away. */
const microsoftOf = (folder: string) => join(folder, "microsoft.txt");

/** Of Microsoft's size, and told from a mixture by its end. */
const invitationOf = (id: string): string => {
  const body = `${id} ${"<div style=%22font-size:14px%22>Join</div>".repeat(170)}`;
  return `${body} ${createHash("sha256").update(body).digest("hex")}`;
};

const isWhole = ({ id, invitation, joinUrl }: HistoryEntry): boolean =>
  joinUrl.endsWith(id) && (invitation === null || invitation === invitationOf(id));

const earlierId = (index: number): string => `earlier-${index}`;

/** Everything from a press down to the files, with a Microsoft that never forgets. Ends by a kill alone. */
export async function liveWithList(options: ListLifeOptions): Promise<void> {
  const { folder, age } = options;
  process.env["STORE_FOLDER"] = folder;
  if (age === 0) await leaveEarlierList(options);
  const desk = openDesk(folder, age % 2 === 1);
  await desk.meetings.start();
  say(`loaded ${JSON.stringify(await desk.tell())}`);
  await desk.meetings.resume();
  for (let press = 0; ; press += 1) {
    say("pressing");
    const made = await desk.meetings.meetNow({ again: true });
    const id = made.ok ? made.value.id : "";
    while (desk.outbox.aimOf(id) !== null) await turn();
    if (made.ok) say(`settled ${id}`);
    desk.meetings.dismiss();
    if (press % 4 === 3) await desk.putAway();
  }
}

const vaultOf = () =>
  createVault({
    safeStorage: createSafeStorage(),
    platform: "linux",
    clock: systemClock,
    log: silent,
  });

const recordOf = (name: string, merge: (saved: string, held: string) => string) =>
  createSealedRecord({
    vault: vaultOf(),
    file: createDocumentFile(name, silent),
    clock: systemClock,
    log: silent,
    merge,
  });

async function leaveEarlierList({ earlier }: ListLifeOptions): Promise<void> {
  const entries = Array.from({ length: earlier }, (_none, index) => {
    const id = earlierId(index);
    const joinUrl = `https://teams.microsoft.com/meet/${id}`;
    const invitation = index < 40 ? invitationOf(id) : null;
    return aKeptEntry(id, { createdAt: Date.now() - index, joinUrl, invitation });
  });
  if (earlier > 0)
    await recordOf("history", (saved) => saved).save(JSON.stringify({ version: 1, entries }));
}

function openMicrosoft(folder: string) {
  const online = createFakeOnlineMeetings();
  const gone = new Set<string>();
  for (const line of linesOf(microsoftOf(folder))) {
    const [word, id = ""] = line.split(" ");
    if (word === "made")
      online.existing.set(id, { externalId: id, subject: "", startAt: 0, endAt: 0, options: {} });
    else gone.add(id);
  }
  const { createOrGet, update, end } = online;
  const told = async <Answer extends Awaited<ReturnType<typeof createOrGet>>>(
    answering: Promise<Answer>,
  ) => {
    const answer = await answering;
    if (!answer.ok) return answer;
    const id = answer.value.graphId.replace("graph-", "");
    return { ...answer, value: { ...answer.value, invitation: invitationOf(id) } };
  };
  Object.assign(online, {
    async createOrGet(...call: Parameters<typeof createOrGet>) {
      const [{ externalId }] = call;
      if (!online.existing.has(externalId))
        appendFileSync(microsoftOf(folder), `made ${externalId}\n`);
      return told(createOrGet(...call));
    },
    update: (...call: Parameters<typeof update>) => told(update(...call)),
    end(...call: Parameters<typeof end>) {
      const id = call[0].replace("graph-", "");
      if (online.existing.has(id)) appendFileSync(microsoftOf(folder), `gone ${id}\n`);
      return end(...call);
    },
  });
  return { online, gone };
}

function openDesk(folder: string, keepLinkReady: boolean) {
  const clock = systemClock;
  const vault = vaultOf();
  const settings = { ...defaultSettings, keepLinkReady, askBeforeSecond: false };
  const store = createStore({
    ...initialState(environment, settings),
    accounts: [{ account, key: "megan", problem: null }],
  });
  const { online, gone } = openMicrosoft(folder);
  const people = { search: async () => ok([]) };
  const organiser = { account, key: "megan", online, calendar: createFakeCalendar(online), people };
  const outbox = createOutbox({
    vault,
    defaultSubject: () => settings.defaultSubject,
    file: createDocumentFile("wishes", silent),
  });
  const path = join(folder, "history-lines.json");
  const history = createHistory({
    lines: createSealedLines({
      vault,
      clock,
      log: silent,
      file: createLineFile({ path, log: silent }),
    }),
    earlier: createEarlierList(createDocumentFile("history", silent), vault),
    clock,
    log: silent,
    known: () => [account],
    onProblem(problem) {
      if (problem) say(`problem ${problem.kind}`);
    },
  });
  const clipboard = {
    ...deafClipboard,
    async writeText(text: string) {
      say(`copied ${text.split("/").at(-1)}`);
      return ok(undefined);
    },
  };
  const meetings = createMeetings({
    store,
    clock,
    log: silent,
    history,
    outbox,
    spares: recordOf("spares", mergeSpares),
    random: Math.random,
    handOver: createHandOver({ store, clock, words: () => (name) => name, clipboard }),
    language: () => "en",
    organiser: () => ok(organiser),
    organisers: () => [organiser],
    newId: () => crypto.randomUUID(),
    onSignInNeeded: () => void fail({ kind: "not-signed-in" }),
  });
  return {
    meetings,
    outbox,
    async putAway() {
      const [last] = history.entries().slice(-1);
      if (!last) return;
      appendFileSync(microsoftOf(folder), `gone ${last.id}\n`);
      await history.remove(last.id);
      say(`removed ${last.id}`);
    },
    async tell() {
      const listed = new Set(history.entries().map(({ id }) => id));
      const open = new Set((await outbox.pending("megan")).map(({ id }) => id));
      const made = [...online.existing.keys()].filter((id) => !gone.has(id));
      return {
        listed: [...listed],
        torn: history.entries().filter((entry) => !isWhole(entry)).length,
        forgotten: made.filter((id) => !listed.has(id) && !open.has(id)),
      };
    },
  };
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line !== "");
  } catch {
    return [];
  }
}
