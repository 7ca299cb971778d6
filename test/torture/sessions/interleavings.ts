import { inspect } from "node:util";

import { createRandom, type Random } from "../random.ts";
import { type Books, createVerdicts, emptyBooks, type Verdicts } from "./books.ts";
import { type Desk, type Outcome, type StartDesk, startApp, startWithoutQueue } from "./desks.ts";
import { createHistory, type History } from "./history.ts";
import { createIdentity, type Fault, type Identity } from "./identity.ts";
import type { Computer } from "./one-start.ts";
import { type Call, createSchedule, names, type Schedule } from "./schedule.ts";
import { createSimulatedTime, withDates } from "./simulated-time.ts";

export interface InterleavingOptions {
  readonly count: number;
  readonly seed: number;
  /** MSAL called side by side, to compare with. */
  readonly withoutQueue?: boolean;
}

/** Random sign-ins, sign-outs and token calls of three people, overlapping and cancelled; then a restart. */
export async function runInterleavings(options: InterleavingOptions): Promise<Books> {
  const { count, seed, withoutQueue = false } = options;
  const books = emptyBooks();
  const start = withoutQueue ? startWithoutQueue : startApp;
  for (let index = 0; index < count; index += 1)
    await runOne(Math.imul(seed, 1_000_003) + index, start, books);
  return books;
}

async function runOne(seed: number, start: StartDesk, books: Books): Promise<void> {
  const random = createRandom(seed);
  const schedule = createSchedule(random);
  const verdicts = createVerdicts(books);
  const world = createWorld(random, schedule, books);
  books.schedules += 1;
  try {
    await withDates(world.computer.time.now, () =>
      play({ ...world, schedule, start, books, verdicts }),
    );
  } catch (error) {
    verdicts.note("broken", String(error));
  }
  if (verdicts.notes.length > 0 && books.details.length < 10)
    books.details.push(inspect({ seed, notes: verdicts.notes, schedule }, { depth: 4 }));
}

const faults: readonly Fault[] = [
  { kind: "not-sent", failure: "offline" },
  { kind: "not-sent", failure: "timed-out" },
  { kind: "answer-lost", failure: "reset" },
  { kind: "answered", status: 503, body: "<html>" },
  { kind: "answered", status: 200, body: "<html>welcome to our hotel" },
  { kind: "answered", status: 429, body: `{"error":"temporarily_unavailable"}` },
];

interface World {
  readonly computer: Computer;
  readonly identity: Identity;
  readonly weather: { isBad: boolean };
}

function createWorld(random: Random, { faultChance }: Schedule, books: Books): World {
  const time = createSimulatedTime();
  const weather = { isBad: false };
  const identity = createIdentity({
    time,
    delay: () => random.next() * 500,
    isStrict: true,
    fault() {
      if (!weather.isBad || !random.chance(faultChance)) return null;
      books.faults += 1;
      return faults[random.below(faults.length)] ?? null;
    },
  });
  const computer: Computer = {
    time,
    disk: new Map(),
    network: identity.network,
    keyringDelay: () => random.next() * 100,
    isKeyringLocked: () => false,
  };
  return { computer, identity, weather };
}

interface Play extends World {
  readonly schedule: Schedule;
  readonly start: StartDesk;
  readonly books: Books;
  readonly verdicts: Verdicts;
}

/** An answer to a token call. Judged when all is known: sign-outs on their way count as well. */
interface Answer {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly outcome: Outcome;
}

interface Scene extends Play {
  readonly desk: Desk;
  readonly history: History;
  readonly answers: Answer[];
}

async function play(given: Play): Promise<void> {
  const { computer, identity, weather, schedule, start } = given;
  const { time } = computer;
  const open = () => start(computer, identity);
  let scene: Scene = { ...given, desk: open(), history: createHistory(), answers: [] };
  for (const name of schedule.signedInBefore)
    await time.until(make({ kind: "sign-in", name, at: 0, cancelAfter: null }, scene));
  time.suspend(schedule.sleep);
  if (schedule.isFreshStart) {
    scene = { ...scene, desk: open() };
    await time.until(scene.desk.people());
  }
  weather.isBad = true;
  await time.until(Promise.all(schedule.calls.map((call) => make(call, scene))));
  // What was cancelled is still cleared away.
  await time.rest();
  weather.isBad = false;
  for (const answer of scene.answers) judgeAnswer(answer, scene);
  await time.until(judgeRestart({ ...scene, desk: open() }));
}

async function make(call: Call, scene: Scene): Promise<void> {
  const { history, computer, verdicts, books, schedule } = scene;
  const { kind, name } = call;
  await computer.time.sleep(call.at);
  const from = computer.time.uptime();
  const outcome = await ask(call, scene);
  const to = computer.time.uptime();
  books.calls += 1;
  if (outcome === "cancelled") books.cancelled += 1;
  if (kind === "token" || kind === "refresh") {
    scene.answers.push({ name, from, to, outcome });
    return;
  }
  history.add({ name, kind, from, to, outcome });
  const mayFail =
    kind === "sign-in" &&
    (schedule.faultChance > 0 || (call.cancelAfter !== null && outcome === "cancelled"));
  if (outcome !== "ok" && !mayFail) verdicts.note("refused", `${kind} ${name}: ${outcome}`);
}

async function ask(call: Call, { desk, computer }: Scene): Promise<Outcome> {
  const { kind, name, cancelAfter } = call;
  switch (kind) {
    case "token":
    case "refresh":
      return desk.token(name, kind === "refresh");
    case "sign-out":
      return desk.signOut(name);
    case "sign-in": {
      const controller = new AbortController();
      if (cancelAfter !== null)
        void computer.time.sleep(cancelAfter).then(() => controller.abort());
      return desk.signIn(name, controller.signal);
    }
  }
}

function judgeAnswer(answer: Answer, { history, verdicts, schedule }: Scene): void {
  const { name, outcome } = answer;
  const period = { ...answer, mayHaveRemains: true };
  const what = `${name} at ${Math.round(answer.from)}: ${outcome}`;
  if (history.isSurely("in", period)) {
    if (outcome === "sign-in-again") verdicts.note("falselySignedOut", what);
    else if (outcome !== "ok" && (schedule.faultChance === 0 || outcome === "cancelled"))
      verdicts.note("refused", what);
  }
  if (history.isSurely("out", period) && outcome === "ok")
    verdicts.note("tokensAfterSignOut", what);
}

async function judgeRestart({ desk, history, computer, verdicts, books }: Scene): Promise<void> {
  const from = computer.time.uptime();
  const people = await desk.people();
  for (const name of names) {
    const period = { name, from, to: from, mayHaveRemains: false };
    const isIn = history.isSurely("in", period);
    const isOut = history.isSurely("out", period);
    if (isIn || isOut) books.decided += 1;
    if (isIn && !people.has(name)) verdicts.note("accountsLost", name);
    if (isOut && people.has(name)) verdicts.note("reappeared", name);
    if (!people.has(name)) continue;
    const outcome = await desk.token(name, true);
    if (outcome !== "ok") verdicts.note("deadTokens", `${name}: ${outcome}`);
  }
}
