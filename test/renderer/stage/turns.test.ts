import { describe, expect, test } from "vitest";

import { everyLook, looksFor, rotating } from "./looks-of.ts";

const views = Array.from({ length: 40 }, (_, number) => `view-${number}`);
const commits = Array.from({ length: 1_500 }, (_, number) => `commit-${number}`);

describe("the looks that have their turn", () => {
  test("are one of each view, the same one as often as a commit is run", () => {
    for (const view of views) {
      expect(looksFor(view, "4f1c2a")).toHaveLength(1);
      expect(looksFor(view, "4f1c2a")).toEqual(looksFor(view, "4f1c2a"));
    }
  });

  test("are all of them when every look is wanted, and those of a name where it is said", () => {
    expect(looksFor("home", "all")).toEqual(everyLook);
    expect(looksFor("home", "ar").map(({ name }) => name)).toEqual(
      everyLook.map(({ name }) => name).filter((name) => name.startsWith("ar-")),
    );
  });

  test("leave none of a view out for long", () => {
    for (const view of views.slice(0, 5)) {
      const drawn = new Set(commits.flatMap((word) => looksFor(view, word)));
      expect(rotating.filter((look) => !drawn.has(look))).toEqual([]);
    }
  });
});
