import { asApp, type InvitationLanguage, wordsFor } from "../contract/languages.ts";
import type { AppState } from "../contract/state.ts";
import type { Store } from "../base/store.ts";
import { createWords, type Words } from "../base/words.ts";
import type { Wording } from "./invitation-facts.ts";

/** The language invitations are asked for at Microsoft, a BCP 47 tag. */
export const invitationLocale = ({
  settings,
  locale,
}: Pick<AppState, "settings" | "locale">): string => localeOf(settings.invitationLanguage, locale);

const localeOf = (chosen: InvitationLanguage, appLocale: string): string =>
  chosen === asApp ? appLocale : chosen;

/**
 * In whose words our own invitations are. Where there are none of their language, words and dates stay
 * those of the app: half of each would be neither.
 */
export function createInvitationWording(
  store: Store,
  appWords: () => Words,
): (chosen: InvitationLanguage) => Promise<Wording> {
  const known = new Map<string, Promise<Words>>();
  return async (chosen) => {
    const state = store.read();
    const locale = localeOf(chosen, state.locale);
    const language = wordsFor(locale);
    if (language === null || language === state.language)
      return { locale: language === null ? state.locale : locale, words: appWords() };
    const words = known.get(locale) ?? createWords(language, locale);
    known.set(locale, words);
    return { locale, words: await words };
  };
}
