import type { MeetingOptions } from "../../../main/contract/meeting-options.ts";
import type { AppState } from "../../../main/contract/state.ts";
import type { Random } from "../random.ts";
import { type Desk, openDesk } from "./desk/desk.ts";
import { createSimulatedClipboard, type SimulatedClipboard } from "./desk/simulated-clipboard.ts";
import { cuttable, type Habit, type Mistake, noHabit, type World } from "./desk/world.ts";
import { faultKinds } from "./graph/faults.ts";
import { createSimulatedGraph, type Fault } from "./graph/simulated-graph.ts";
import { audit } from "./laws/audit.ts";
import { type Books, emptyBooks, noteWhatTheDiskPromises, intentsOn } from "./laws/books.ts";
import type { Count } from "./laws/count.ts";
import { createWitness } from "./laws/witness.ts";
import { movingClock, turns } from "./moving-clock.ts";
import type { Hand } from "./person/act.ts";
import { settleForm } from "./person/form.ts";
import { live, type Scene } from "./person/person.ts";
import { createNotifier } from "./person/tray.ts";
import { walkOut } from "./person/way-out.ts";

export interface ScheduleOptions {
  readonly random: Random;
  readonly count: Count;
  readonly mistake: Mistake;
  readonly habit?: Habit;
  readonly tell?: (line: string) => void;
}

const askedOptions: readonly MeetingOptions[] = [
  {},
  { lobby: "organizer", attendeesMayUnmute: false },
];

/** Some lives of the app, and the hours after them. */
export async function oneSchedule(options: ScheduleOptions) {
  const { random, count, mistake, habit = noHabit, tell } = options;
  const clock = movingClock(random);
  const policy = random.chance(0.2) ? { allowAttendeeToEnableMic: true } : {};
  const graph = createSimulatedGraph(clock, random, policy);
  const world: World = {
    graph,
    clock,
    random,
    options: askedOptions[random.below(2)] ?? {},
    keepLinkReady: random.chance(0.5),
    protection: random.chance(0.8) ? "sealed" : "memory-only",
    mistake,
    granted: { calendar: random.chance(0.9) },
    patience: { isShort: true },
    habit,
    tell: (what) => tell?.(what()),
  };
  graph.calendar.hasTeams = random.chance(0.85);
  const books = emptyBooks();
  graph.onMade = (id) => {
    if (books.saidGone.has(id))
      count.add("falseSentences", `${id} came after it was said not to be`);
  };
  let disk: Record<string, unknown> = {};
  for (let run = 1 + random.below(3); run > 0; run -= 1) {
    graph.faults.push(...randomFaults(random));
    disk = await oneLife(world, count, disk, books);
    // An administrator saw to it.
    graph.calendar.hasTeams ||= random.chance(0.5);
  }
  await lastLife(world, count, disk, books);
}

const places = ["create", "change", "look", "end"] as const;

/** Mostly here and there; now and then the same again and again, for one kind of call. */
function randomFaults(random: Random): readonly Fault[] {
  const some = Array.from({ length: random.below(6) }, () => ({
    kind: randomKind(random),
    at: null,
  }));
  if (!random.chance(0.4)) return some;
  const kind = randomKind(random);
  const at = places[random.below(places.length)] ?? null;
  return [...some, ...Array.from({ length: 1 + random.below(7) }, () => ({ kind, at }))];
}

const randomKind = (random: Random) => faultKinds[random.below(faultKinds.length)] ?? "500";

/** A desk, with everybody who looks at it. */
async function takePlace(
  world: World,
  { count, disk, books }: { count: Count; disk: Record<string, unknown>; books: Books },
): Promise<Scene> {
  const line = cuttable(world);
  const clipboard: SimulatedClipboard = createSimulatedClipboard(world.random, (text) =>
    witness.onCopy(text),
  );
  const witness = createWitness({
    world,
    books,
    count,
    leftOver: new Set(intentsOn(disk).map(({ id }) => id)),
    isCut: line.isCut,
    clipboard: () => clipboard.text(),
  });
  let seen: AppState | null = null;
  let scene: Scene | null = null;
  const desk: Desk = await openDesk(world, {
    disk,
    network: line.network,
    clipboard,
    listen: (meetings) => witness.listen(meetings),
    onState(state) {
      witness.onState(state);
      if (scene) {
        settleForm(scene.hand, state.creation);
        scene.notifier.onState(seen ?? state, state);
      }
      seen = state;
    },
  });
  const hand: Hand = { world, desk, draft: null };
  scene = { world, desk, line, count, witness, notifier: createNotifier(desk.words), hand };
  return scene;
}

/** One life of the app, which may end at any moment. Answers what is on disk when the lights go out. */
async function oneLife(
  world: World,
  count: Count,
  disk: Record<string, unknown>,
  books: Books,
): Promise<Record<string, unknown>> {
  const { random } = world;
  world.tell(() => "— the app starts");
  const scene = await takePlace(world, { count, disk, books });
  const { desk, line } = scene;
  const life = (async () => {
    await desk.start();
    await live(scene);
  })();
  if (random.chance(0.5)) await Promise.race([life, turns(random.below(1_000))]);
  else {
    await life;
    await turns(300);
    if (random.chance(0.6)) await walkOut(scene);
    world.patience.isShort = true;
  }
  line.cut();
  world.tell(() => "— the power is cut");
  const left = structuredClone(desk.disk);
  noteWhatTheDiskPromises(left, books);
  return left;
}

/** Hours in which everything works, and the app looks again at what is still open. */
async function lastLife(
  world: World,
  count: Count,
  disk: Record<string, unknown>,
  books: Books,
): Promise<void> {
  const { graph, clock } = world;
  graph.faults.length = 0;
  graph.isOffline = false;
  graph.isSignInOver = false;
  world.granted.calendar = true;
  world.patience.isShort = false;
  world.tell(() => "— the storm is over");
  const scene = await takePlace(world, { count, disk, books });
  const { desk } = scene;
  await desk.start();
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
