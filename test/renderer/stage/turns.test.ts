import { describe, expect, test } from "vitest";

import { inTurn } from "./turns.ts";

const looks = ["dark", "forced", "rtl", "de", "large"];
const views = Array.from({ length: 100 }, (_, number) => `view-${number}`);

describe("the looks that have their turn", () => {
  test("are one of each view, the same one as often as a commit is run", () => {
    for (const view of views) {
      expect(inTurn(looks, view, "4f1c2a")).toHaveLength(1);
      expect(inTurn(looks, view, "4f1c2a")).toEqual(inTurn(looks, view, "4f1c2a"));
    }
  });

  test("are all of them when every look is wanted", () => {
    expect(inTurn(looks, "home", "all")).toEqual(looks);
  });

  test("leave no look out of a run, and none of a view out for long", () => {
    const drawn = new Set(views.flatMap((view) => inTurn(looks, view, "4f1c2a")));
    expect(drawn).toEqual(new Set(looks));
    const commits = views.map((_, number) => `commit-${number}`);
    for (const view of views)
      expect(new Set(commits.flatMap((word) => inTurn(looks, view, word)))).toEqual(new Set(looks));
  });
});
