import { chooseLanguage, type Language } from "../contract/languages.ts";
import type { Settings } from "../contract/settings.ts";
import type { AppState } from "../contract/state.ts";

/** What main knows of the computer before anything is read. */
export interface Environment {
  readonly platform: AppState["platform"];
  readonly appVersion: string;
  /** IANA name. */
  readonly timeZone: string;
  /** BCP 47 tags, best first. */
  readonly preferredLanguages: readonly string[];
}

export function initialState(
  { platform, appVersion, timeZone, preferredLanguages }: Environment,
  settings: Settings,
): AppState {
  const language = languageOf(settings, preferredLanguages);
  return {
    forgotten: null,
    organisations: [],
    sampleAvailable: false,
    accounts: [],
    session: { kind: "starting" },
    signIn: { kind: "idle" },
    proxyLogin: null,
    protection: "unknown",
    online: true,
    creation: { kind: "idle" },
    recent: [],
    leaving: [],
    room: null,
    linkReady: false,
    calendarAllowed: false,
    upcoming: { kind: "off" },
    reminder: null,
    settings,
    language,
    locale: localeOf(language, preferredLanguages),
    timeZone,
    view: "home",
    detailsOf: null,
    popupShown: false,
    presentation: settings.showAsWindow ? "window" : "popup",
    platform,
    shortcut: null,
    appVersion,
  };
}

export const languageOf = (settings: Settings, preferred: readonly string[]): Language =>
  chooseLanguage(settings.language === "system" ? preferred : [settings.language]);

/** Words may be in another language than the system's; dates then follow the words. */
export const localeOf = (language: Language, preferred: readonly string[]): string =>
  preferred.find((tag) => tag.toLowerCase().split("-")[0] === language) ?? language;
