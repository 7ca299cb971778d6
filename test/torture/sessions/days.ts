import { createRandom } from "../random.ts";
import { ask } from "./ask.ts";
import { accountIdOf } from "./desks.ts";
import { type Diary, emptyDiary, noteTrouble } from "./diary.ts";
import { heapMegabytes } from "./heap.ts";
import { createLife, type Life, missing } from "./life.ts";
import { names } from "./schedule.ts";
import { createSimulatedTime, withDates } from "./simulated-time.ts";
import { throttled } from "./weather.ts";

export interface DaysOptions {
  readonly days: number;
  readonly seed: number;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Days in the life of a computer: work, sleep, outages, wrong clocks, restarts, with three people signed in. */
export async function runDays({ days, seed }: DaysOptions): Promise<Diary> {
  const time = createSimulatedTime();
  const diary = emptyDiary();
  const timersBefore = timers();
  await withDates(time.now, () => live(createLife(time, createRandom(seed), diary), days));
  diary.days = days;
  diary.handlesLeft = Math.max(0, timers() - timersBefore);
  return diary;
}

const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;

async function live(life: Life, days: number): Promise<void> {
  const { time, diary } = life;
  const clock = { rightSince: 0, isRight: true };
  const begin = time.trueNow();
  const age = () => (time.trueNow() - begin) / day;
  for (const name of names) await life.signIn(name);
  let heapBefore: number | null = null;
  while (age() < days) {
    await oneStep(life, clock);
    if (heapBefore === null && age() >= Math.min(3, days / 2)) heapBefore = await heapMegabytes();
  }
  diary.heapGrowthMegabytes = (await heapMegabytes()) - (heapBefore ?? 0);
  await life.close();
}

interface ClockState {
  /** True time since when the computer's clock has been right. */
  rightSince: number;
  isRight: boolean;
}

type Happening = (life: Life, clock: ClockState) => Promise<void> | void;

/** How often each happens, of a hundred. */
const happenings: readonly (readonly [number, Happening])[] = [
  [3, askOften],
  [2, sleep],
  [2, ({ session }) => session().wake()],
  [3, loseNetwork],
  [1, lockKeyring],
  [2, changeClock],
  [6, mendClock],
  [0.5, setBackWhileThrottled],
  [1, restart],
  [2, choose],
  [0.5, revoke],
  [3, ({ time, random }) => time.pass(random.next() * 3 * hour)],
];

async function oneStep(life: Life, clock: ClockState): Promise<void> {
  const { time, random } = life;
  await time.pass(random.next() * 20 * minute);
  let number = random.next() * 100;
  for (const [share, happening] of happenings) {
    number -= share;
    if (number < 0) {
      await happening(life, clock);
      break;
    }
  }
  await ask(life, anybody(life), rightSince(life, clock));
  await signInAgain(life);
}

const anybody = ({ random }: Life) => names[random.below(names.length)] ?? names[0];

const rightSince = ({ time }: Life, clock: ClockState) =>
  clock.isRight ? clock.rightSince : time.trueNow();

/** A page that is open and asks for a token with each thing it does. */
async function askOften(life: Life, clock: ClockState): Promise<void> {
  const name = anybody(life);
  for (let count = 0; count < 60; count += 1) {
    await ask(life, name, rightSince(life, clock));
    await life.time.pass(life.random.next() * 40 * second);
  }
}

async function sleep(life: Life): Promise<void> {
  const { time, random, session, diary } = life;
  diary.sleeps += 1;
  time.suspend(random.chance(0.2) ? random.next() * 3 * day : random.next() * 12 * hour);
  session().wake();
  await time.pass(random.next() * 5 * second);
}

function loseNetwork({ weather, random, diary }: Life): void {
  diary.outages += 1;
  weather.breakNetwork(random.next() ** 3 * 8 * hour);
}

function lockKeyring({ weather, random, diary }: Life): void {
  diary.keyringLocks += 1;
  weather.lockKeyring(random.next() * 2 * hour);
}

const unit = [second, minute, hour, day];

function changeClock({ time, random, diary }: Life, clock: ClockState): void {
  diary.clockChanges += 1;
  clock.isRight = false;
  const size = (random.next() - 0.5) * 10 * (unit[random.below(unit.length)] ?? 0);
  time.setClock(size);
}

/** Whoever remembers by the clock until when not to ask must not take a clock that was set back for days of waiting. */
async function setBackWhileThrottled(life: Life, clock: ClockState): Promise<void> {
  const { time, weather, session, random, diary } = life;
  const name = anybody(life);
  weather.breakNetwork(20 * second, throttled);
  await time.until(session().token({ accountId: accountIdOf(name), forceRefresh: true }));
  diary.outages += 1;
  diary.clockChanges += 1;
  clock.isRight = false;
  time.setClock(time.now() - time.trueNow() - (1 + random.next() * 48) * hour);
  await time.pass(2 * minute);
  await ask(life, name, rightSince(life, clock));
}

function mendClock({ time }: Life, clock: ClockState): void {
  if (clock.isRight) return;
  time.setClock(0);
  clock.isRight = true;
  clock.rightSince = time.trueNow();
}

/** After a login the keyring is mostly locked for a moment. */
async function restart(life: Life): Promise<void> {
  const { weather, random, time, diary } = life;
  diary.restarts += 1;
  await life.close();
  weather.lockKeyring(random.chance(0.5) ? random.next() * 70 * second : 0);
  await life.start();
  await time.pass(2 * minute);
  for (const name of missing(life)) noteTrouble(diary, "forgotten", name);
}

function choose(life: Life): void {
  life.session().choose(accountIdOf(anybody(life)));
}

function revoke(life: Life): void {
  const name = anybody(life);
  if (life.identity.isRevoked(name)) return;
  life.diary.revoked += 1;
  life.identity.revoke(name);
}

/** Whoever was asked to does, as soon as it can be done. */
async function signInAgain(life: Life): Promise<void> {
  const { weather } = life;
  if (weather.calmMilliseconds() < 2 * minute || weather.isKeyringLocked()) return;
  for (const name of life.prompted()) await life.signIn(name);
}
