import { expect, test } from "vitest";

import type { Figures } from "../../figures.ts";
import { tortureDesks } from "../desks/torture-desks.ts";
import { createRandom } from "../random.ts";
import { takingBack } from "./desk/world.ts";
import { compareOfficialClient } from "./official-client.ts";
import { mistakes } from "./mistakes.ts";
import { tortureSchedules } from "./torture-schedules.ts";

/** The figures of the long run, in small and without a word. */
function quiet() {
  const values = new Map<string, number>();
  const missed: string[] = [];
  const note = (name: string, value: number) => void values.set(name, value);
  const figures: Figures = {
    note,
    atMost(name, value, _unit, goal) {
      note(name, value);
      if (value > goal) missed.push(name);
    },
    atLeast(name, value, _unit, goal) {
      note(name, value);
      if (value < goal) missed.push(name);
    },
    exactly(name, value, _unit, goal) {
      note(name, value);
      if (value !== goal) missed.push(name);
    },
    finish: () => missed.length === 0,
  };
  return { figures, values, missed };
}

test("faults, crashes, cancels and restarts in any order: the books agree", async () => {
  const { figures, missed, values } = quiet();
  const broken: string[] = [];
  await tortureSchedules(figures, 11, 150, {
    onBreach: (seed, what) => broken.push(`seed ${seed}: ${what}`),
  });
  expect(broken).toEqual([]);
  // Which places were acted at is chance in so few; the long run asks for all of them.
  expect(missed.filter((name) => !name.includes(": acts "))).toEqual([]);
  expect(values.size).toBeGreaterThanOrEqual(30);
});

test("whoever cancels all the time is never told of an end that lets strangers in", async () => {
  const { figures, missed } = quiet();
  const broken: string[] = [];
  await tortureSchedules(figures, 13, 100, {
    habit: takingBack,
    onBreach: (seed, what) => broken.push(`seed ${seed}: ${what}`),
  });
  expect(broken).toEqual([]);
  expect(missed.filter((name) => !name.includes(": acts "))).toEqual([]);
});

test.each(mistakes)("an app that $name is found out", async ({ mistake, counted }) => {
  const names = new Set<string>();
  const isFound = () => counted.every((name) => names.has(name));
  for (let seed = 1; seed <= 200 && !isFound(); seed += 1) {
    const { figures, missed } = quiet();
    await tortureSchedules(figures, seed, 10, { mistake });
    for (const name of missed) names.add(name.replace(/^\d+ fault schedules: /u, ""));
  }
  expect([...names]).toEqual(expect.arrayContaining([...counted]));
});

test("the same faults make other clients double a meeting", async () => {
  const { figures, values } = quiet();
  await compareOfficialClient(figures, createRandom(11), 60);
  const doubled = [...values].find(([name]) => name.includes("two meetings or more"))?.[1] ?? 0;
  expect(doubled).toBeGreaterThan(0);
});

test("desks that wake together do not all ask in the same second", async () => {
  const { figures, missed } = quiet();
  await tortureDesks(figures, 3, 60);
  expect(missed).toEqual([]);
});
