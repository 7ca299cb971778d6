import { join } from "node:path";

import { describe, expect, test } from "vitest";

import {
  crowdedFolders,
  importsPastTimesEntrances,
  importsUpwards,
  longFiles,
  median,
  mostFiles,
  mostLines,
  readSources,
  sharedImportsScreens,
  sourceOf,
} from "./house.ts";

/** The map in ARCHITECTURE.md, held against the imports. Each rule is shown a house that breaks it, too. */
const files = readSources(join(import.meta.dirname, "../.."), ["main", "renderer"]);

test("there is a house to look at", () => {
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(1_000);
});

describe("no floor imports from above", () => {
  test("in this house", () => expect(importsUpwards(files)).toEqual([]));

  test("a feature that imports the shell is found, and one that imports the ground is not", () => {
    const broken = [
      sourceOf("main/meetings/a.ts", 'import { app } from "../shell/app.ts";'),
      sourceOf("main/graph/b.ts", 'import type { Intent } from "../meetings/outbox/intent.ts";'),
      sourceOf("main/base/c.ts", 'const late = await import("../graph/client.ts");'),
      sourceOf("main/meetings/d.ts", 'import { ok } from "../contract/errors.ts";'),
      sourceOf("main/shell/e.ts", 'import {\n  run,\n} from "../main.ts";'),
    ];
    expect(importsUpwards(broken)).toEqual([
      "main/meetings/a.ts imports main/shell/app.ts",
      "main/graph/b.ts imports main/meetings/outbox/intent.ts",
      "main/base/c.ts imports main/graph/client.ts",
      "main/shell/e.ts imports main/main.ts",
    ]);
  });
});

describe("what screens share knows none of them", () => {
  test("in this house", () => expect(sharedImportsScreens(files)).toEqual([]));

  test("a shared part that imports a screen is found", () => {
    const broken = [sourceOf("renderer/ui/a.tsx", 'import { Home } from "../home/home.tsx";')];
    expect(sharedImportsScreens(broken)).toHaveLength(1);
  });
});

describe("times have three entrances", () => {
  test("in this house", () => expect(importsPastTimesEntrances(files)).toEqual([]));

  test("who climbs in elsewhere is found, and what times would need of a feature", () => {
    const broken = [
      sourceOf("main/calendar/a.ts", 'import { is } from "../times/reading/tokens.ts";'),
      sourceOf("main/times/b.ts", 'import { readSchedule } from "../meetings/c.ts";'),
      sourceOf("main/calendar/d.ts", 'import { namedZone } from "../times/zones.ts";'),
    ];
    expect(importsPastTimesEntrances(broken)).toEqual([
      "main/calendar/a.ts imports main/times/reading/tokens.ts",
      "main/times/b.ts imports main/meetings/c.ts",
    ]);
  });
});

describe("sizes", () => {
  test("in this house", () => {
    expect([crowdedFolders(files), longFiles(files)]).toEqual([[], []]);
    expect(median(files.map(({ lines }) => lines))).toBeLessThanOrEqual(100);
  });

  test("a full folder and a long file are found", () => {
    const crowd = Array.from({ length: mostFiles + 1 }, (_, n) => sourceOf(`main/x/${n}.ts`, ""));
    expect(crowdedFolders(crowd)).toEqual([`main/x: ${mostFiles + 1} files`]);
    expect(longFiles([sourceOf("main/x.ts", "\n".repeat(mostLines + 1))])).toHaveLength(1);
  });
});
