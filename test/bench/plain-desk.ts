import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { serialize } from "node:v8";

import { systemClock } from "../../main/base/clock.ts";
import { createSealedLines } from "../../main/base/sealed/sealed-lines.ts";
import { createSealedRecord } from "../../main/base/sealed-record.ts";
import { changeBetween, whenItChanged } from "../../main/base/state-changes.ts";
import { createStore } from "../../main/base/store.ts";
import { createWords } from "../../main/base/words.ts";
import { ok } from "../../main/contract/errors.ts";
import { defaultSettings } from "../../main/contract/settings.ts";
import type { Account } from "../../main/contract/state.ts";
import { createHandOver } from "../../main/handover/hand-over.ts";
import { createHistory } from "../../main/meetings/history.ts";
import { createEarlierList } from "../../main/meetings/kept/earlier-list.ts";
import { createMeetings } from "../../main/meetings/meetings.ts";
import { createOutbox } from "../../main/meetings/outbox/outbox.ts";
import { mergeSpares } from "../../main/meetings/ready/spare.ts";
import { createDurableDocument } from "../../main/platform/files/durable-document.ts";
import { createLineFile } from "../../main/platform/files/line-file.ts";
import { createVault } from "../../main/platform/vault.ts";
import { initialState } from "../../main/shell/initial-state.ts";
import { noticeFor } from "../../main/shell/notices.ts";
import { trayView } from "../../main/shell/tray-view.ts";
import { aKeptEntry } from "../fakes/a-kept-entry.ts";
import { deafClipboard } from "../fakes/deaf-clipboard.ts";
import { environment } from "../fakes/environment.ts";
import { createFakeCalendar } from "../fakes/fake-calendar.ts";
import { createFakeOnlineMeetings } from "../fakes/fake-online-meetings.ts";
import { joinInformation } from "../sandbox/graph/join-information.ts";
import { createSafeStorage } from "../torture/store/safe-storage.ts";

const words = await createWords("en");
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const account: Account = {
  id: "sample/oid.tid",
  organisationId: "sample",
  name: "Megan Bowen",
  username: "megan@contoso.com",
  kind: "member",
};
const vault = createVault({
  safeStorage: createSafeStorage(),
  platform: "linux",
  clock: systemClock,
  log: silent,
});

const invitation = joinInformation("de", {
  joinWebUrl: "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjdhNjM4%40thread.v2/0",
  joinMeetingId: "2487193354021",
  passcode: "aB3dE6gh",
  conferenceId: "123456789",
  optionsUrl: "https://teams.microsoft.com/meetingOptions/?organizerId=1&threadId=19_meeting",
  footerBytes: 0,
}).content;

/** Main from a press to the files, with what it sends to a window and draws, and a Microsoft that answers at once. */
export async function openPlainDesk(folder: string, keepLinkReady: boolean) {
  const clock = systemClock;
  const settings = { ...defaultSettings, keepLinkReady, askBeforeSecond: false };
  const store = createStore({
    ...initialState(environment, settings),
    organisations: [{ kind: "sample", id: "sample" }],
    accounts: [{ account, key: "megan", problem: null }],
    session: { kind: "signed-in", account },
  });
  const sent = drawFrom(store);
  const online = Object.assign(createFakeOnlineMeetings(), { invitation });
  const people = { search: async () => ok([]) };
  const organiser = { account, key: "megan", online, calendar: createFakeCalendar(online), people };
  const document = (name: string) =>
    createDurableDocument({ path: join(folder, `${name}.json`), log: silent });
  const outbox = createOutbox({
    vault,
    defaultSubject: () => settings.defaultSubject,
    file: document("wishes"),
  });
  const file = createLineFile({ path: join(folder, "history-lines.json"), log: silent });
  const history = createHistory({
    lines: createSealedLines({ vault, clock, log: silent, file }),
    earlier: createEarlierList(document("history"), vault),
    clock,
    log: silent,
    known: () => [account],
    onProblem: () => undefined,
  });
  const meetings = createMeetings({
    store,
    clock,
    log: silent,
    history,
    outbox,
    spares: createSealedRecord({
      vault,
      clock,
      log: silent,
      file: document("spares"),
      merge: mergeSpares,
      mayBeLost: true,
    }),
    random: () => 0.5,
    handOver: createHandOver({ store, clock, words: () => words, clipboard: deafClipboard }),
    language: () => "de",
    organiser: () => ok(organiser),
    organisers: () => [organiser],
    newId: () => crypto.randomUUID(),
    onSignInNeeded: () => undefined,
  });
  await meetings.start();
  return {
    sent,
    /** As if so many had been made before. */
    async fill(count: number) {
      const entries = Array.from({ length: count }, (_none, index) =>
        aKeptEntry(crypto.randomUUID(), { createdAt: Date.now() - index * 60_000, invitation }),
      );
      await Promise.all(entries.map((entry) => history.add(entry)));
      await meetings.resume();
    },
    /** From the press until nothing is left to do. */
    async press() {
      const made = await meetings.meetNow({ again: true });
      const id = made.ok ? made.value.id : "";
      const isDone = () =>
        outbox.aimOf(id) === null && store.read().linkReady === settings.keepLinkReady;
      while (!isDone()) await turn();
      return id;
    },
    async putAway(id: string) {
      meetings.dismiss();
      await history.remove(id);
    },
  };
}

export type PlainDesk = Awaited<ReturnType<typeof openPlainDesk>>;

/** What desktop.ts does with each state, down to the bytes for a window. */
function drawFrom(store: ReturnType<typeof createStore>) {
  const sent = { bytes: 0, trays: 0 };
  let last = store.read();
  const drawTray = whenItChanged(["language", "settings"], (state) => {
    trayView(state, words);
    sent.trays += 1;
  });
  drawTray(last);
  store.subscribe((state) => {
    const before = last;
    last = state;
    const change = changeBetween(before, state);
    if (change) sent.bytes += serialize(change).length;
    drawTray(state);
    noticeFor(before, state, words);
  });
  return sent;
}
