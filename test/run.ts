import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

import * as v from "valibot";

import { accounted, readCpuSeconds } from "./cpu-time.ts";
import { findElectron } from "./e2e/find-electron.ts";

/** `npm test`: every check there is but the long ones, and one line at the end that counts them. */
interface Step {
  readonly name: string;
  readonly command: readonly [program: string, ...words: string[]];
  /** The step's own report; without one the step counts as one check. */
  readonly report?: { readonly file: string; readonly count: (text: string) => Counts };
  /** Where it leaves traces, pictures and logs of what failed. */
  readonly evidence?: string;
}
interface Counts {
  readonly passed: number;
  readonly failed: number;
}
interface Done extends Counts {
  /** Null where it cannot be known. */
  readonly cpuSeconds: number | null;
}

const root = join(import.meta.dirname, "..");
const out = join(root, "out");
/** What each step said, and what it cost. */
const checks = join(out, "checks");
const modules = join(root, "node_modules");

const vitestReport = v.object({ numPassedTests: v.number(), numFailedTests: v.number() });
const playwrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
});

function countVitest(text: string): Counts {
  const { numPassedTests, numFailedTests } = v.parse(vitestReport, JSON.parse(text));
  return { passed: numPassedTests, failed: numFailedTests };
}
function countPlaywright(text: string): Counts {
  const { expected, unexpected, flaky } = v.parse(playwrightReport, JSON.parse(text)).stats;
  return { passed: expected, failed: unexpected + flaky };
}

const tool = (path: string, ...words: string[]): Step["command"] => [
  process.execPath,
  join(modules, path),
  ...words,
];
const tsc = (project: string) => tool("typescript/bin/tsc", "--noEmit", "-p", project);
const playwright = (config: string) => tool("@playwright/test/cli.js", "test", "--config", config);

/** Groups run one after the other, the steps of one group side by side: two cores are enough for that. */
const groups: readonly (readonly Step[])[] = [
  [
    { name: "types of main", command: tsc("main") },
    { name: "types of the renderer", command: tsc("renderer") },
    { name: "types of the tests", command: tsc("test") },
    { name: "lint", command: tool("oxlint/bin/oxlint", "-c", ".oxlintrc.json", "--deny-warnings") },
    { name: "format", command: tool("oxfmt/bin/oxfmt", "--check") },
    { name: "unused code", command: tool("knip/bin/knip.js", "--config", ".knip.json") },
  ],
  [
    {
      name: "build",
      command: tool(
        "electron-vite/bin/electron-vite.js",
        "build",
        "--config",
        "main/electron.vite.config.ts",
      ),
    },
  ],
  [
    {
      name: "unit tests",
      command: tool(
        "vitest/vitest.mjs",
        "run",
        "--config",
        "test/vitest.config.ts",
        "--reporter=dot",
        "--reporter=json",
        "--outputFile.json=out/unit.json",
      ),
      report: { file: "out/unit.json", count: countVitest },
    },
  ],
  [
    {
      name: "renderer tests",
      command: playwright("test/renderer/playwright.config.ts"),
      report: { file: "out/renderer.json", count: countPlaywright },
      evidence: "out/renderer-tests",
    },
  ],
  [
    {
      name: "end-to-end tests",
      command: playwright("test/playwright.config.ts"),
      report: { file: "out/e2e.json", count: countPlaywright },
      evidence: "out/e2e",
    },
  ],
];

async function run(step: Step): Promise<Done> {
  if (step.report) rmSync(join(root, step.report.file), { force: true });
  const startedAt = performance.now();
  const name = step.name.replaceAll(" ", "-");
  const cpuFile = join(checks, `${name}.cpu`);
  const { code, output } = await spawned(accounted(step.command, cpuFile));
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  writeFileSync(join(checks, `${name}.txt`), output);
  const counts = countOf(step, code);
  const cpuSeconds = readCpuSeconds(cpuFile);
  const verdict = counts.failed === 0 ? "ok  " : "FAIL";
  const cost = cpuSeconds === null ? "" : `, ${cpuSeconds.toFixed(1)} s of CPU`;
  console.log(
    `${verdict} ${step.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s${cost})`,
  );
  if (counts.failed > 0) {
    console.log(output);
    const places = [`out/checks/${name}.txt`, ...(step.evidence ? [step.evidence] : [])];
    console.log(`Look in ${places.join(" and ")}.`);
  }
  return { ...counts, cpuSeconds };
}

/** A step that exits badly has failed, whatever its report counts. */
function countOf({ report }: Step, code: number | null): Counts {
  const none = { passed: 0, failed: 1 };
  if (!report) return code === 0 ? { passed: 1, failed: 0 } : none;
  try {
    const counts = report.count(readFileSync(join(root, report.file), "utf8"));
    return code === 0 ? counts : { ...counts, failed: Math.max(1, counts.failed) };
  } catch {
    return none;
  }
}

function spawned([program, ...words]: Step["command"]) {
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    const env = {
      ...process.env,
      PATH: [join(modules, ".bin"), process.env["PATH"]].join(delimiter),
      // The same programs start several times over; what one compiled, the next need not.
      NODE_COMPILE_CACHE: join(out, "compile-cache"),
    };
    const child = spawn(program, words, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("close", (code) => {
      resolve({ code, output: Buffer.concat(chunks).toString() });
    });
  });
}

mkdirSync(checks, { recursive: true });
const total = { passed: 0, failed: 0 };
const costs: (number | null)[] = [];
for (const group of groups)
  for (const { passed, failed, cpuSeconds } of await Promise.all(group.map(run))) {
    total.passed += passed;
    total.failed += failed;
    costs.push(cpuSeconds);
  }
if (findElectron() === null)
  console.log("Not run: test/e2e/keyring.spec.ts, which needs Electron and a keyring.");
// The half that could be counted would look like the whole.
if (!costs.includes(null)) {
  const sum = costs.reduce<number>((all, cost) => all + (cost ?? 0), 0);
  console.log(`CPU time of all checks, user and system: ${Math.round(sum)} s`);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
