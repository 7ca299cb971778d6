import { Spinner } from "@fluentui/react-components";
import { lazy, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { announce } from "../parts/announcer.tsx";
import { useShortcuts } from "../parts/use-shortcuts.ts";
import { useAppState } from "../use-app-state.ts";
import { Home } from "./home.tsx";
import { SignInWaiting } from "./sign-in-waiting.tsx";
import { SignIn } from "./sign-in.tsx";

const Schedule = lazy(() =>
  import("./schedule.tsx").then((module) => ({ default: module.Schedule })),
);
const FirstRun = lazy(() =>
  import("./first-run.tsx").then((module) => ({ default: module.FirstRun })),
);

export function Popup() {
  const state = useAppState();
  return state && <Shown state={state} />;
}

function Shown({ state }: { readonly state: AppState }) {
  const { t } = useTranslation();
  useShortcuts(state);
  const { popupShown, session } = state;
  const name = session.kind === "signed-in" ? session.account.name : null;

  // Main says when the window is shown: a page cannot tell by itself.
  useEffect(() => {
    document.title = name === null ? t("app.title") : t("app.titleWithOrganiser", { name });
    if (!popupShown) return;
    announce(document.title);
    document.querySelector<HTMLElement>("#meet-now")?.focus();
  }, [popupShown, name, t]);

  const wasSigningIn = useRef(false);
  useEffect(() => {
    if (wasSigningIn.current && name !== null) announce(t("signIn.announced", { name }));
    wasSigningIn.current = session.kind === "signing-in";
  }, [session.kind, name, t]);

  return <View state={state} />;
}

function View({ state }: { readonly state: AppState }) {
  const { session, organisation, view } = state;
  if (organisation.kind === "none") return <FirstRun state={state} />;
  switch (session.kind) {
    case "starting":
      return <Spinner />;
    case "signing-in":
      return <SignInWaiting session={session} />;
    case "signed-out":
      return <SignIn state={state} error={session.error} />;
    case "signed-in":
    case "expired":
      if (view === "schedule") return <Schedule state={state} account={session.account} />;
      return <Home state={state} account={session.account} />;
  }
}
