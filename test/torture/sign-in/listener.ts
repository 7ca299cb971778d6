import { setTimeout as delay } from "node:timers/promises";

import { createVisitor } from "../../main/auth/visitor.ts";
import { createRandom, type Random } from "../random.ts";
import { crowd } from "./attack.ts";
import {
  type ListenerProcess,
  type Memory,
  startListener,
  type WaitingSignIn,
} from "./listener-process.ts";
import { besiege } from "./siege.ts";
import { formOf } from "./request-text.ts";

export interface ListenerRunOptions {
  readonly requests: number;
  readonly sockets: number;
  readonly seed: number;
  readonly log: (line: string) => void;
  /** Of the requests, how many wait to see whether they are ever closed. */
  readonly patientShare?: number;
}

/** Sign-ins that are answered in the middle of a siege. */
const mostUnderFire = 20;
/** Milliseconds. Far more than a slow computer needs: whoever waits so long will wait for ever. */
const hangsAfter = 120_000;

/**
 * Hostile requests and idle sockets against a sign-in that waits: the app's listener, and then MSAL's
 * own with the same requests, less those that carry its state.
 */
export async function runListener(options: ListenerRunOptions) {
  const startedAt = performance.now();
  const ours = await tortureOurs(options);
  options.log("  the listener of MSAL");
  const withBreakers = await tortureMsal(options, true);
  const without = await tortureMsal(options, false);
  return {
    ...ours,
    msalSurvived: withBreakers.survived,
    msalSurvivedWithout: without.survived,
    msalIdleHeld: without.idleHeld,
    msalGrowthMegabytes: without.growthMegabytes,
    msalHung: without.hung,
    msalAnswered: without.answered,
    seconds: (performance.now() - startedAt) / 1_000,
  };
}

/** The app's listener alone. */
export async function tortureOurs({
  requests,
  sockets,
  seed,
  log,
  patientShare = 0.01,
}: ListenerRunOptions) {
  const random = createRandom(seed);
  const underFire = Math.min(mostUnderFire, Math.ceil(requests / 100));
  const child = startListener("ours");
  const siege = { random, knowsState: true, withBreakers: true, patientShare };
  const books = { foreignCodes: 0, ended: 0 };
  try {
    const before = await warmMemory(child, requests);

    const idle = await openAndCrowd(child, sockets);
    const idleHeld = idle.people.open();
    const whileIdle = await answer(idle.signIn, books);
    idle.people.leave();

    log(`  ${requests} hostile requests`);
    const long = await openAndCrowd(child, sockets);
    const stop = () => child.hasEnded();
    const { signIn } = long;
    const { sent, ...harm } = await besiege(signIn, { ...siege, count: requests, stop });
    if (signIn.isSettled()) books.ended += 1;
    const during = await child.memory();
    const afterSiege = await answer(signIn, books);
    long.people.leave();

    const fire = await answerUnderFire(child, random, books, underFire);
    const last = await answer(await child.openSignIn(), books);
    const after = await child.memory();
    return {
      sent,
      ...harm,
      ...books,
      answeredWhileIdle: Number(whileIdle),
      answeredAfter: Number(afterSiege) + Number(last),
      answeredUnderFire: fire,
      underFire,
      idleHeld,
      rssGrowthMegabytes: growth(before.rss, during.rss, after.rss),
      heapGrowthMegabytes: growth(before.heapUsed, during.heapUsed, after.heapUsed),
    };
  } finally {
    await child.end();
  }
}

const growth = (before: number, ...later: readonly number[]): number =>
  (Math.max(...later) - before) / 1024 / 1024;

/** A process that has just started is still growing into its size: what every later one finds is there. */
async function warmMemory(child: ListenerProcess, requests: number): Promise<Memory> {
  const count = Math.min(500, requests);
  for (let round = 0; round < 3; round += 1) {
    const signIn = await child.openSignIn();
    const stop = () => child.hasEnded() || signIn.isSettled();
    const harmless = { random: createRandom(round), knowsState: false, withBreakers: false };
    await besiege(signIn, { ...harmless, count: count / 3, patientShare: 0, stop });
    await answer(signIn, { foreignCodes: 0, ended: 0 });
  }
  return child.memory();
}

async function openAndCrowd(child: ListenerProcess, sockets: number) {
  const signIn = await child.openSignIn();
  const people = await crowd(signIn.port, sockets);
  // Whoever was turned away may not have heard of it yet.
  await delay(300);
  return { signIn, people };
}

/** The browser comes in the middle of it. */
async function answerUnderFire(
  child: ListenerProcess,
  random: Random,
  books: Books,
  times: number,
): Promise<number> {
  let answered = 0;
  for (let round = 0; round < times; round += 1) {
    const signIn = await child.openSignIn();
    const fighting = besiege(signIn, {
      count: Number.POSITIVE_INFINITY,
      random,
      knowsState: false,
      withBreakers: true,
      patientShare: 0,
      stop: () => signIn.isSettled() || child.hasEnded(),
    });
    await delay(50 + random.below(100));
    if (await answer(signIn, books)) answered += 1;
    // One that was not answered is let go, or the siege of it would have no end.
    else await answer(signIn, books);
    await fighting;
  }
  return answered;
}

interface Books {
  foreignCodes: number;
  /** Sign-ins that were over before the right answer came. */
  ended: number;
}

/** True where the right answer gave exactly the right code. */
async function answer(signIn: WaitingSignIn, books: Books): Promise<boolean> {
  const { port, state } = signIn;
  const code = `right-${port}`;
  const wasSettled = signIn.isSettled();
  const { send } = createVisitor(() => port);
  const body = formOf({ code, state, client_info: "who" });
  const limit = new AbortController();
  const tooLate = delay(hangsAfter, null, { signal: limit.signal }).catch(() => null);
  const page = await Promise.race([send({ body }).catch(() => null), tooLate]);
  const given = await Promise.race([signIn.settled, tooLate]);
  limit.abort();
  if (wasSettled) books.ended += 1;
  if (given !== null && given !== code) books.foreignCodes += 1;
  return page?.status === 200 && given === code;
}

async function tortureMsal(
  { requests, sockets, seed, patientShare = 0.01 }: ListenerRunOptions,
  withBreakers: boolean,
) {
  const random = createRandom(seed);
  const child = startListener("msal");
  try {
    const before = await warmMemory(child, requests);
    const { signIn, people } = await openAndCrowd(child, sockets);
    const idleHeld = people.open();
    const stop = () => child.hasEnded() || signIn.isSettled();
    const siege = { random, knowsState: false, withBreakers, patientShare, stop };
    const { sent, hung } = await besiege(signIn, { ...siege, count: requests });
    const wasStopped = stop();
    const later = child.hasEnded() ? null : await child.memory();
    const isAnswered = !wasStopped && (await answer(signIn, { foreignCodes: 0, ended: 0 }));
    people.leave();
    return {
      survived: sent,
      idleHeld,
      hung,
      answered: Number(isAnswered),
      growthMegabytes: later === null ? 0 : growth(before.rss, later.rss),
    };
  } finally {
    await child.end();
  }
}
