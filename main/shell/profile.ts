import { organisationDescriptor } from "../base/clouds.ts";
import { createHandlers, type HandlersDependencies } from "./handlers/handlers.ts";
import { signOut } from "./handlers/sign-out.ts";
import type { Result } from "../contract/errors.ts";
import type { Handlers } from "../contract/ipc.ts";
import type { Settings } from "../contract/settings.ts";
import type { Organisation } from "../contract/state.ts";
import { type Environment, languageOf, localeOf } from "./initial-state.ts";
import type { OrganisationDescriptor } from "../base/organisation.ts";
import type { SampleOrganisation } from "../sample/sample-organisation.ts";
import { createSettings } from "../settings/settings.ts";
import { lend, type ObservableStore } from "../base/store.ts";
import { withConsent } from "../base/vault.ts";
import { createWords, type Words } from "../base/words.ts";
import { createWorkspace, type Workspace, type WorkspaceDependencies } from "./workspace.ts";
import type { KeptDocuments } from "./kept-documents.ts";

export interface ProfileDependencies extends Omit<
  WorkspaceDependencies,
  "descriptorOf" | "words" | "chosen" | "documentFile"
> {
  readonly environment: Environment;
  readonly documents: KeptDocuments;
  /** The sample organisation of an unpackaged build; null in packages. */
  readonly sample: SampleOrganisation | null;
  readonly opener: HandlersDependencies["opener"];
  readonly saveDownload: HandlersDependencies["saveDownload"];
  readonly proxyLogins: HandlersDependencies["proxyLogins"];
  readonly forgetEverything: HandlersDependencies["forgetEverything"];
  readonly windows: {
    readonly showPopup: () => void;
    readonly hidePopup: () => void;
    readonly openSettings: () => void;
  };
}

/** All that is kept of the people on this computer, opened, and what can be asked of it. */
export interface Profile {
  readonly handlers: Handlers;
  readonly workspace: Workspace;
  readonly words: () => Words;
  start(): Promise<void>;
  /** Everybody is signed out; what can be ended at Microsoft is, within the patience of a sign-out. */
  signEverybodyOut(): Promise<void>;
  /** Ends waiting sign-ins and timers. What is on disk stays. */
  close(): Promise<void>;
  /** Closed for good: whatever is still on its way changes the state no more. */
  retire(): Promise<void>;
}

/** What the links kept ready depend on. */
const spareSettings = ["keepLinkReady", "presets", "language", "invitationLanguage"] as const;

const sampleOrganisation: Organisation = { kind: "sample", id: "sample" };

export async function openProfile(dependencies: ProfileDependencies): Promise<Profile> {
  const { environment, documents, sample, windows, clock, log } = dependencies;
  const { store, end } = lend(dependencies.store);
  const settings = createSettings(documents.file("settings"));
  const wordsNow = () =>
    createWords(languageOf(settings.settings(), environment.preferredLanguages));
  let words = await wordsNow();
  showSettings(store, settings.settings(), environment);

  const logFailure = (result: Result<undefined>) => {
    if (!result.ok) log.warn("settings-not-saved", { kind: result.error.kind });
    return result;
  };

  const workspace = createWorkspace({
    ...dependencies,
    documentFile: documents.file,
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
    showSettings(store, settings.settings(), environment);
    return saved;
  }

  const handlers = createHandlers({
    ...dependencies,
    store,
    workspace,
    async setOrganisations(organisations) {
      store.update((state) => ({ ...state, forgotten: null }));
      const saved = logFailure(settings.setOrganisations(organisations));
      await openOrganisations();
      return saved;
    },
    async changeSettings(change) {
      const saved = settings.change(change);
      words = await wordsNow();
      changed(saved);
      if (spareSettings.some((name) => change[name] !== undefined)) void workspace.meetings.tend();
      if (!saved.ok || change.keepWithoutKeyring === undefined) return saved;
      return workspace.protectAgain();
    },
    changeAccountDefaults: async (key, defaults) => changed(settings.changeAccount(key, defaults)),
    ...windows,
    words: () => words,
    preferredLanguages: environment.preferredLanguages,
  });

  async function signEverybodyOut(): Promise<void> {
    await workspace.signIn.cancel();
    const ids = workspace.session.known().map(({ account }) => account.id);
    await Promise.all(ids.map((id) => signOut(id, { workspace, store, clock })));
  }

  return {
    handlers,
    workspace,
    words: () => words,
    start: openOrganisations,
    signEverybodyOut,
    close: () => workspace.close(),
    async retire() {
      end();
      await workspace.close();
    },
  };
}

function showSettings(
  store: ObservableStore,
  settings: Settings,
  { preferredLanguages }: Environment,
): void {
  const language = languageOf(settings, preferredLanguages);
  const locale = localeOf(language, preferredLanguages);
  store.update((state) => ({ ...state, settings, language, locale }));
}

function descriptorOf(
  organisation: Organisation,
  sample: OrganisationDescriptor | null,
): OrganisationDescriptor | null {
  return organisation.kind === "sample" ? sample : organisationDescriptor(organisation);
}
