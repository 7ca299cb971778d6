import type { Publish } from "../base/store.ts";
import { createWords, type Words } from "../base/words.ts";
import {
  type AccountDefaults,
  defaultSettings,
  type Settings,
  type SettingsChange,
} from "../contract/settings.ts";
import type { Result } from "../contract/errors.ts";
import type { Language } from "../contract/languages.ts";
import type { SettingsStore } from "../settings/settings.ts";
import { languageOf, localeOf } from "./initial-state.ts";

/** What the person set, and the language that follows from it. */
export interface Preferences {
  settings(): Settings;
  language(): Language;
  /** For dates and times (BCP 47). */
  locale(): string;
  words(): Words;
  /** Errors: disk-failed; the change then holds until the app quits. */
  change(change: SettingsChange): Promise<Result<undefined>>;
  /** `key` is the account's. Errors as those of `change`. */
  changeAccountDefaults(key: string, defaults: AccountDefaults): Promise<Result<undefined>>;
}

export interface PreferencesDependencies {
  readonly kept: Pick<SettingsStore, "settings" | "change" | "changeAccount">;
  /** The system's languages: BCP 47 tags, best first. */
  readonly preferredLanguages: readonly string[];
  readonly publish: Publish<"settings" | "language" | "locale">;
}

export async function createPreferences({
  kept,
  preferredLanguages,
  publish,
}: PreferencesDependencies): Promise<Preferences> {
  const language = () => languageOf(kept.settings(), preferredLanguages);
  const locale = () => localeOf(language(), preferredLanguages);
  let words = await createWords(language(), locale());

  /** What nobody chose is called so in the language of the app. */
  function settings(): Settings {
    const chosen = kept.settings();
    const { defaultSubject } = defaultSettings;
    return chosen.defaultSubject === defaultSubject
      ? { ...chosen, defaultSubject: words("defaultSubject") }
      : chosen;
  }
  const show = () => publish({ settings: settings(), language: language(), locale: locale() });
  show();

  return {
    settings,
    language,
    locale,
    words: () => words,
    async change(change) {
      const saved = kept.change(change);
      words = await createWords(language(), locale());
      show();
      return saved;
    },
    async changeAccountDefaults(key, defaults) {
      const saved = kept.changeAccount(key, defaults);
      show();
      return saved;
    },
  };
}
