import type { MeetingOptions } from "../../../main/contract/meeting-options.ts";
import type { AppState } from "../../../main/contract/state.ts";
import type { Figures } from "../../figures.ts";
import type { Random } from "../random.ts";
import { createSimulatedGraph, faultKinds, type SimulatedGraph } from "./simulated-graph.ts";
import { cuttable, movingClock, openDesk, openOnline, turns, type World } from "./world.ts";

interface Count {
  duplicates: number;
  missing: number;
  strays: number;
  falseSuccesses: number;
  leftBehind: number;
  undercuts: number;
  silentLosses: number;
  calls: number;
}

/**
 * Random faults, crashes, retries, cancels, undos and restarts around a few wishes, on the real meetings
 * code over the real Graph client, in simulated time. At the end of each schedule the network is fine,
 * and the books of both sides must agree.
 */
export async function tortureWishes(figures: Figures, random: Random, schedules: number) {
  const count: Count = {
    duplicates: 0,
    missing: 0,
    strays: 0,
    falseSuccesses: 0,
    leftBehind: 0,
    undercuts: 0,
    silentLosses: 0,
    calls: 0,
  };
  for (let index = 0; index < schedules; index += 1) {
    await oneSchedule(random, count);
    if ((index + 1) % 10_000 === 0) console.log(`  ${index + 1} of ${schedules} schedules`);
  }
  const name = `${schedules} fault schedules`;
  figures.exactly(`${name}: wishes with two meetings`, count.duplicates, "meetings", 0);
  figures.exactly(`${name}: wishes without their meeting`, count.missing, "wishes", 0);
  figures.exactly(`${name}: meetings nobody knows of`, count.strays, "meetings", 0);
  figures.exactly(`${name}: cancelled or undone, but left`, count.leftBehind, "meetings", 0);
  figures.exactly(`${name}: false successes`, count.falseSuccesses, "answers", 0);
  figures.exactly(
    `${name}: presses that came to nothing without a word`,
    count.silentLosses,
    "presses",
    0,
  );
  figures.exactly(`${name}: calls before Retry-After allowed`, count.undercuts, "calls", 0);
  figures.atLeast(`${name}: calls to Graph`, count.calls, "calls", schedules);
}

const wishedOptions: readonly MeetingOptions[] = [
  {},
  { lobby: "organizer", attendeesMayUnmute: false },
];

/** What a person did, and what must therefore be there in the end. */
interface Expected {
  /** Ids whose meeting must exist and be in the list. */
  readonly wanted: Set<string>;
  /** Ids whose meeting must not exist. */
  readonly unwanted: Set<string>;
}

async function oneSchedule(random: Random, count: Count): Promise<void> {
  const clock = movingClock();
  const graph = createSimulatedGraph(clock, random);
  let left: Record<string, unknown> = {};
  const options = wishedOptions[random.below(2)] ?? {};
  const keepLinkReady = random.chance(0.5);
  const world = { graph, clock, random, options, keepLinkReady };
  const expected: Expected = { wanted: new Set(), unwanted: new Set() };
  for (let run = 1 + random.below(3); run > 0; run -= 1) {
    graph.faults.push(...randomFaults(random));
    left = await oneRun(world, count, left, expected);
  }
  graph.faults.length = 0;
  const desk = openDesk(world, left, openOnline(world, left, graph.network));
  await desk.meetings.start();
  // What was cancelled moments before a crash may still be taken back until then.
  clock.pass(3_600_000);
  await desk.meetings.resume();
  await turns(200);
  audit(graph, desk.state(), expected, count);
  count.undercuts += graph.undercuts();
  count.calls += graph.calls();
}

const randomFaults = (random: Random) =>
  Array.from({ length: random.below(6) }, () => faultKinds[random.below(faultKinds.length)]).filter(
    (kind) => kind !== undefined,
  );

