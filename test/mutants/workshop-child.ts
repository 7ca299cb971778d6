import { join, relative } from "node:path";

import { normalizePath, type Plugin } from "vite";
import { BaseSequencer, createVitest, type TestModule, type TestSpecification } from "vitest/node";

import { withMarkers } from "./markers.ts";
import type { Mutant } from "./mutators.ts";
import type { Answer, Order, TestFile } from "./workshop.ts";

/** Runs tests on changed sources: the change is made on the way from the disk to the test, never on the disk. */
const root = normalizePath(join(import.meta.dirname, "../.."));
const pathOf = (moduleId: string) => normalizePath(relative(root, moduleId));

let mutant: Mutant | null = null;

class InGivenOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files;
  }
}

function transforming(change: (file: string, text: string) => string): Plugin {
  return {
    name: "mutants",
    enforce: "pre",
    transform: (text, id) => change(pathOf(id), text),
  };
}

const mutated = transforming((file, text) => {
  if (file !== mutant?.file) return text;
  const { start, end, before, after } = mutant;
  if (text.slice(start, end) !== before) throw new Error(`${file} is not what it was.`);
  return text.slice(0, start) + after + text.slice(end);
});

function openVitest(order: Order, plugin: Plugin, isolate: boolean) {
  const { seed, testMilliseconds } = order;
  return createVitest(
    "test",
    {
      config: join(root, "test/vitest.config.ts"),
      watch: false,
      // Its keys do not know what the plugin is asked to change.
      fsModuleCache: false,
      isolate,
      pool: "threads",
      maxWorkers: 1,
      reporters: [],
      bail: isolate ? 0 : 1,
      testTimeout: testMilliseconds,
      hookTimeout: testMilliseconds,
      setupFiles: [join(import.meta.dirname, "reached-places.ts")],
      sequence: { sequencer: InGivenOrder },
      provide: { seed },
    },
    { plugins: [plugin] },
  );
}

const failuresOf = (module: TestModule) => [
  ...[...module.children.allTests("failed")].map(
    (test) => `${pathOf(module.moduleId)}: ${test.fullName}`,
  ),
  ...module.errors().map((error) => `${pathOf(module.moduleId)}: ${error.message}`),
];

/** Each test file by itself on the sources as they are: how long it takes, and what it reaches. */
async function measure(order: Order & { kind: "measure" }): Promise<Answer> {
  const places = new Set(order.sources);
  const marked = transforming((file, text) => (places.has(file) ? withMarkers(file, text) : text));
  const vitest = await openVitest(order, marked, true);
  const { testModules, unhandledErrors } = await vitest.start(["test/main/", "test/torture/"]);
  const testFiles = testModules.map((module): TestFile => {
    const tests = [...module.children.allTests()].map((test) => test.diagnostic()?.duration ?? 0);
    return {
      file: pathOf(module.moduleId),
      milliseconds: module.diagnostic().duration,
      slowestMilliseconds: Math.max(0, ...tests),
      reached: module.meta().reached ?? [],
    };
  });
  await vitest.close();
  const failures = [...testModules.flatMap(failuresOf), ...unhandledErrors.map(String)];
  return { kind: "measured", testFiles, failures };
}

let open: ReturnType<typeof openVitest> | null = null;

async function attempt(order: Order & { kind: "try" }): Promise<Answer> {
  const vitest = await (open ??= openVitest(order, mutated, false));
  const changed = [mutant?.file, order.mutant.file].filter((file) => file !== undefined);
  ({ mutant } = order);
  for (const file of changed) vitest.invalidateFile(join(root, file));
  // What failed for the mutant before would count again.
  vitest.state.filesMap.clear();
  vitest.state.idMap.clear();
  const project = vitest.getRootProject();
  const files = order.testFiles.map((file) => project.createSpecification(join(root, file)));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(files);
  const [failure] = [...testModules.flatMap(failuresOf), ...unhandledErrors.map(String)];
  const over = testModules.filter((module) => ["passed", "skipped"].includes(module.state()));
  if (failure === undefined && over.length < files.length)
    throw new Error("Not every test file has run.");
  return { kind: "tried", killer: failure ?? null };
}

process.on("message", (order: Order) => {
  const answer = order.kind === "measure" ? measure(order) : attempt(order);
  void answer
    .catch((error: unknown): Answer => ({ kind: "broken", reason: String(error) }))
    .then((said) => process.send?.(said));
});
