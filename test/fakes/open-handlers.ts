import { createHandlers } from "../../main/shell/handlers/handlers.ts";
import { ok } from "../../main/contract/errors.ts";
import type { AppState, Organisation } from "../../main/contract/state.ts";
import { initialState } from "../../main/shell/initial-state.ts";
import { createProxyLogins } from "../../main/auth/proxy-login.ts";
import { createSettings } from "../../main/settings/settings.ts";
import { createStore } from "../../main/base/store.ts";
import { createWords } from "../../main/base/words.ts";
import { createWorkspace } from "../../main/shell/workspace.ts";
import { completeSignIn, type SignInChoice } from "../sandbox/browser.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { createMemoryDocument, createMemoryPlatform, type Disk } from "./memory-platform.ts";

const environment = {
  platform: "linux",
  appVersion: "1.2.3",
  timeZone: "Europe/Berlin",
  preferredLanguages: ["en"],
} as const;

export const ownOrganisation = (id: string, tenant: string) =>
  ({
    kind: "own",
    id,
    clientId: "3f2a0f0e-5f0a-4a5e-9d0b-2f0d3a8c1b2c",
    tenant,
    cloud: "global",
  }) as const;

export interface OpenHandlersOptions {
  readonly disk?: Disk;
  readonly organisations?: readonly Organisation[];
  readonly sampleAvailable?: boolean;
  /** The keyring at the start. */
  readonly isLocked?: boolean;
  /** The computer's, best first. */
  readonly preferredLanguages?: readonly string[];
}

/** What the windows may ask for, over the sample organisation: each organisation is a tenant of it. */
export async function openHandlers(sandbox: Sandbox, options: OpenHandlersOptions = {}) {
  const platform = createMemoryPlatform(options.disk);
  platform.vault.isLocked = options.isLocked ?? false;
  const settings = createSettings(createMemoryDocument(platform.disk, "settings"));
  if (options.organisations) settings.setOrganisations(options.organisations);
  settings.change({ keepLinkReady: false });
  const store = createStore({
    ...initialState(environment, settings.settings()),
    sampleAvailable: options.sampleAvailable ?? false,
  });
  const words = await createWords("en");
  const person: { choice: SignInChoice; opens: boolean } = { choice: {}, opens: true };
  const opened: string[] = [];
  const downloads: { name: string; text: string }[] = [];
  let ids = 0;
  async function open(url: string) {
    opened.push(url);
    if (!person.opens) return false;
    if (url.includes("/authorize")) void completeSignIn(url, person.choice).catch(() => undefined);
    return true;
  }
  const tenantOf = (organisation: Organisation) =>
    organisation.kind === "own" ? organisation.tenant : "organizations";
  const workspace = createWorkspace({
    ...platform.dependencies,
    store,
    words: () => words,
    descriptorOf: (organisation) => ({
      ...sandbox.descriptor,
      authority: sandbox.descriptor.authority.replace("organizations", tenantOf(organisation)),
    }),
    chosen: {
      read: () => settings.chosenAccount(),
      write: (key) => void settings.chooseAccount(key),
    },
    openSignInPage: open,
  });
  async function openOrganisations() {
    const organisations = settings.organisations();
    store.update((state) => ({ ...state, organisations }));
    await workspace.open(organisations);
  }
  const handlers = createHandlers({
    store,
    workspace,
    proxyLogins: createProxyLogins({ store, showPopup: () => undefined }),
    async setOrganisations(organisations) {
      const saved = settings.setOrganisations(organisations);
      await openOrganisations();
      return saved;
    },
    async changeSettings(change) {
      const saved = settings.change(change);
      store.update((state) => ({ ...state, settings: settings.settings() }));
      return saved;
    },
    async changeAccountDefaults(key, defaults) {
      const saved = settings.changeAccount(key, defaults);
      store.update((state) => ({ ...state, settings: settings.settings() }));
      return saved;
    },
    forgetEverything: async () => ok(undefined),
    hidePopup: () => undefined,
    openSettings: () => undefined,
    opener: {
      openJoinUrl: async (url) => ok(void opened.push(url)),
      openTeams: async (url) => ok(void opened.push(url)),
      openOtherMeeting: async (url) => ok(void opened.push(url)),
      openMail: async (url) => ok(void opened.push(url)),
      openMailTo: async (url) => ok(void opened.push(url)),
      openOutlook: async (url) => ok(void opened.push(url)),
      openPersonalTeams: async () => ok(void opened.push("personal Teams")),
      openSignInPage: open,
    },
    saveDownload: async (name, text) => ok(void downloads.push({ name, text })),
    clipboard: platform.dependencies.clipboard,
    words: () => words,
    preferredLanguages: options.preferredLanguages ?? environment.preferredLanguages,
    clock: platform.dependencies.clock,
    newId: () => `organisation-${(ids += 1)}`,
  });
  await openOrganisations();
  const state = (): AppState => store.read();
  const idOf = (name: string) =>
    state().accounts.find(({ account }) => account.name.startsWith(name))?.account.id ?? "";
  const tokenFiles = () => [...platform.disk.keys()].filter((name) => name.startsWith("tokens-"));
  const { close } = workspace;
  return {
    handlers,
    store,
    workspace,
    settings,
    platform,
    person,
    opened,
    downloads,
    state,
    idOf,
    tokenFiles,
    close,
  };
}
