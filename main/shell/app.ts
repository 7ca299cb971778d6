import { createProxyLogins, type ProxyLogins } from "../auth/proxy-login.ts";
import type { Clock } from "../base/clock.ts";
import { createOpenLines, type OpenLines } from "../base/open-lines.ts";
import { type ObservableStore, createStore, type Publish, publisherOf } from "../base/store.ts";
import { createWords, type Words } from "../base/words.ts";
import { chooseLanguage } from "../contract/languages.ts";
import { type AppError, fail, type Result } from "../contract/errors.ts";
import { type Handlers, requestNames } from "../contract/requests/vocabulary.ts";
import type { Creation } from "../contract/meeting.ts";
import type { AppState } from "../contract/state.ts";
import { type Ask, createAsk } from "../doors/ask.ts";
import { readCommandLine } from "../doors/command-line.ts";
import { defaultSettings } from "../contract/settings.ts";
import { type Computer, createComputer } from "./computer/computer.ts";
import { createQuestions, type Questions } from "./guard/questions.ts";
import { type AppHandlers, createAppHandlers, type Windows } from "./handlers/app-handlers.ts";
import { initialState } from "./initial-state.ts";
import { createOneProfile, type OneProfile } from "./one-profile.ts";
import type { Outside } from "./outside.ts";
import { createStartAtLogin, type StartAtLogin } from "./computer/start-at-login.ts";
import type { Workspace } from "./workspace.ts";

/** What the app takes from the platform it runs on. */
export interface AppDependencies {
  readonly outside: Outside;
  readonly windows: Windows;
  /** That what was asked for at a door was refused, where no window says so. */
  readonly tellRefused: (error: AppError) => void;
  readonly quit: () => void;
}

export interface App {
  readonly store: ObservableStore;
  readonly handlers: Handlers;
  /** For every door but the windows. */
  readonly ask: Ask;
  /** Under which a bug is logged and told. */
  readonly newReference: () => string;
  /** About what the windows ask for. */
  readonly questions: Questions;
  readonly computer: Computer;
  readonly proxyLogins: ProxyLogins;
  readonly startAtLogin: Pick<StartAtLogin, "look">;
  readonly words: () => Words;
  start(): Promise<void>;
  /** Somebody started it with these words: once it is there, or a later time, which hands them over. */
  readonly started: (words: readonly string[], how: { readonly isFirst: boolean }) => Promise<void>;
  /** Somebody is about to press, as it seems: the way to Microsoft is opened meanwhile. */
  readonly expectPress: () => void;
  /** After sleep, or when the network is back. */
  wake(): void;
  /** Once a minute while there is a network. */
  everyMinute(): void;
  /** The popup came up, or went. */
  readonly popupTurned: (popupShown: boolean) => void;
  close(): Promise<void>;
}

