import type { AppError } from "../../main/contract/errors.ts";
import type { AppState } from "../../main/contract/state.ts";
import {
  createFakeOnlineMeetings,
  type FakeOnlineMeetings,
  type Fault,
} from "../fakes/fake-online-meetings.ts";
import { createMeetingsDesk } from "../fakes/meetings-desk.ts";
import type { Figures } from "../figures.ts";
import type { Random } from "./random.ts";

const errors: readonly AppError[] = [
  { kind: "offline", trace: null },
  { kind: "no-answer", trace: null },
  { kind: "throttled", retryAfterSeconds: 2, trace: null },
  { kind: "captive-portal", trace: null },
  { kind: "intercepted", trace: null },
  { kind: "sign-in-again", reason: null, trace: null },
];

interface Count {
  duplicates: number;
  forgotten: number;
  falseSuccesses: number;
  leftBehind: number;
}

/**
 * Random faults, crashes, retries, cancels and restarts around one wish, on the real meetings code in
 * simulated time. At the end of each schedule the network is fine, and the books must agree.
 */
export async function tortureWishes(figures: Figures, random: Random, schedules: number) {
  const count: Count = { duplicates: 0, forgotten: 0, falseSuccesses: 0, leftBehind: 0 };
  for (let index = 0; index < schedules; index += 1) await oneSchedule(random, count);
  const name = `${schedules} fault schedules around one wish`;
  figures.exactly(`${name}: meetings made twice`, count.duplicates, "meetings", 0);
  figures.exactly(`${name}: wishes forgotten`, count.forgotten, "wishes", 0);
  figures.exactly(`${name}: false successes`, count.falseSuccesses, "answers", 0);
  figures.exactly(`${name}: cancelled, but left`, count.leftBehind, "meetings", 0);
}

async function oneSchedule(random: Random, count: Count): Promise<void> {
  const online = createFakeOnlineMeetings();
  online.faults.push(...Array.from({ length: random.below(4) }, () => randomFault(random)));
  const disk = await firstRun(random, online, count);
  await turns(20);
  const aim = /"aim":"(\w+)"/u.exec(JSON.stringify(disk["wishes"] ?? ""))?.[1];
  const wasMade = disk["history"] !== undefined && aim === undefined && online.existing.size === 1;
  const state = await restartUntilSettled(online, disk, random.below(3));
  const listed = state.recent.map((meeting) => meeting.id);
  const unlisted = [...online.existing.keys()].filter((id) => !listed.includes(id));
  if (new Set(online.created).size > 1) count.duplicates += 1;
  if (unlisted.length > 0) count.forgotten += 1;
  if ((aim === "wanted" || wasMade) && online.existing.size !== 1) count.forgotten += 1;
  if (aim === "unwanted" && online.existing.size > 0) count.leftBehind += 1;
}

/** Presses, perhaps cancels, perhaps crashes. Answers what is on disk when the lights go out. */
async function firstRun(random: Random, online: FakeOnlineMeetings, count: Count) {
  const line = connection(online);
  const desk = createMeetingsDesk({ online: line.online });
  const crashes = random.chance(0.4);
  const cancels = random.chance(0.3);
  const press = desk.meetings.meetNow();
  const cancelled = cancels ? turns(random.below(12)).then(() => desk.meetings.cancel()) : null;
  if (crashes) await turns(random.below(24));
  else {
    const [made] = await Promise.all([press, cancelled]);
    if (made.ok && !cancels && !online.existing.has(made.value.id)) count.falseSuccesses += 1;
  }
  line.cut();
  return structuredClone(desk.disk);
}

/** Restarts with the faults that are left, and a last time without any. */
async function restartUntilSettled(
  online: FakeOnlineMeetings,
  disk: Record<string, unknown>,
  more: number,
): Promise<AppState> {
  for (let restart = more; ; restart -= 1) {
    if (restart === 0) online.faults.length = 0;
    const desk = createMeetingsDesk({ disk, online });
    await desk.meetings.start();
    await desk.meetings.resume();
    if (restart === 0) return desk.state();
  }
}

/** A line to Microsoft that a crash cuts: what was sent still arrives, but no answer and no later call. */
function connection(online: FakeOnlineMeetings) {
  let isCut = false;
  const silence = new Promise<never>(() => undefined);
  const over = async <Value>(call: () => Promise<Value>): Promise<Value> => {
    if (isCut) return silence;
    const answer = await call();
    return isCut ? silence : answer;
  };
  return {
    online: {
      ...online,
      createOrGet: (...input: Parameters<FakeOnlineMeetings["createOrGet"]>) =>
        over(() => online.createOrGet(...input)),
      end: (...input: Parameters<FakeOnlineMeetings["end"]>) => over(() => online.end(...input)),
    },
    cut: () => {
      isCut = true;
    },
  };
}

function randomFault(random: Random): Fault {
  const error = errors[random.below(errors.length)];
  const act = random.chance(0.5);
  const waits = random.below(4);
  return { wait: () => turns(waits), act, ...(error && random.chance(0.8) ? { error } : {}) };
}

/** Lets the event loop turn: the grain at which a crash can fall between two steps. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}
