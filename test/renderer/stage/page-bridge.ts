import type { StateChange } from "../../../main/contract/ipc.ts";
import type { AppState } from "../../../main/contract/state.ts";

export interface Asked {
  readonly name: string;
  readonly input: unknown;
}

/** What a page is opened with. */
export interface Scene {
  readonly state: AppState;
  /** Answers by request name. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** What else the test's main answers; everything that is left is answered with ok. */
  readonly answeredByMain: readonly string[];
}

/** The test's end of the bridge, in the page. */
export interface PageStage {
  readonly answers: Record<string, unknown>;
  show(next: AppState): void;
  /** Everything the page sent so far, once main has answered what it was asked. */
  asked(): Promise<readonly Asked[]>;
}

/** Runs in the page before anything else, so it stands alone: window.app over the scene that is kept in the session. */
export function installBridge(): void {
  const kept = sessionStorage.getItem("scene");
  if (kept === null || location.pathname === "/blank") return;
  const scene: Scene = JSON.parse(kept);
  const asked: Asked[] = [];
  const waiting = new Set<Promise<unknown>>();
  const listeners = new Set<(change: StateChange) => void>();
  const answers: Record<string, unknown> = { ...scene.answers };
  let { state } = scene;

  /** After everything that is due now: what is drawn in one turn takes effect in the next. */
  async function turns(): Promise<void> {
    for (let left = 3; left > 0; left--)
      await new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => {
          port1.close();
          resolve();
        });
        port1.start();
        port2.postMessage(null);
      });
  }

  const stage: PageStage = {
    answers,
    show(next) {
      const { revision: since } = state;
      const revision = since + 1;
      state = { ...next, revision };
      for (const listener of listeners) listener({ since, revision, parts: state });
    },
    async asked() {
      await turns();
      while (waiting.size > 0) {
        await Promise.allSettled(waiting);
        await turns();
      }
      return asked;
    },
  };

  function askMain(name: string, input: unknown): Promise<unknown> {
    const answer: Promise<unknown> = Reflect.get(globalThis, "askMain")(name, input);
    waiting.add(answer);
    const answered = () => waiting.delete(answer);
    answer.then(answered, answered);
    return answer;
  }

  async function request(name: string, input: unknown): Promise<unknown> {
    if (name === "getState") return { ok: true, value: state };
    asked.push({ name, input });
    if (answers[name] !== undefined) return answers[name];
    if (scene.answeredByMain.includes(name)) return askMain(name, input);
    return { ok: true, value: undefined };
  }

  const app = new Proxy(
    {},
    {
      get(_target, name) {
        if (name === "onState")
          return (listener: (change: StateChange) => void) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
          };
        return (input: unknown) => request(String(name), input);
      },
    },
  );
  Object.assign(window, { app, stage });
}