/** The app without a platform: one state, one profile, and what a person can ask for. */
export async function createApp(dependencies: AppDependencies): Promise<App> {
  const { windows, tellRefused, quit } = dependencies;
  const { network, openAhead } = createOpenLines(
    dependencies.outside.network,
    dependencies.outside.clock,
  );
  const outside = { ...dependencies.outside, network };
  const { environment, sample, clock, log } = outside;
  const store = createStore({
    ...initialState(environment, defaultSettings),
    sampleAvailable: sample !== null,
  });
  const computer = createComputer(environment.timeZone, publisherOf(store));
  const proxyLogins = createProxyLogins({ store, showPopup: windows.showPopup });
  const { language, locale } = store.read();
  const ownWords = await createWords(chooseLanguage([language]), locale);
  const timeZone = () => computer.timeZone();
  const newReference = () => outside.newId().slice(0, 8);
  const { loginItem } = outside;
  const startAtLogin = createStartAtLogin({ loginItem, publish: publisherOf(store), log });
  const one = await createOneProfile({ outside, store, timeZone, startAtLogin });

  const ofApp = createAppHandlers({
    state: () => store.read(),
    publish: publisherOf(store),
    windows,
    proxyLogins,
    outside,
    quit,
    forgetEverything: () => one.forgetEverything(),
  });
  const handlers = whicheverAnswers(one, ofApp);
  const begun = Promise.withResolvers<void>();
  const ask = createAsk({
    handlers,
    begun: begun.promise,
    state: () => store.read(),
    showPopup: windows.showPopup,
    tell: tellRefused,
    newReference,
    log,
  });

  const moments = createMoments({
    workspace: () => one.current()?.workspace ?? null,
    dismissCreation: () => handlers.dismissCreation(),
    publish: publisherOf(store),
    computer,
    openAhead,
    clock,
  });

  return {
    store,
    handlers,
    newReference,
    ask,
    questions: createQuestions(() => one.current()),
    computer,
    proxyLogins,
    startAtLogin,
    words: () => one.current()?.words() ?? ownWords,
    async started(words, { isFirst }) {
      const call = readCommandLine(words);
      const isEnough = isFirst && call?.name === "openPopup" && waitsInTray(store.read());
      if (call && !isEnough) await ask("commandLine", call);
    },
    async start() {
      startAtLogin.start();
      await one.start();
      begun.resolve();
    },
    ...moments,
    async close() {
      await one.current()?.close();
    },
  };
}

/** Where there is a tray, and nothing to be set up, nobody has to see a window. */
const waitsInTray = ({ presentation, organisations }: AppState): boolean =>
  presentation === "popup" && organisations.length > 0;

interface MomentsDependencies {
  readonly workspace: () => Workspace | null;
  readonly dismissCreation: Handlers["dismissCreation"];
  readonly publish: Publish<"popupShown">;
  readonly computer: Pick<Computer, "isOnline">;
  readonly openAhead: OpenLines["openAhead"];
  readonly clock: Pick<Clock, "now">;
}

/** What happens around the app that is a reason to do something. */
function createMoments({
  workspace,
  dismissCreation,
  publish,
  computer,
  openAhead,
  clock,
}: MomentsDependencies): Pick<App, "expectPress" | "wake" | "everyMinute" | "popupTurned"> {
  function expectPress(): void {
    if (computer.isOnline()) openAhead(workspace()?.addresses() ?? []);
  }

  function comeToLook(): void {
    expectPress();
    void workspace()?.approvedLater();
    const creation = workspace()?.creation();
    if (creation && isOldCard(creation, clock.now())) void dismissCreation();
  }

  return {
    expectPress,
    wake() {
      workspace()?.wake();
      expectPress();
    },
    everyMinute() {
      const meetings = workspace()?.meetings;
      void workspace()?.approvedLater();
      void meetings?.recheck();
      void meetings?.tend();
    },
    popupTurned(popupShown) {
      if (popupShown) comeToLook();
      publish({ popupShown });
    },
  };
}

/** The card of a finished creation goes when the popup is opened this long after it. */
const cardLifeMilliseconds = 10 * 60_000;

const isOldCard = (creation: Creation, now: number): boolean =>
  creation.kind === "created" && now - creation.createdAt > cardLifeMilliseconds;

/** The same for as long as the app runs, whichever profile answers. */
const whicheverAnswers = (one: Pick<OneProfile, "current">, ofApp: AppHandlers): Handlers =>
  allRequests((name) => async (...input) => {
    const ofProfile = one.current()?.handlers;
    const answers: Partial<Handlers> = { ...ofProfile, ...ofApp };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- who calls by this name gives what it takes
    const answer = answers[name] as AnyHandler | undefined;
    // Everything has an answer but while the files of an earlier profile are still there.
    return answer ? answer(...input) : fail({ kind: "files-not-deleted" });
  });

type AnyHandler = (...input: readonly unknown[]) => Promise<Result<unknown>>;

function allRequests(handlerOf: (name: keyof Handlers) => AnyHandler): Handlers {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- built from the same list the type is
  return Object.fromEntries(requestNames.map((name) => [name, handlerOf(name)])) as Handlers;
}
