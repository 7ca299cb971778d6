import { createHandlers, type HandlersDependencies } from "./commands/handlers.ts";
import type { Command } from "./commands/command.ts";
import { createRunCommand } from "./commands/run-command.ts";
import type { Result } from "./contract/errors.ts";
import type { Handlers } from "./contract/ipc.ts";
import type { Organisation } from "./contract/state.ts";
import { createProxyLogins, type ProxyLogins } from "./proxy-login.ts";
import { type Environment, initialState, languageOf, localeOf } from "./initial-state.ts";
import type { OrganisationDescriptor } from "./organisation.ts";
import type { SampleOrganisation } from "./sample/sample-organisation.ts";
import { createSettings } from "./settings/settings.ts";
import { createStore, type ObservableStore } from "./store.ts";
import { withConsent } from "./vault.ts";
import { createWords, type Words } from "./words.ts";
import { createWorkspace, type Workspace, type WorkspaceDependencies } from "./workspace.ts";
import { organisationDescriptor } from "./auth/clouds.ts";

/** What the app takes from the platform it runs on. */
export interface AppDependencies extends Omit<
  WorkspaceDependencies,
  "descriptorOf" | "store" | "words" | "chosen"
> {
  readonly environment: Environment;
  /** The sample organisation of an unpackaged build; null in packages. */
  readonly sample: SampleOrganisation | null;
  readonly opener: HandlersDependencies["opener"];
  readonly saveDownload: HandlersDependencies["saveDownload"];
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
  readonly workspace: Workspace;
  readonly proxyLogins: ProxyLogins;
  readonly words: () => Words;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** What the links kept ready depend on. */
const spareSettings = ["keepLinkReady", "presets", "language", "invitationLanguage"] as const;

const sampleOrganisation: Organisation = { kind: "sample", id: "sample" };

/** The app without a platform: state, settings, the open organisations, and what a person can ask for. */
export async function createApp(dependencies: AppDependencies): Promise<App> {
  const { environment, documentFile, sample, windows, clipboard, clock, log } = dependencies;
  const settings = createSettings(documentFile("settings"));
  const store = createStore({
    ...initialState(environment, settings.settings()),
    sampleAvailable: sample !== null,
  });
  let words = await createWords(languageOf(settings.settings(), environment.preferredLanguages));
  const logFailure = (result: Result<undefined>) => {
    if (!result.ok) log.warn("settings-not-saved", { kind: result.error.kind });
    return result;
  };

  const workspace = createWorkspace({
    ...dependencies,
    vault: withConsent(dependencies.vault, () => settings.settings().keepWithoutKeyring),
    store,
    words: () => words,
    descriptorOf: (organisation) => descriptorOf(organisation, sample?.descriptor ?? null),
    chosen: {
      read: () => settings.chosenAccount(),
      write: (key) => void logFailure(settings.chooseAccount(key)),
    },
  });

  async function openOrganisations(): Promise<void> {
    const kept = settings.organisations().filter(({ kind }) => kind === "own" || sample !== null);
    const isMissing = sample?.isChosen === true && !kept.some(({ kind }) => kind === "sample");
    const organisations = isMissing ? [sampleOrganisation, ...kept] : kept;
    store.update((state) => ({ ...state, organisations }));
    await workspace.open(organisations);
  }

  function changed(saved: Result<undefined>): Result<undefined> {
    const next = settings.settings();
    const language = languageOf(next, environment.preferredLanguages);
    const locale = localeOf(language, environment.preferredLanguages);
    store.update((state) => ({ ...state, settings: next, language, locale }));
    return saved;
  }

  const proxyLogins = createProxyLogins({ store, showPopup: windows.showPopup });

  const handlers = createHandlers({
    store,
    workspace,
    proxyLogins,
    async setOrganisations(organisations) {
      const saved = logFailure(settings.setOrganisations(organisations));
      await openOrganisations();
      return saved;
    },
    async changeSettings(change) {
      const saved = settings.change(change);
      words = await createWords(languageOf(settings.settings(), environment.preferredLanguages));
      changed(saved);
      if (spareSettings.some((name) => change[name] !== undefined)) void workspace.meetings.tend();
      if (!saved.ok || change.keepWithoutKeyring === undefined) return saved;
      return workspace.protectAgain();
    },
    changeAccountDefaults: async (key, defaults) => changed(settings.changeAccount(key, defaults)),
    ...windows,
    opener: dependencies.opener,
    saveDownload: dependencies.saveDownload,
    clipboard,
    words: () => words,
    clock,
    newId: dependencies.newId,
  });

  return {
    store,
    handlers,
    runCommand: createRunCommand({
      handlers,
      showPopup: windows.showPopup,
      copyLatest: async () => workspace.copyLatest(),
      snoozeReminder: (id) => workspace.calendar.snooze(id),
      quit: dependencies.quit,
      log,
    }),
    workspace,
    proxyLogins,
    words: () => words,
    start: openOrganisations,
    close: () => workspace.close(),
  };
}

function descriptorOf(
  organisation: Organisation,
  sample: OrganisationDescriptor | null,
): OrganisationDescriptor | null {
  return organisation.kind === "sample" ? sample : organisationDescriptor(organisation);
}
