import {
  FluentProvider,
  makeStyles,
  teamsDarkTheme,
  teamsLightTheme,
  tokens,
} from "@fluentui/react-components";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";

import { i18n, speak } from "../i18n/i18n.ts";
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

/** Theme, language and direction, all from the state. */
export function Themed({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const state = useAppState();
  const systemIsDark = useSyncExternalStore(subscribe, () => darkQuery.matches);
  const theme = state?.settings.theme ?? "system";
  const isDark = theme === "system" ? systemIsDark : theme === "dark";
  const language = state?.language ?? "en";
  const dir = i18n.dir(language);

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = dir;
    void speak(language);
  }, [language, dir]);

  return (
    <FluentProvider
      className={styles.window}
      theme={isDark ? teamsDarkTheme : teamsLightTheme}
      dir={dir}
    >
      {children}
    </FluentProvider>
  );
}
