import type { Clock } from "../../base/clock.ts";
import type { Opener } from "../../base/opener.ts";
import { meetingDefaults } from "../../contract/defaults.ts";
import type { SettingsChange } from "../../contract/settings.ts";
import type { Result } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/requests/vocabulary.ts";
import type { Clipboard } from "../../meetings/fulfil.ts";
import type { Environment } from "../initial-state.ts";
import type { Outside } from "../outside.ts";
import type { Organisations } from "../organisations.ts";
import type { Preferences } from "../preferences.ts";
import type { AppHandlers } from "./app-handlers.ts";
import type { StartAtLogin } from "../computer/start-at-login.ts";
import type { Workspace } from "../workspace.ts";
import { createAccountHandlers } from "./account-handlers.ts";
import { createCreationHandlers } from "./creation-handlers.ts";
import { createErrorHandlers } from "./error-handlers.ts";
import { createEventHandlers } from "./event-handlers.ts";
import { createJoinHandlers } from "./join-handlers.ts";
import { createMeetingHandlers } from "./meeting-handlers.ts";
import { createOpenMeeting } from "./open-meeting.ts";
import { createOrganisationHandlers } from "./organisation-handlers.ts";
import { createSetUpHandlers } from "./set-up-handlers.ts";
import type { SignOut } from "./sign-out.ts";
import { createTimeHandlers } from "./time-handlers.ts";
import { createTypedLineHandlers } from "./typed-line-handlers.ts";
import { createUpcomingHandlers } from "./upcoming-handlers.ts";

/** All but what the app answers without a profile. */
export type ProfileHandlers = Omit<Handlers, keyof AppHandlers>;

export interface HandlersDependencies {
  readonly workspace: Workspace;
  readonly organisations: Organisations;
  readonly preferences: Preferences;
  readonly changeSettings: (change: SettingsChange) => Promise<Result<undefined>>;
  readonly startAtLogin: Pick<StartAtLogin, "set">;
  readonly signOut: SignOut;
  readonly environment: Pick<Environment, "platform" | "appVersion" | "preferredLanguages">;
  /** IANA name of the computer's zone. */
  readonly timeZone: () => string;
  readonly opener: Opener;
  readonly saveDownload: Outside["saveDownload"];
  readonly pickSetUpFile: Outside["pickSetUpFile"];
  readonly clipboard: Clipboard;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** What is asked of the people of one profile and their meetings: the work is done where it belongs. */
export function createHandlers({
  workspace,
  organisations,
  preferences,
  changeSettings,
  startAtLogin,
  signOut,
  environment,
  timeZone,
  opener,
  saveDownload,
  pickSetUpFile,
  clipboard,
  clock,
  newId,
}: HandlersDependencies): ProfileHandlers {
  const { session, signIn, meetings, calendar, handOver, descriptor } = workspace;
  const { platform } = environment;
  const openMeeting = createOpenMeeting({ platform, opener });

  const { known, defaultMinutes } = defaultsOf(session, preferences);
  const words = () => preferences.words();
  const here = () => hereOf(preferences, environment, timeZone());

  return {
    ...createAccountHandlers({
      session,
      signIn,
      signOut,
      organisations,
      descriptor,
      preferences,
      opener,
      clipboard,
    }),
    ...createOrganisationHandlers({ organisations, session, signIn, signOut, newId }),
    ...createSetUpHandlers({ pickSetUpFile, opener, clipboard, words }),
    ...createErrorHandlers({
      errors: workspace.errors,
      signIn,
      descriptor,
      opener,
      clipboard,
      environment,
      words,
      clock,
    }),
    ...createCreationHandlers({ meetings, opener }),
    ...createMeetingHandlers({ meetings, handOver, openMeeting, opener, saveDownload }),
    ...createEventHandlers(workspace),
    ...createTimeHandlers({ defaultMinutes, here, clock }),
    ...createTypedLineHandlers({
      account: () => session.account(),
      known,
      here,
      searchPeople: (text) => workspace.eventAccess.searchPeople(text),
      clock,
    }),
    ...createJoinHandlers({ clipboard, openMeeting, session, organisations }),
    ...createUpcomingHandlers({
      calendar,
      handOver,
      openMeeting,
      opener,
      changeSettings,
      platform,
    }),
    changeSettings,
    async setStartAtLogin({ isOn }) {
      const set = startAtLogin.set(isOn);
      // Whoever decided it is not asked any more.
      if (set.ok) await changeSettings({ offerStartAtLogin: false });
      return set;
    },
  };
}

/** Whose languages, and whose clock. */
const hereOf = (
  preferences: Pick<Preferences, "language" | "locale">,
  { preferredLanguages }: HandlersDependencies["environment"],
  timeZone: string,
) => ({
  languages: [preferences.language(), ...preferredLanguages],
  locale: preferences.locale(),
  timeZone,
});

/** What new meetings begin with, of whoever organises them. */
function defaultsOf(session: Workspace["session"], preferences: Pick<Preferences, "settings">) {
  const known = () => ({ settings: preferences.settings(), accounts: session.known() });
  return {
    known,
    defaultMinutes: (): number => {
      const account = session.account();
      return account
        ? meetingDefaults(known(), account).durationMinutes
        : known().settings.defaultDurationMinutes;
    },
  };
}
