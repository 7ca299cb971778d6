import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { allFacts, outOfReach } from "./all-facts.ts";
import { electronMembers } from "./members.ts";

const used = electronMembers(join(import.meta.dirname, "../../.."));
const told = new Set(allFacts.flatMap(({ of }) => of));

describe("each member of Electron's that the app names", () => {
  test("has a fact that Electron and its stand-in are held to, or a reason why none can be asked", () => {
    expect(used.filter((member) => !told.has(member) && !(member in outOfReach))).toEqual([]);
  });

  test("is one the app still names", () => {
    const all = [...told, ...Object.keys(outOfReach)];
    expect(all.filter((member) => !used.includes(member))).toEqual([]);
  });

  test("has a fact rather than a reason", () => {
    expect(Object.keys(outOfReach).filter((member) => told.has(member))).toEqual([]);
  });

  test("is found: events by their names, and what stands in a part of a class too", () => {
    expect(used).toEqual(
      expect.arrayContaining(["App.on(second-instance)", "Tray.setImage", "Clipboard.writeText"]),
    );
    expect(used.length).toBeGreaterThan(100);
  });
});
