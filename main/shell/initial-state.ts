import { chooseLanguage, type Language, wordsFor } from "../contract/languages.ts";
import type { Settings } from "../contract/settings.ts";
import type { AppState } from "../contract/state.ts";

type Facts = Partial<AppState>;

/** What main knows of the computer before anything is read. */
export interface Environment {
  readonly platform: AppState["platform"];
  readonly appVersion: string;
  /** IANA name. */
  readonly timeZone: string;
  /** BCP 47 tags, best first. */
  readonly preferredLanguages: readonly string[];
  /** The session started the app by itself, in its first moments. */
  readonly isAtLogin?: boolean;
}

/** True of the computer; computer.ts says what of it changes. */
const ofComputer = ({ platform, appVersion, timeZone }: Environment) =>
  ({ platform, appVersion, timeZone, online: true, sampleAvailable: false }) satisfies Facts;

/** The desktop's: which windows there are, and how to call them. */
const ofDesktop = (settings: Settings) =>
  ({
    popupShown: false,
    presentation: settings.showAsWindow ? "window" : "popup",
    shortcut: null,
    proxyLogin: null,
    startAtLogin: "unavailable",
  }) satisfies Facts;

/** people.ts and organisations.ts. */
const ofPeople = {
  organisations: [],
  accounts: [],
  session: { kind: "starting" },
  signIn: { kind: "idle" },
  protection: "unknown",
} satisfies Facts;

/** meetings/meetings.ts. */
const ofMeetings = {
  creation: { kind: "idle" },
  recent: [],
  listed: 0,
  listVersion: 0,
  detailed: null,
  unsaved: null,
  leaving: [],
  room: null,
  linkReady: false,
} satisfies Facts;

/** calendars.ts. */
const ofCalendars = {
  calendarAllowed: false,
  upcoming: { kind: "off" },
  reminder: null,
} satisfies Facts;

/** preferences.ts. */
function ofPreferences({ preferredLanguages }: Environment, settings: Settings) {
  const language = languageOf(settings, preferredLanguages);
  return { settings, language, locale: localeOf(language, preferredLanguages) } satisfies Facts;
}

/** All that goes when everything is forgotten, as it is before anything is read. */
export const ofProfile = (environment: Environment, settings: Settings) =>
  ({
    forgotten: null,
    view: "home",
    detailsOf: null,
    ...ofPeople,
    ...ofMeetings,
    ...ofCalendars,
    ...ofPreferences(environment, settings),
  }) satisfies Facts;

/** The picture, put together of what each of its owners begins with. */
export const initialState = (environment: Environment, settings: Settings): AppState => ({
  revision: 0,
  ...ofComputer(environment),
  ...ofDesktop(settings),
  ...ofProfile(environment, settings),
});

export const languageOf = (settings: Settings, preferred: readonly string[]): Language =>
  chooseLanguage(settings.language === "system" ? preferred : [settings.language]);

/** Words may be in another language than the system's; dates then follow the words. */
export const localeOf = (language: Language, preferred: readonly string[]): string =>
  preferred.find((tag) => wordsFor(tag) === language) ?? language;
