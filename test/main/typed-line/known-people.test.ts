import { expect, test } from "vitest";

import { fail, ok } from "../../../main/contract/errors.ts";
import {
  createKnownPeople,
  type KnownPeopleDependencies,
} from "../../../main/typed-line/known-people.ts";
import { anna, nobodyAllowed, searchAll } from "./a-line.ts";

const candidate = (...words: readonly string[]) => ({
  isBehindComma: false,
  words: words.map((text) => ({ text, from: 0, to: text.length })),
});

function openPeople(search: KnownPeopleDependencies["search"]) {
  const desk = { now: 0, accountId: "megan", asked: [] as string[] };
  const find = createKnownPeople({
    search: (text) => (desk.asked.push(text), search(text)),
    accountId: () => desk.accountId,
    clock: { now: () => desk.now },
  });
  return { desk, find };
}

test("nobody is looked for at each key", async () => {
  const { desk, find } = openPeople(searchAll);
  for (const words of [["anna"], ["Anna", "vance"], ["ánna"]])
    expect(await find(candidate(...words))).toMatchObject({ kind: "found", person: anna });
  expect(desk.asked).toEqual(["anna"]);
  desk.now = 10 * 60_000;
  await find(candidate("anna"));
  expect(desk.asked).toHaveLength(2);
});

test("another person knows other people", async () => {
  const { desk, find } = openPeople(searchAll);
  await find(candidate("anna"));
  desk.accountId = "alex";
  await find(candidate("anna"));
  expect(desk.asked).toHaveLength(2);
});

test("what did not arrive is asked for again soon, what was given up at once", async () => {
  const offline = async () => fail({ kind: "offline", trace: null } as const);
  const { desk, find } = openPeople(offline);
  expect(await find(candidate("anna"))).toEqual({ kind: "unreachable" });
  await find(candidate("anna"));
  expect(desk.asked).toHaveLength(1);
  desk.now = 60_000;
  await find(candidate("anna"));
  expect(desk.asked).toHaveLength(2);
  const given = openPeople(async () => fail({ kind: "cancelled" } as const));
  await given.find(candidate("anna"));
  await given.find(candidate("anna"));
  expect(given.desk.asked).toHaveLength(2);
});

test("a permission that was given meanwhile is found", async () => {
  let isAllowed = false;
  const { desk, find } = openPeople((text: string) =>
    isAllowed ? searchAll(text) : nobodyAllowed(),
  );
  expect(await find(candidate("anna"))).toEqual({ kind: "off" });
  isAllowed = true;
  expect(await find(candidate("anna"))).toEqual({ kind: "off" });
  desk.now = 60_000;
  expect(await find(candidate("anna"))).toMatchObject({ kind: "found" });
});

test("no single letter and no number is looked for, one Chinese sign is", async () => {
  const { desk, find } = openPeople(async () => ok([]));
  for (const word of ["a", "3", "15:00"])
    expect(await find(candidate(word))).toEqual({ kind: "nobody" });
  expect(desk.asked).toEqual([]);
  await find(candidate("王"));
  expect(desk.asked).toEqual(["王"]);
});
