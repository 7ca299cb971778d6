import type { Log } from "../../base/log.ts";
import type { AppError } from "../../contract/errors.ts";
import type { WindowRequest } from "../../contract/ipc.ts";
import type { Need } from "../../contract/requests/request.ts";
import { type Input, limitsOf } from "../../contract/requests/vocabulary.ts";
import { createBuckets } from "./buckets.ts";
import type { Question, Questions } from "./questions.ts";

/** What main knows by itself of whoever is at a window. */
export interface Person {
  isPresent(): boolean;
  /** A gesture is good for one request. */
  takeGesture(): boolean;
  /** A screen reader or the like, which presses without a key or a button, is at work on the window that has the focus. */
  isAssisted(): boolean;
}

export interface GuardDependencies<Window> {
  readonly personAt: (window: Window) => Person | null;
  readonly questions: Questions;
  /** Outside the windows; true where the person says yes. */
  readonly ask: (question: Question, window: Window) => Promise<boolean>;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  readonly log: Log;
}

/** Whether main does what a window asks for. The page in it is not believed: it may be anybody's by now. */
export interface Guard<Window> {
  /** Whether one more of these may be looked at at all. */
  hasRoom(name: WindowRequest): boolean;
  /** Answers null for what may be done. Errors: no-gesture, cancelled where the person said no. */
  refuse<Name extends WindowRequest>(
    name: Name,
    input: Input<Name>,
    window: Window,
  ): Promise<AppError | null>;
}

/** As fast as anybody goes through an app by ear. */
const assistedRate = { atOnce: 4, perMinute: 20 };

export function createGuard<Window>(dependencies: GuardDependencies<Window>): Guard<Window> {
  const { personAt, questions, ask, elapsed, log } = dependencies;
  const buckets = createBuckets<WindowRequest | "assisted">(elapsed);
  let isAsking = false;
  const refused = new Set<WindowRequest>();

  /** Told once in a row: no page is to fill the log. */
  function note(event: string, name: WindowRequest): void {
    if (!refused.has(name)) log.warn(event, { request: name });
    refused.add(name);
  }

  function has(need: Need, person: Person | null): boolean {
    if (need === "nothing") return true;
    if (!person) return false;
    const isSeen = need === "gesture" ? person.takeGesture() : person.isPresent();
    return isSeen || (person.isAssisted() && buckets.take("assisted", assistedRate));
  }

  function questionFor<Name extends WindowRequest>(name: Name, input: Input<Name>) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- those that ask nothing are not in the table
    const table = questions as Partial<
      Record<WindowRequest, (input: Input<Name>) => Question | null>
    >;
    return table[name]?.(input) ?? null;
  }

  async function isRefusedByPerson(question: Question, window: Window): Promise<boolean> {
    isAsking = true;
    try {
      return !(await ask(question, window));
    } finally {
      isAsking = false;
    }
  }

  return {
    hasRoom(name) {
      const isThere = buckets.take(name, limitsOf(name).rate);
      if (!isThere) note("request-too-often", name);
      return isThere;
    },
    async refuse(name, input, window) {
      const question = questionFor(name, input);
      const need = question ? "gesture" : limitsOf(name).needs;
      if (!has(need, personAt(window))) {
        note("request-without-gesture", name);
        return { kind: "no-gesture" };
      }
      refused.delete(name);
      if (!question) return null;
      if (isAsking || (await isRefusedByPerson(question, window))) return { kind: "cancelled" };
      return null;
    },
  };
}
