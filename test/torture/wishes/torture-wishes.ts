import type { MeetingOptions } from "../../../main/contract/meeting-options.ts";
import type { Figures } from "../../figures.ts";
import type { Random } from "../random.ts";
import { audit } from "./audit.ts";
import { type Books, emptyBooks, noteWhatIsSaid, noteWhatTheDiskPromises } from "./books.ts";
import { type Count, emptyCount, report } from "./count.ts";
import { faultKinds } from "./faults.ts";
import { movingClock, turns } from "./moving-clock.ts";
import { press } from "./person.ts";
import { createSimulatedGraph } from "./simulated-graph.ts";
import { cuttable, type Mistake, openDesk, type World } from "./world.ts";

/**
 * Random faults, crashes, retries, cancels, undos and restarts around a few wishes, for links and for calendar
 * events, on the real meetings code over the real Graph client, in simulated time. At the end of each
 * schedule the network is fine, and the books of both sides must agree.
 */
export async function tortureWishes(
  figures: Figures,
  random: Random,
  schedules: number,
  mistake: Mistake = {},
) {
  const count = emptyCount();
  for (let index = 0; index < schedules; index += 1) {
    await oneSchedule(random, count, mistake);
    if ((index + 1) % 10_000 === 0) console.log(`  ${index + 1} of ${schedules} schedules`);
  }
  report(figures, count, schedules);
}

const wishedOptions: readonly MeetingOptions[] = [
  {},
  { lobby: "organizer", attendeesMayUnmute: false },
];

async function oneSchedule(random: Random, count: Count, mistake: Mistake): Promise<void> {
  const clock = movingClock(random);
  const policy = random.chance(0.2) ? { allowAttendeeToEnableMic: true } : {};
  const graph = createSimulatedGraph(clock, random, policy);
  const world: World = {
    graph,
    clock,
    random,
    options: wishedOptions[random.below(2)] ?? {},
    keepLinkReady: random.chance(0.5),
    protection: random.chance(0.8) ? "sealed" : "memory-only",
    mistake,
  };
  graph.calendar.hasTeams = random.chance(0.85);
  const books = emptyBooks();
  let left: Record<string, unknown> = {};
  for (let run = 1 + random.below(3); run > 0; run -= 1) {
    graph.faults.push(...randomFaults(random));
    left = await oneRun(world, count, left, books);
    // An administrator saw to it.
    graph.calendar.hasTeams ||= random.chance(0.5);
  }
  graph.faults.length = 0;
  await lastRun(world, count, left, books);
}

/** Hours in which everything works, and the app looks again at what is still open. */
async function lastRun(
  world: World,
  count: Count,
  left: Record<string, unknown>,
  books: Books,
): Promise<void> {
  const { graph, clock } = world;
  const desk = openDesk(world, left, graph.network, (state) => noteWhatIsSaid(state, books));
  await desk.meetings.start();
  // What was cancelled moments before a crash may still be taken back until then.
  clock.pass(3_600_000);
  graph.settle();
  await desk.meetings.resume();
  for (let looks = 0; looks < 3; looks += 1) {
    clock.pass(31 * 60_000);
    await desk.meetings.recheck();
  }
  await turns(200);
  audit(world, desk, books, count);
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
  books: Books,
): Promise<Record<string, unknown>> {
  const { random, clock } = world;
  const line = cuttable(world.graph);
  const desk = openDesk(world, disk, line.network, (state) => {
    if (!line.isCut()) noteWhatIsSaid(state, books);
  });
  const crashes = random.chance(0.5);
  const life = (async () => {
    await desk.meetings.start();
    if (random.chance(0.7)) await desk.meetings.resume();
    for (let presses = 1 + random.below(2); presses > 0 && !line.isCut(); presses -= 1) {
      await press({ world, desk, line, books, count });
      clock.pass(random.below(300_000));
      if (random.chance(0.2)) await desk.meetings.recheck();
    }
  })();
  if (crashes) await Promise.race([life, turns(random.below(300))]);
  else {
    await life;
    await turns(120);
  }
  line.cut();
  const left = structuredClone(desk.disk);
  noteWhatTheDiskPromises(left, books);
  return left;
}
