import { createHandlers } from "../../main/shell/handlers/handlers.ts";
import { ok } from "../../main/contract/errors.ts";
import type { AppState, Organisation } from "../../main/contract/state.ts";
import { type Environment, initialState } from "../../main/shell/initial-state.ts";
import { createProxyLogins } from "../../main/auth/proxy-login.ts";
import { createSettings } from "../../main/settings/settings.ts";
import type { Opener } from "../../main/base/opener.ts";
import { createPreferences } from "../../main/shell/preferences.ts";
import { createOrganisations } from "../../main/shell/organisations.ts";
import { createAppHandlers } from "../../main/shell/handlers/app-handlers.ts";
import { createSignOut } from "../../main/shell/handlers/sign-out.ts";
import { aLoginItem } from "./a-login-item.ts";
import { checked } from "./checked-answers.ts";
import { createStore, publisherOf } from "../../main/base/store.ts";
import { createStartAtLogin } from "../../main/shell/computer/start-at-login.ts";
import { createWorkspace } from "../../main/shell/workspace.ts";
import { completeSignIn, type SignInChoice } from "../sandbox/browser.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { createMemoryDocument, createMemoryPlatform, type Disk } from "./memory-platform.ts";

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
  readonly platform?: AppState["platform"];
  /** The keyring at the start. */
  readonly isLocked?: boolean;
  /** The computer's, best first. */
  readonly preferredLanguages?: readonly string[];
}

/** What the windows may ask for, over the sample organisation: each organisation is a tenant of it. */
export async function openHandlers(sandbox: Sandbox, options: OpenHandlersOptions = {}) {
  const platform = createMemoryPlatform(options.disk);
  const environment: Environment = {
    platform: options.platform ?? "linux",
    appVersion: "1.2.3",
    timeZone: "Europe/Berlin",
    preferredLanguages: ["en"],
  };
  platform.vault.isLocked = options.isLocked ?? false;
  const settings = createSettings(createMemoryDocument(platform.disk, "settings"));
  if (options.organisations) settings.setOrganisations(options.organisations);
  settings.change({ keepLinkReady: false });
  const store = createStore({
    ...initialState(environment, settings.settings()),
    sampleAvailable: options.sampleAvailable ?? false,
  });
  const person: { choice: SignInChoice; opens: boolean; file: string | null } = {
    choice: {},
    opens: true,
    file: null,
  };
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
  const opener: Opener = {
    openJoinUrl: async (url) => ok(void opened.push(url)),
    openTeams: async (url) => ok(void opened.push(url)),
    openOtherMeeting: async (url) => ok(void opened.push(url)),
    openMail: async (url) => ok(void opened.push(url)),
    openMailTo: async (url) => ok(void opened.push(url)),
    openOutlook: async (url) => ok(void opened.push(url)),
    openPersonalTeams: async () => ok(void opened.push("personal Teams")),
    openNamedPage: async (page) => ok(void opened.push(page)),
    openSignInPage: open,
  };
  const { vault, documentFile, lineFile, network, clipboard, clock, log, random, newId } =
    platform.dependencies;
  const preferences = await createPreferences({
    kept: settings,
    preferredLanguages: environment.preferredLanguages,
    publish: publisherOf(store),
  });
  const timeZone = () => environment.timeZone;
  const workspace = createWorkspace({
    store,
    preferences,
    timeZone,
    descriptorOf: (organisation) => ({
      ...sandbox.descriptor,
      authority: sandbox.descriptor.authority.replace("organizations", tenantOf(organisation)),
    }),
    remembered: {
      chosen: () => settings.chosenAccount(),
      choose: (key) => void settings.chooseAccount(key),
      hasLeft: (key) => settings.hasLeft(key),
      setLeft: (key, hasLeft) => void settings.setLeft(key, hasLeft),
    },
    vault,
    documentFile,
    lineFile,
    network,
    clipboard,
    openSignInPage: open,
    clock,
    log,
    random,
    newId,
  });
  const organisations = createOrganisations({
    kept: settings,
    sample: options.sampleAvailable ? "offered" : "none",
    publish: publisherOf(store),
    open: (all) => workspace.open(all),
    log,
  });
  const { session, meetings } = workspace;
  const publishView = publisherOf<"view" | "detailsOf">(store);
  const showHome = () => publishView({ view: "home", detailsOf: null });
  const handlers = checked({
    ...createHandlers({
      workspace,
      organisations,
      preferences,
      changeSettings: (change) => preferences.change(change),
      startAtLogin: createStartAtLogin({
        loginItem: aLoginItem(),
        publish: publisherOf(store),
        log,
      }),
      signOut: createSignOut({ session, meetings, showHome, clock }),
      environment: {
        ...environment,
        preferredLanguages: options.preferredLanguages ?? environment.preferredLanguages,
      },
      timeZone,
      opener,
      pickSetUpFile: async () => ok(person.file),
      saveDownload: async (name, text) => ok(void downloads.push({ name, text })),
      clipboard,
      clock,
      newId: () => `organisation-${(ids += 1)}`,
    }),
    ...createAppHandlers({
      state: () => store.read(),
      publish: publisherOf(store),
      windows: {
        showPopup: () => undefined,
        hidePopup: () => undefined,
        openSettings: () => undefined,
      },
      proxyLogins: createProxyLogins({ store, showPopup: () => undefined }),
      outside: { opener, showLogs: () => void opened.push("logs"), readLicences: async () => [] },
      quit: () => undefined,
      forgetEverything: async () => ok(undefined),
    }),
  });
  await organisations.start();
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
