import { createHandlers } from "./commands/handlers.ts";
import type { Command } from "./commands/command.ts";
import { createRunCommand } from "./commands/run-command.ts";
import { fail, type Result } from "./contract/errors.ts";
import type { Handlers, SettingsChange } from "./contract/ipc.ts";
import type { Organisation } from "./contract/state.ts";
import { type Environment, initialState, languageOf, localeOf } from "./initial-state.ts";
import type { OrganisationDescriptor } from "./organisation.ts";
import type { SampleOrganisation } from "./sample/sample-organisation.ts";
import { createSettings } from "./settings/settings.ts";
import { createStore, type ObservableStore } from "./store.ts";
import type { DocumentFile } from "./vault.ts";
import { createWords, type Words } from "./words.ts";
import { createWorkspace, type Workspace, type WorkspaceDependencies } from "./workspace.ts";
import { organisationDescriptor } from "./auth/clouds.ts";

/** What the app takes from the platform it runs on. */
export interface AppDependencies extends Omit<
  WorkspaceDependencies,
  "descriptor" | "store" | "words"
> {
  readonly environment: Environment;
  readonly documentFile: (name: string) => DocumentFile;
  /** The sample organisation of an unpackaged build; null in packages. */
  readonly sample: SampleOrganisation | null;
  readonly openJoinUrl: (url: string) => Promise<Result<undefined>>;
  readonly windows: {
    readonly showPopup: () => void;
    readonly hidePopup: () => void;
    readonly openSettings: () => void;
  };
  readonly quit: () => void;
}

export interface App {
  readonly store: ObservableStore;
  readonly handlers: Handlers;
  readonly runCommand: (command: Command) => Promise<void>;
  readonly workspace: () => Workspace | null;
  readonly words: () => Words;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** The app without a platform: state, settings, the open organisation, and what a person can ask for. */
export async function createApp(dependencies: AppDependencies): Promise<App> {
  const { environment, documentFile, sample, windows, clipboard, clock, log } = dependencies;
  const settings = createSettings(documentFile("settings"));
  const store = createStore({
    ...initialState(environment, settings.settings()),
    sampleAvailable: sample !== null,
  });
  let words = await createWords(languageOf(settings.settings(), environment.preferredLanguages));
  let workspace: Workspace | null = null;

  async function openOrganisation(organisation: Organisation): Promise<void> {
    await workspace?.close();
    workspace = null;
    const descriptor = descriptorOf(organisation, sample?.descriptor ?? null);
    store.update((state) => ({
      ...state,
      organisation: descriptor ? organisation : { kind: "none" },
      session: descriptor ? { kind: "starting" } : { kind: "signed-out", error: null },
      creation: { kind: "idle" },
      recent: [],
      view: "home",
    }));
    if (!descriptor) return;
    const opened = createWorkspace({ ...dependencies, store, descriptor, words: () => words });
    workspace = opened;
    await opened.start();
  }

  async function changeSettings(change: SettingsChange): Promise<Result<undefined>> {
    const saved = settings.change(change);
    const next = settings.settings();
    const language = languageOf(next, environment.preferredLanguages);
    words = await createWords(language);
    const locale = localeOf(language, environment.preferredLanguages);
    store.update((state) => ({ ...state, settings: next, language, locale }));
    return saved;
  }

  const handlers = createHandlers({
    store,
    workspace: () => workspace,
    async chooseOrganisation(organisation) {
      const saved = settings.chooseOrganisation(organisation);
      if (!saved.ok) log.warn("settings-not-saved", { kind: saved.error.kind });
      await openOrganisation(organisation);
      return saved;
    },
    changeSettings,
    ...windows,
    openJoinUrl: dependencies.openJoinUrl,
    clipboard,
    words: () => words,
    clock,
  });

  return {
    store,
    handlers,
    runCommand: createRunCommand({
      handlers,
      showPopup: windows.showPopup,
      copyLatest: async () => workspace?.meetings.copyLatest() ?? fail({ kind: "not-set-up" }),
      quit: dependencies.quit,
      log,
    }),
    workspace: () => workspace,
    words: () => words,
    start: () => openOrganisation(sample?.isChosen ? { kind: "sample" } : settings.organisation()),
    async close() {
      await workspace?.close();
    },
  };
}

function descriptorOf(
  organisation: Organisation,
  sample: OrganisationDescriptor | null,
): OrganisationDescriptor | null {
  switch (organisation.kind) {
    case "none":
      return null;
    case "sample":
      return sample;
    case "own":
      return organisationDescriptor(organisation);
  }
}
