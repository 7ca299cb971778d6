import type { Command } from "../doors/command.ts";
import { createRunCommand } from "../doors/run-command.ts";
import { fail, ok, type Result } from "../contract/errors.ts";
import { type Handlers, requestNames } from "../contract/ipc.ts";
import { initialState, languageOf } from "./initial-state.ts";
import { createOneProfile, type OneProfileDependencies } from "./one-profile.ts";
import { createProxyLogins, type ProxyLogins } from "../auth/proxy-login.ts";
import { defaultSettings } from "../contract/settings.ts";
import { createStore, type ObservableStore } from "../base/store.ts";
import { createWords, type Words } from "../base/words.ts";

/** What the app takes from the platform it runs on. */
export interface AppDependencies extends Omit<OneProfileDependencies, "store" | "proxyLogins"> {
  readonly quit: () => void;
}

export interface App {
  readonly store: ObservableStore;
  readonly handlers: Handlers;
  readonly runCommand: (command: Command) => Promise<void>;
  readonly proxyLogins: ProxyLogins;
  readonly words: () => Words;
  start(): Promise<void>;
  /** After sleep, or when the network is back. */
  wake(): void;
  /** Once a minute while there is a network. */
  everyMinute(): void;
  close(): Promise<void>;
}

/** The app without a platform: one state, one profile, and what a person can ask for. */
export async function createApp(dependencies: AppDependencies): Promise<App> {
  const { environment, sample, windows, quit, log } = dependencies;
  const store = createStore({
    ...initialState(environment, defaultSettings),
    sampleAvailable: sample !== null,
  });
  const proxyLogins = createProxyLogins({ store, showPopup: windows.showPopup });
  const ownWords = await createWords(languageOf(defaultSettings, environment.preferredLanguages));
  const one = await createOneProfile({ ...dependencies, store, proxyLogins });

  const withoutProfile: Handlers = {
    ...allRequests(() => async () => fail({ kind: "files-not-deleted" })),
    getState: async () => ok(store.read()),
    async hidePopup() {
      windows.hidePopup();
      return ok(undefined);
    },
    async openSettings() {
      windows.openSettings();
      return ok(undefined);
    },
    forgetEverything: () => one.forgetEverything(),
  };

  /** The same for as long as the app runs, whichever profile answers. */
  const handlers = allRequests((name) => async (...input) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- who calls by this name gives what it takes
    const answer = (one.current()?.handlers ?? withoutProfile)[name] as AnyHandler;
    return answer(...input);
  });

  return {
    store,
    handlers,
    runCommand: createRunCommand({
      handlers,
      showPopup: windows.showPopup,
      copyLatest: async () =>
        one.current()?.workspace.copyLatest() ?? fail({ kind: "files-not-deleted" }),
      snoozeReminder: (id) =>
        one.current()?.workspace.calendar.snooze(id) ?? fail({ kind: "unknown-meeting" }),
      quit,
      log,
    }),
    proxyLogins,
    words: () => one.current()?.words() ?? ownWords,
    start: () => one.start(),
    wake: () => one.current()?.workspace.wake(),
    everyMinute() {
      const meetings = one.current()?.workspace.meetings;
      void meetings?.recheck();
      void meetings?.tend();
    },
    async close() {
      await one.current()?.close();
    },
  };
}

type AnyHandler = (...input: readonly unknown[]) => Promise<Result<unknown>>;

function allRequests(handlerOf: (name: keyof Handlers) => AnyHandler): Handlers {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- built from the same list the type is
  return Object.fromEntries(requestNames.map((name) => [name, handlerOf(name)])) as Handlers;
}
