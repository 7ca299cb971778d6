import type { Remembered } from "../auth/remembered.ts";
import type { Session } from "../auth/session.ts";
import { organisationDescriptor } from "../base/clouds.ts";
import type { Log } from "../base/log.ts";
import type { OrganisationDescriptor } from "../base/organisation.ts";
import { lend, type ObservableStore, publisherOf } from "../base/store.ts";
import { withConsent } from "../base/vault.ts";
import type { Words } from "../base/words.ts";
import type { SettingsChange } from "../contract/settings.ts";
import type { Result } from "../contract/errors.ts";
import type { Organisation } from "../contract/state.ts";
import { createSettings, type SettingsStore } from "../settings/settings.ts";
import { createHandlers, type ProfileHandlers } from "./handlers/handlers.ts";
import { createSignOut } from "./handlers/sign-out.ts";
import { createOrganisations, type Organisations } from "./organisations.ts";
import type { Outside } from "./outside.ts";
import type { StartAtLogin } from "./computer/start-at-login.ts";
import { createPreferences, type Preferences } from "./preferences.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

export interface ProfileDependencies {
  readonly store: ObservableStore;
  /** IANA name of the computer's zone. */
  readonly timeZone: () => string;
  readonly outside: Outside;
  readonly startAtLogin: Pick<StartAtLogin, "set">;
}

/** All that is kept of the people on this computer, opened, and what can be asked of it. */
export interface Profile {
  readonly handlers: ProfileHandlers;
  readonly workspace: Workspace;
  readonly organisations: Pick<Organisations, "all">;
  readonly session: Pick<Session, "account" | "known">;
  readonly words: () => Words;
  start(): Promise<void>;
  /** Everybody is signed out; what can be ended at Microsoft is, within the patience of a sign-out. */
  signEverybodyOut(): Promise<void>;
  /** Ends waiting sign-ins and timers. What is on disk stays. */
  close(): Promise<void>;
  /** Closed for good: whatever is still on its way changes the state no more. */
  retire(): Promise<void>;
}

export async function openProfile(dependencies: ProfileDependencies): Promise<Profile> {
  const { timeZone, outside, startAtLogin } = dependencies;
  const { environment, documents, sample, network, clipboard, opener, saveDownload } = outside;
  const { clock, log, random, newId } = outside;
  const { store, end } = lend(dependencies.store);
  const kept = createSettings(documents.file("settings"));
  const preferences = await createPreferences({
    kept,
    preferredLanguages: environment.preferredLanguages,
    publish: publisherOf(store),
  });

  const workspace = createWorkspace({
    descriptorOf: (organisation) => descriptorOf(organisation, sample?.descriptor ?? null),
    store,
    preferences,
    timeZone,
    remembered: rememberedIn(kept, log),
    vault: withConsent(outside.vault, () => preferences.settings().keepWithoutKeyring),
    documentFile: documents.file,
    lineFile: documents.lines,
    network,
    clipboard,
    openSignInPage: (...page) => opener.openSignInPage(...page),
    clock,
    log,
    random,
    newId,
    patientUntil: environment.isAtLogin ? clock.now() + networkComesMilliseconds : 0,
  });
  const organisations = createOrganisations({
    kept,
    sample: sample === null ? "none" : sample.isChosen ? "chosen" : "offered",
    publish: publisherOf(store),
    open: (all) => workspace.open(all),
    log,
  });
  const { session, signIn, meetings } = workspace;
  const publishView = publisherOf<"view" | "detailsOf">(store);
  const showHome = () => publishView({ view: "home", detailsOf: null });
  const signOut = createSignOut({ session, meetings, showHome, clock });

  const handlers = createHandlers({
    workspace,
    organisations,
    preferences,
    changeSettings: (change) => changeSettings(change, preferences, workspace),
    startAtLogin,
    signOut,
    environment,
    timeZone,
    opener,
    saveDownload,
    pickSetUpFile: outside.pickSetUpFile,
    clipboard,
    clock,
    newId,
  });

  return {
    handlers,
    workspace,
    organisations,
    session,
    words: () => preferences.words(),
    start: () => organisations.start(),
    async signEverybodyOut() {
      await signIn.cancel();
      await Promise.all(session.known().map(({ account }) => signOut(account.id)));
    },
    close: () => workspace.close(),
    async retire() {
      end();
      await workspace.close();
    },
  };
}

/** As long as a network may take after a login: Wi-Fi, then a proxy or a VPN. */
const networkComesMilliseconds = 60_000;

function rememberedIn(kept: SettingsStore, log: Log): Remembered {
  const note = (saved: Result<undefined>) => {
    if (!saved.ok) log.warn("settings-not-saved", { kind: saved.error.kind });
  };
  return {
    chosen: () => kept.chosenAccount(),
    choose: (key) => note(kept.chooseAccount(key)),
    hasLeft: (key) => kept.hasLeft(key),
    setLeft: (key, hasLeft) => note(kept.setLeft(key, hasLeft)),
  };
}

/** What the links kept ready depend on. */
const spareSettings = ["keepLinkReady", "presets", "language", "invitationLanguage"] as const;

async function changeSettings(
  change: SettingsChange,
  preferences: Preferences,
  { meetings, protectAgain }: Pick<Workspace, "meetings" | "protectAgain">,
): Promise<Result<undefined>> {
  const saved = await preferences.change(change);
  if (spareSettings.some((name) => change[name] !== undefined)) void meetings.tend();
  return saved.ok && change.keepWithoutKeyring !== undefined ? protectAgain() : saved;
}

function descriptorOf(
  organisation: Organisation,
  sample: OrganisationDescriptor | null,
): OrganisationDescriptor | null {
  return organisation.kind === "sample" ? sample : organisationDescriptor(organisation);
}
