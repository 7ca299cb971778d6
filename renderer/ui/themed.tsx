import {
  FluentProvider,
  makeStyles,
  teamsDarkTheme,
  teamsLightTheme,
  tokens,
} from "@fluentui/react-components";
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useSyncExternalStore } from "react";

import { directionOf, langOf } from "../../main/contract/languages.ts";
import { speak, spoken } from "../i18n/i18n.ts";
import { inLettersOf } from "../i18n/typography.ts";
import { useAppState } from "../use-app-state.ts";

const useStyles = makeStyles({
  // Fluent sets "left", whichever way the language reads.
  window: { backgroundColor: tokens.colorNeutralBackground2, textAlign: "start" },
});

const darkQuery = window.matchMedia("(prefers-color-scheme: dark)");

function subscribe(listener: () => void): () => void {
  darkQuery.addEventListener("change", listener);
  return () => {
    darkQuery.removeEventListener("change", listener);
  };
}

/** Theme, language and direction, all from the state. Nothing is drawn before there are words for it. */
export function Themed({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const state = useAppState();
  const systemIsDark = useSyncExternalStore(subscribe, () => darkQuery.matches);
  const theme = state?.settings.theme ?? "system";
  const isDark = theme === "system" ? systemIsDark : theme === "dark";
  const { language: wanted, locale } = state ?? {};
  const language = spoken.useValue();
  const dir = directionOf(language ?? "en");
  const worn = useMemo(
    () => inLettersOf(language ?? "en", isDark ? teamsDarkTheme : teamsLightTheme),
    [language, isDark],
  );

  useEffect(() => {
    if (wanted !== undefined && locale !== undefined) void speak(wanted, locale);
  }, [wanted, locale]);
  useLayoutEffect(() => {
    if (language === null) return;
    document.documentElement.lang = langOf(language);
    document.documentElement.dir = dir;
  }, [language, dir]);

  return (
    <FluentProvider className={styles.window} theme={worn} dir={dir}>
      {language !== null && children}
    </FluentProvider>
  );
}
