import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { keepSettings } from "../e2e/keep-settings.ts";
import { launchApp } from "../e2e/launch.ts";
import { morningZone } from "../morning-zone.ts";
import { startSandbox } from "../sandbox/sandbox.ts";
import { findLeaks } from "./canary.ts";
import { type Stage, steps } from "./steps.ts";

/** `npm run tour`: the main job on the built app, a line a step, pictures in out/tour. */
const pictures = join(import.meta.dirname, "../../out/tour");

async function performTour(): Promise<boolean> {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), "tour-"));
  const userData = join(folder, "data");
  // The tour counts meetings, so none is made ahead.
  keepSettings(userData, { keepLinkReady: false, askBeforeSecond: false });
  const sandbox = await startSandbox();
  const descriptor = join(folder, "organisation.json");
  writeFileSync(descriptor, JSON.stringify(sandbox.descriptor));
  const outputs: string[] = [];

  async function start() {
    const env = { QUICK_MEETING_SAMPLE: descriptor, LANG: "en_GB.UTF-8", TZ: morningZone() };
    const app = await launchApp({ userData, env });
    return { app, page: await app.popup() };
  }
  const stage: Stage = {
    sandbox,
    ...(await start()),
    async restart() {
      outputs.push(stage.app.output());
      Object.assign(stage, await start());
    },
  };
  if (stage.app.host === "stand-in")
    console.log("Electron's binary is not here: this runs on the stand-in, not on Electron.\n");

  let isFine = true;
  try {
    for (const [index, step] of steps.entries()) isFine &&= await perform(step, index, stage);
    await stage.app.close();
  } finally {
    await stage.app.kill();
    await sandbox.close();
  }
  const leaks = findLeaks(userData, [...outputs, stage.app.output()].join("\n"), sandbox.secrets());
  for (const { kind, file } of leaks) console.log(`FAIL a ${kind} can be read in ${file}`);
  console.log(
    `\n${sandbox.secrets().length} secrets were issued, ${leaks.length} can be read on disk or in the output.`,
  );
  rmSync(folder, { recursive: true, force: true });
  return isFine && leaks.length === 0;
}

async function perform(step: (typeof steps)[number], index: number, stage: Stage) {
  const startedAt = performance.now();
  const picture = join(pictures, `${String(index + 1).padStart(2, "0")}.png`);
  try {
    const lines = await step.run(stage);
    const milliseconds = Math.round(performance.now() - startedAt);
    console.log(`ok   ${step.name} (${milliseconds} ms)`);
    for (const line of lines) console.log(`       ${line}`);
    await stage.page.screenshot({ path: picture });
    return true;
  } catch (error) {
    console.log(`FAIL ${step.name}: ${error instanceof Error ? error.message : String(error)}`);
    await stage.page.screenshot({ path: picture }).catch(() => undefined);
    return false;
  }
}

process.exitCode = (await performTour()) ? 0 : 1;