/** One life of the app, which may end at any moment. Answers what is on disk when the lights go out. */
async function oneRun(
  world: World,
  count: Count,
  disk: Record<string, unknown>,
  expected: Expected,
) {
  const { random, clock } = world;
  const line = cuttable(world.graph);
  const desk = openDesk(world, disk, openOnline(world, disk, line.network));
  const crashes = random.chance(0.5);
  const life = (async () => {
    await desk.meetings.start();
    if (random.chance(0.7)) await desk.meetings.resume();
    for (let presses = 1 + random.below(2); presses > 0 && !line.isCut(); presses -= 1) {
      await press(world, count, desk, line, expected);
      clock.pass(random.below(300_000));
    }
  })();
  if (crashes) await Promise.race([life, turns(random.below(160))]);
  else {
    await life;
    await turns(120);
  }
  line.cut();
  const left = structuredClone(desk.disk);
  noteWhatTheDiskPromises(left, expected);
  return left;
}

type Desk = ReturnType<typeof openDesk>;
type Line = ReturnType<typeof cuttable>;

async function press(
  world: World,
  count: Count,
  desk: Desk,
  line: Line,
  expected: Expected,
): Promise<void> {
  const { random, graph } = world;
  const made = desk.meetings.meetNow({ again: true });
  const cancelled = random.chance(0.25) && (await cancelSoon(random, desk, expected));
  const result = await made;
  // What a dead app thinks is nobody's business.
  if (line.isCut()) return;
  const { creation } = desk.state();
  if (cancelled) return;
  if (!result.ok) {
    // Nothing was made, or it is not known: either is on the screen.
    if (creation.kind !== "failed") count.silentLosses += 1;
    return;
  }
  const { id } = result.value;
  if (!graph.made.has(id)) count.falseSuccesses += 1;
  expected.wanted.add(id);
  if (random.chance(0.2) && creation.kind === "created") await undo(desk, line, id, expected);
}

/** It may be an earlier run's wish that was taken up: cancelled is cancelled. */
async function cancelSoon(random: Random, desk: Desk, { wanted }: Expected): Promise<true> {
  await turns(random.below(30));
  const { creation } = desk.state();
  if (creation.kind === "creating") wanted.delete(creation.wishId);
  if (creation.kind === "created") wanted.delete(creation.meeting.id);
  await desk.meetings.cancel();
  return true;
}

async function undo(desk: Desk, line: Line, id: string, expected: Expected): Promise<void> {
  // Refused, the person sees the link again; whether Microsoft ended it all the same is found out later.
  expected.wanted.delete(id);
  const undone = await desk.meetings.undo();
  if (undone.ok && !line.isCut()) expected.unwanted.add(id);
}

/** The wish file is the promise: what it says when the power goes is what must come true. */
function noteWhatTheDiskPromises(disk: Record<string, unknown>, { wanted, unwanted }: Expected) {
  for (const { id, aim } of wishesOn(disk)) {
    if (aim === "wanted") wanted.add(id);
    if (aim === "unwanted") {
      wanted.delete(id);
      unwanted.add(id);
    }
  }
}

function wishesOn(disk: Record<string, unknown>): { id: string; aim: string }[] {
  const text = JSON.stringify(disk["wishes"] ?? {});
  const read: { wishes?: { id: string; aim: string }[] } = JSON.parse(text);
  return read.wishes ?? [];
}

function audit(graph: SimulatedGraph, state: AppState, expected: Expected, count: Count): void {
  const there = new Map<string, number>();
  for (const { externalId } of graph.existing.values())
    there.set(externalId, (there.get(externalId) ?? 0) + 1);
  const listed = new Set(state.recent.map(({ id }) => id));
  for (const [id, number] of there) {
    if (number > 1) count.duplicates += 1;
    if (expected.unwanted.has(id)) count.leftBehind += 1;
  }
  for (const id of expected.wanted)
    if (!expected.unwanted.has(id) && (there.get(id) !== 1 || !listed.has(id))) count.missing += 1;
  const unlisted = [...there.keys()].filter((id) => !listed.has(id));
  // One may wait for the next press.
  count.strays += Math.max(0, unlisted.length - (state.linkReady ? 1 : 0));
}
