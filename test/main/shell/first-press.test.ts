import { expect, test } from "vitest";

import type { Clock } from "../../../main/base/clock.ts";
import type { Network } from "../../../main/base/network.ts";
import { hastyClock } from "../../fakes/hasty-clock.ts";
import { runningSandbox } from "../../fakes/running-sandbox.ts";
import { openApp } from "./open-app.ts";
import { temporaryFolder } from "../../fakes/temporary-folder.ts";

const sandbox = runningSandbox();
const folder = temporaryFolder("first-press-");

const meetNow = { name: "meetNow", input: { again: false } } as const;
const second = 1_000;

/** Time that only the test moves, from now on. */
function aHeldClock() {
  let now = Date.now();
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();
  const clock: Clock = {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        const sleeper = { at: now + milliseconds, wake };
        function wake(): void {
          sleepers.delete(sleeper);
          resolve();
        }
        if (signal?.aborted) wake();
        else sleepers.add(sleeper);
        signal?.addEventListener("abort", wake);
      }),
  };
  return {
    clock,
    /** What is due on the way is done, and whatever comes of it. */
    async move(milliseconds: number) {
      now += milliseconds;
      for (const sleeper of sleepers) if (sleeper.at <= now) sleeper.wake();
      for (let turn = 0; turn < 50; turn += 1)
        await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** No network until it comes; what is asked meanwhile fails at once. */
function aLateNetwork() {
  const line = { isThere: false, refused: 0 };
  const through =
    (usual: Network): Network =>
    async (request) => {
      if (line.isThere) return usual(request);
      line.refused += 1;
      return { ok: false, failure: "offline", mayHaveArrived: false };
    };
  return { line, through };
}

/** Signed in yesterday; `keepLinkReady` decides whether a link was left for today. */
async function yesterday(keepLinkReady: boolean) {
  const askBeforeSecond = false;
  const desk = await openApp(sandbox(), { folder: folder(), isChosen: true, clock: hastyClock });
  await desk.handlers.changeSettings({ keepLinkReady, askBeforeSecond });
  await desk.signIn();
  if (keepLinkReady) {
    await desk.handlers.meetNow({ again: false });
    await expect.poll(() => desk.state().linkReady, { timeout: 60_000 }).toBe(true);
  }
  await desk.close();
}

/** The session began, and the app with it. */
async function logIn(isAtLogin: boolean) {
  const before = sandbox().meetings().length;
  const time = aHeldClock();
  const { line, through } = aLateNetwork();
  const life = { folder: folder(), isChosen: true, clock: time.clock, network: through, isAtLogin };
  const desk = await openApp(sandbox(), life);
  return { desk, line, ...time, made: () => sandbox().meetings().slice(before) };
}

test("the first press waits for a network that comes after 20 seconds, and makes one meeting", async () => {
  await yesterday(false);
  const { desk, line, move, made } = await logIn(true);
  const pressed = desk.ask("shortcut", meetNow);
  for (let at = 0; at < 20; at += 1) {
    await move(second);
    expect(desk.state().creation.kind).toBe("creating");
  }
  expect([line.refused > 3, made()]).toEqual([true, []]);
  line.isThere = true;
  desk.wake();
  while (desk.state().creation.kind === "creating") await move(second);
  await pressed;
  expect(desk.state().creation).toMatchObject({ kind: "created", copied: true });
  expect(made()).toHaveLength(1);
  expect(desk.platform.clipboard.text).toBe(made()[0]?.joinWebUrl);
  expect([desk.refused, desk.windows.showPopup]).toEqual([[], 0]);
  await desk.close();
});

test("a link that is ready is there at once, and no network is waited for", async () => {
  await yesterday(true);
  const { desk } = await logIn(true);
  await desk.ask("shortcut", meetNow);
  expect(desk.state().creation).toMatchObject({ kind: "created", copied: true });
  await desk.close();
});

test.each([
  [true, 60],
  [false, 20],
])(
  "where none comes, the press of a start at login (%s) fails after %i seconds at the most",
  async (isAtLogin, most) => {
    await yesterday(false);
    const { desk, move, made } = await logIn(isAtLogin);
    const pressed = desk.ask("shortcut", meetNow);
    let seconds = 0;
    for (; desk.state().creation.kind !== "failed"; seconds += 1) await move(second);
    await pressed;
    expect(desk.state().creation).toMatchObject({ error: { kind: "offline" } });
    // The last tries of a press that began to wait in time.
    expect(seconds).toBeLessThan(most + 20);
    expect(made()).toEqual([]);
    await desk.close();
  },
);

test("one that is cancelled meanwhile makes nothing when the network comes", async () => {
  await yesterday(false);
  const { desk, line, move, made } = await logIn(true);
  const pressed = desk.ask("shortcut", meetNow);
  for (let at = 0; at < 18; at += 1) await move(second);
  await desk.handlers.cancelCreation();
  line.isThere = true;
  desk.wake();
  for (let at = 0; at < 30; at += 1) await move(second);
  await pressed;
  expect(made()).toEqual([]);
  await desk.close();
});

test("a press that comes while the app still reads who is signed in is not lost", async () => {
  await yesterday(false);
  const desk = await openApp(sandbox(), {
    folder: folder(),
    isChosen: true,
    clock: hastyClock,
    startLater: true,
  });
  const pressed = desk.ask("shortcut", meetNow);
  await desk.start();
  await pressed;
  expect(desk.state().creation).toMatchObject({ kind: "created", copied: true });
  expect(desk.windows.showPopup).toBe(0);
  await desk.close();
});
