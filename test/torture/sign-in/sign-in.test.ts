import { expect, test } from "vitest";

import { runInventedErrors } from "./invented-errors.ts";
import { tortureOurs } from "./listener.ts";

test("hostile requests and idle sockets neither end a sign-in nor get a code accepted", async () => {
  const size = { requests: 200, sockets: 50, patientShare: 0 };
  const figures = await tortureOurs({ ...size, seed: 7, log: () => undefined });
  expect(figures.sent).toBeGreaterThan(190);
  expect(figures.rssGrowthMegabytes).toBeLessThan(40);
  expect(figures).toMatchObject({
    foreignCodes: 0,
    ended: 0,
    reflected: 0,
    broke: 0,
    answeredWhileIdle: 1,
    answeredAfter: 2,
  });
});

test("an error nobody ever saw is put into words, and neither repeated nor looped on", async () => {
  const wrongs: string[] = [];
  const log = (line: string) => wrongs.push(line);
  const { errors, blocked: _, ...figures } = await runInventedErrors({ count: 150, seed: 7, log });
  expect(errors).toBeGreaterThan(150);
  expect(wrongs).toEqual([]);
  expect(figures).toEqual({
    cases: 150,
    blank: 0,
    unfinished: 0,
    leaks: 0,
    loops: 0,
    falseSuccesses: 0,
    deadEnds: 0,
    impossibleWaits: 0,
    thrown: 0,
  });
});
