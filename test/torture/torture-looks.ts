import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import * as v from "valibot";

import type { Figures } from "../figures.ts";
import { everyLook } from "../renderer/stage/looks-of.ts";

const root = join(import.meta.dirname, "../..");
const report = v.object({ stats: v.object({ expected: v.number(), unexpected: v.number() }) });

/**
 * Every view in every look: each language and two that are none, at 100 % and 200 %, light, dark and in forced
 * colours. `npm test` draws each in those that have their turn. Needs the built app.
 */
export function tortureLooks(figures: Figures): void {
  const playwright = join(root, "node_modules/@playwright/test/cli.js");
  const { status } = spawnSync(
    process.execPath,
    [playwright, "test", "--config", "test/renderer/playwright.config.ts", "-g", "accessible"],
    { cwd: root, env: { ...process.env, LOOKS: "all" }, stdio: "inherit" },
  );
  const { stats } = v.parse(
    report,
    JSON.parse(readFileSync(join(root, "out/renderer.json"), "utf8")),
  );
  const views = stats.expected + stats.unexpected;
  figures.atLeast("views drawn in every look", views, "views", 100);
  figures.atLeast("views measured, each in its looks", views * (everyLook.length + 1), "", 7_000);
  figures.exactly("views with findings in any look", stats.unexpected, "views", 0);
  figures.exactly("end of the run", status ?? 1, "", 0);
}
