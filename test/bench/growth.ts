import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { changeBetween } from "../../main/base/state-changes.ts";
import { createWords } from "../../main/base/words.ts";
import { drawDays } from "../../main/calendar/known-days.ts";
import type { AppState } from "../../main/contract/state.ts";
import { defaultSettings } from "../../main/contract/settings.ts";
import type { CalendarEntry } from "../../main/graph/event-answer.ts";
import { readJoinInformation } from "../../main/handover/join-information.ts";
import { initialState } from "../../main/shell/initial-state.ts";
import { trayView } from "../../main/shell/tray-view.ts";
import { anEntry } from "../fakes/an-entry.ts";
import { environment } from "../fakes/environment.ts";
import { type Figures, percentile } from "../figures.ts";
import { openPlainDesk } from "./plain-desk.ts";

/** What there can be much of, and what is done with all of it at once. */
interface Growing {
  readonly name: string;
  /** The most there is: it is measured at a quarter and at half of it, too. */
  readonly most: number;
  /** One step of main, so at most 16 ms; null where it gives way in between. */
  readonly isOneStep: boolean;
  /** Gets so many ready, and answers what is to be measured. */
  readonly prepare: (count: number) => Promise<() => unknown>;
}

const rounds = 15;

/** Processor time of main's own at n, 2n and 4n of everything there can be much of. */
export async function benchGrowth(figures: Figures): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bench-growth-"));
  for (const { name, most, isOneStep, prepare } of await growing(folder)) {
    const counts = [most / 4, most / 2, most];
    const works = await Promise.all(counts.map((count) => prepare(count)));
    const times = counts.map((): number[] => []);
    // One after the other, so that whatever else this computer does is the same for all.
    for (let round = 0; round < rounds + 3; round += 1)
      for (const [index, work] of works.entries()) {
        const before = cpuNow();
        await work();
        if (round >= 3) times[index]?.push(cpuNow() - before);
      }
    const [quarter = 0, half = 0, whole = 0] = times.map((each) => percentile(each, 0.5));
    figures.note(`${name}, ${counts[0]}: processor time`, quarter, "ms");
    figures.note(`${name}, ${counts[1]}: processor time`, half, "ms");
    if (isOneStep) figures.atMost(`${name}, ${most}: processor time`, whole, "ms", 16);
    else figures.note(`${name}, ${most}: processor time`, whole, "ms");
    // Four times as much takes four times as long, with some room for what is measured beside it.
    figures.atMost(`${name}: ${most} / ${counts[0]}`, whole / quarter, "ratio", 5);
  }
  rmSync(folder, { recursive: true, force: true });
}

const cpuNow = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

async function growing(folder: string): Promise<readonly Growing[]> {
  const words = await createWords("en");
  return [
    {
      name: "a start that reads the list",
      most: 500,
      isOneStep: false,
      async prepare(count) {
        const data = mkdtempSync(join(folder, "list-"));
        await (await openPlainDesk(data, false)).fill(count);
        return () => openPlainDesk(data, false);
      },
    },
    {
      name: "drawing the next days, each event with 200 invited",
      most: 400,
      isOneStep: true,
      prepare: async (count) =>
        drawingOf(count, (event) => ({ ...event, places: [...event.places] })),
    },
    {
      name: "drawing them anew, as each minute",
      most: 400,
      isOneStep: true,
      prepare: async (count) => drawingOf(count, (event) => event),
    },
    {
      name: "drawing the tray a thousand times, accounts",
      most: 20,
      isOneStep: false,
      async prepare(count) {
        const state = stateWith(count);
        return () => repeat(1_000, () => trayView(state, words));
      },
    },
    {
      name: "finding what changed a thousand times, accounts",
      most: 20,
      isOneStep: false,
      async prepare(count) {
        const [state, other] = [stateWith(count), stateWith(count)];
        return () => repeat(1_000, () => changeBetween(state, other));
      },
    },
    {
      name: "cleaning an invitation, KB",
      most: 32,
      isOneStep: true,
      async prepare(count) {
        const line = "<p style='color:red'>Join <a href='https://example.com/a'>here</a> now</p>";
        const html = line.repeat(Math.ceil((count * 1_024) / line.length / 1.4));
        const content = `data:text/html,${encodeURIComponent(html)}`;
        return () => readJoinInformation(content.slice(0, count * 1_024));
      },
    },
  ];
}

const repeat = (times: number, work: () => unknown): void => {
  for (let time = 0; time < times; time += 1) work();
};

const minuteMilliseconds = 60_000;
const invited = Array.from({ length: 200 }, (_none, index) => `person-${index}@contoso.com`);

/** `read` is what is done to each event before a drawing: a copy is one of which nothing is known yet. */
function drawingOf(count: number, read: (event: CalendarEntry) => CalendarEntry): () => void {
  const now = Date.now();
  const events = Array.from({ length: count }, (_none, index) => {
    const startAt = now + index * 20 * minuteMilliseconds;
    return anEntry({
      eventId: `event-${index}`,
      startAt,
      endAt: startAt + 15 * minuteMilliseconds,
      joinUrl: index % 2 === 0 ? null : "https://teams.microsoft.com/meet/1",
      // As long as Microsoft's preview of a body is.
      places: [`https://example.com/room ${"lorem ipsum ".repeat(20)}`],
      inviteeAddresses: invited,
      inviteeCount: invited.length,
    });
  });
  const timeZone = "Europe/Berlin";
  const viewer = { ownAddress: "megan@contoso.com", timeZone, isDismissed: () => false };
  return () => {
    drawDays({ entries: events.map(read), timeZone, readAt: now }, now, viewer);
  };
}

function stateWith(count: number): AppState {
  const accounts = Array.from({ length: count }, (_none, index) => ({
    account: {
      id: `sample/oid-${index}.tid`,
      organisationId: `organisation-${index % 5}`,
      name: `Person ${index}`,
      username: `person-${index}@contoso.com`,
      kind: "member" as const,
    },
    key: `key-${index}`,
    problem: null,
  }));
  return { ...initialState(environment, defaultSettings), accounts };
}
