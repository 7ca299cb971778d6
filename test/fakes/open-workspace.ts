import { rememberOn } from "./remembered.ts";
import type { Clock } from "../../main/base/clock.ts";
import type { AppState } from "../../main/contract/state.ts";
import { initialState } from "../../main/shell/initial-state.ts";
import { defaultSettings } from "../../main/contract/settings.ts";
import { createStore } from "../../main/base/store.ts";
import { createWords } from "../../main/base/words.ts";
import { createWorkspace } from "../../main/shell/workspace.ts";
import { completeSignIn, type SignInChoice } from "../sandbox/browser.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { createMemoryPlatform, type Disk } from "./memory-platform.ts";
import { environment } from "./environment.ts";

export interface WorkspaceOptions {
  /** What an earlier run left: a restart. */
  readonly disk?: Disk;
  /** What the person does in the browser. */
  readonly choice?: SignInChoice;
  /** False where the browser does not open. */
  readonly browser?: boolean;
  readonly clock?: Clock;
  /** Off where a test counts what it asked for. */
  readonly keepLinkReady?: boolean;
}

/** The main process without Electron, signed in through real HTTP at the sample organisation. */
export async function openWorkspace(sandbox: Sandbox, options: WorkspaceOptions) {
  const platform = createMemoryPlatform(options.disk);
  const settings = { ...defaultSettings, keepLinkReady: options.keepLinkReady ?? false };
  const store = createStore(initialState(environment, settings));
  const words = await createWords("en");
  const opened: string[] = [];
  const shown: string[] = [];
  const workspace = createWorkspace({
    ...platform.dependencies,
    ...(options.clock ? { clock: options.clock } : {}),
    descriptorOf: () => sandbox.descriptor,
    remembered: rememberOn(platform.disk),
    store,
    preferences: {
      settings: () => store.read().settings,
      language: () => "en",
      locale: () => store.read().locale,
      words: () => words,
    },
    timeZone: () => environment.timeZone,
    async openSignInPage(url, _descriptor, oneTimeAddress = () => url) {
      opened.push(url);
      if (options.browser === false) return false;
      void completeSignIn(oneTimeAddress(), options.choice).then(
        (outcome) => shown.push(outcome.shown?.body ?? ""),
        () => undefined,
      );
      return true;
    },
  });
  await workspace.open([{ kind: "sample", id: "sample" }]);
  /** As the button does: whoever is known signs in again, else somebody new. */
  function begin() {
    const { session } = store.read();
    const account = session.kind === "expired" ? session.account : null;
    return workspace.signIn.begin({ organisationId: "sample", account });
  }
  return { ...workspace, begin, platform, opened, shown, state: (): AppState => store.read() };
}
