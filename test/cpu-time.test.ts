import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, it } from "vitest";

import { accounted, readCpuSeconds } from "./cpu-time.ts";

const folder = mkdtempSync(join(tmpdir(), "cpu-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "seconds");

function run(script: string) {
  const [program, ...words] = accounted([process.execPath, "-e", script], file);
  return { status: spawnSync(program, words).status, seconds: readCpuSeconds(file) };
}
const isKnown = run("").seconds !== null;

it("ends as the command does", () => {
  expect(run("process.exit(3)").status).toBe(3);
  expect(run("process.kill(process.pid, 'SIGKILL')").status).not.toBe(0);
  expect(run("").status).toBe(0);
});

it.runIf(isKnown)("counts what the command leaves behind without waiting for it", () => {
  const busy = "while (process.cpuUsage().user < 500_000);";
  const leave = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(busy)}], { detached: true, stdio: "ignore" }).unref()`;
  expect(run(leave).seconds).toBeGreaterThan(0.5);
});

it("knows nothing where nothing was written", () => {
  expect(readCpuSeconds(join(folder, "nowhere"))).toBeNull();
});
