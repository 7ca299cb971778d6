import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";

import * as v from "valibot";

import type { Mutant } from "./mutators.ts";

const testFile = v.object({
  file: v.string(),
  milliseconds: v.number(),
  slowestMilliseconds: v.number(),
  /** Names of places, see markers.ts. */
  reached: v.array(v.string()),
});
export type TestFile = v.InferOutput<typeof testFile>;
const answerSchema = v.variant("kind", [
  v.object({
    kind: v.literal("measured"),
    testFiles: v.array(testFile),
    failures: v.array(v.string()),
  }),
  v.object({ kind: v.literal("tried"), killer: v.nullable(v.string()) }),
  /** The fault is the workshop's own. */
  v.object({ kind: v.literal("broken"), reason: v.string() }),
]);
export type Answer = v.InferOutput<typeof answerSchema>;
type GoodAnswer = Exclude<Answer, { kind: "broken" }>;

interface Common {
  readonly seed: number;
  /** How long one test may take. */
  readonly testMilliseconds: number;
}
export type Order =
  | ({ readonly kind: "measure"; readonly sources: readonly string[] } & Common)
  | ({
      readonly kind: "try";
      readonly mutant: Mutant;
      readonly testFiles: readonly string[];
    } & Common);
export type Workshop = ReturnType<typeof createWorkshop>;

/**
 * A process of its own for the tests, kept from one mutant to the next. What never ends is ended with it, and
 * the next order begins a new one. Null: no answer in time, or the process died.
 */
export function createWorkshop() {
  let child: ChildProcess | null = null;

  function start(): ChildProcess {
    const started = fork(join(import.meta.dirname, "workshop-child.ts"), [], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    started.on("exit", () => {
      if (child === started) child = null;
    });
    return started;
  }

  function close(): void {
    child?.kill("SIGKILL");
    child = null;
  }

  return {
    ask(order: Order, milliseconds: number): Promise<GoodAnswer | null> {
      const asked = (child ??= start());
      return new Promise((resolve, reject) => {
        const settle = (answer: Answer | null) => {
          clearTimeout(timer);
          asked.removeAllListeners("message");
          asked.off("exit", died);
          if (answer?.kind === "broken") reject(new Error(answer.reason));
          else resolve(answer);
        };
        const died = () => settle(null);
        const timer = setTimeout(() => {
          close();
          settle(null);
        }, milliseconds);
        asked.once("message", (answer) => settle(v.parse(answerSchema, answer)));
        asked.once("exit", died);
        asked.send(order);
      });
    },
    close,
  };
}
