import { expect, test } from "vitest";

import { openGreeted } from "./greeted.ts";

function starts(greeted: readonly boolean[]) {
  const closed: number[] = [];
  const told: string[] = [];
  let count = 0;
  const opened = openGreeted({
    open: async () => (count += 1),
    isGreeted: async (which) => greeted[which - 1] ?? false,
    close: async (which) => void closed.push(which),
    tell: (line) => void told.push(line),
  });
  return { opened, closed, told };
}

test("a start that Orca hears is the first and the last", async () => {
  const { opened, closed, told } = starts([true]);
  expect(await opened).toBe(1);
  expect([closed, told]).toEqual([[], []]);
});

test("a start of which Orca hears nothing is ended, told, and made anew", async () => {
  const { opened, closed, told } = starts([false, true]);
  expect(await opened).toBe(2);
  expect(closed).toEqual([1]);
  expect(told).toEqual(["Orca heard nothing of the app: both are started anew"]);
});

test("an Orca that never hears is no endless wait", async () => {
  const { opened, closed } = starts([]);
  await expect(opened).rejects.toThrow("Orca heard nothing of the app, 3 times");
  expect(closed).toEqual([1, 2, 3]);
});
