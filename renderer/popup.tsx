import { Spinner } from "@fluentui/react-components";
import { lazy, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { Account, AppState } from "../main/contract/state.ts";
import { settleDraft } from "./schedule/draft.ts";
import { closeLine } from "./typed-line/line.ts";
import { useLeavers } from "./forgetting/use-leavers.ts";
import { announce } from "./ui/announcer.tsx";
import { Overlays } from "./meeting/overlays.tsx";
import { beginning, useArrival } from "./use-arrival.ts";
import { useReturnOfFocus } from "./use-return-of-focus.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { useAppState } from "./use-app-state.ts";
import { Home } from "./home/home.tsx";
import { KeyList } from "./keys/key-list.tsx";

const Schedule = lazy(() =>
  import("./schedule/schedule.tsx").then((module) => ({ default: module.Schedule })),
);
const Details = lazy(() =>
  import("./meeting/details.tsx").then((module) => ({ default: module.Details })),
);
const Join = lazy(() => import("./join/join.tsx").then((module) => ({ default: module.Join })));
const SignedOut = lazy(() =>
  import("./sign-in/signed-out.tsx").then((module) => ({ default: module.SignedOut })),
);
const SignInWaiting = lazy(() =>
  import("./sign-in/sign-in-waiting.tsx").then((module) => ({ default: module.SignInWaiting })),
);
const SignInCode = lazy(() =>
  import("./sign-in/sign-in-code.tsx").then((module) => ({ default: module.SignInCode })),
);
const SignInFailed = lazy(() =>
  import("./sign-in/sign-in-failed.tsx").then((module) => ({ default: module.SignInFailed })),
);
const ProxyLogin = lazy(() =>
  import("./sign-in/proxy-login.tsx").then((module) => ({ default: module.ProxyLogin })),
);
const NotForgotten = lazy(() =>
  import("./forgetting/not-forgotten.tsx").then((module) => ({ default: module.NotForgotten })),
);
const FirstRun = lazy(() =>
  import("./sign-in/first-run.tsx").then((module) => ({ default: module.FirstRun })),
);

export function Popup() {
  const state = useAppState();
  return state && <Shown state={state} />;
}

function Shown({ state }: { readonly state: AppState }) {
  const { t } = useTranslation();
  useShortcuts(state);
  useReturnOfFocus(state);
  useLeavers(state);
  const { popupShown, session } = state;
  const name = session.kind === "signed-in" ? session.account.name : null;

  useEffect(() => {
    document.title = name === null ? t("app.title") : t("app.titleWithOrganiser", { name });
  }, [name, t]);
  const wasSigningIn = useRef(false);
  // Main says when the window is shown: a page cannot tell by itself. Another language leaves the focus where it is.
  useEffect(() => {
    // Who has just signed in is said below, and arrives.
    if (!popupShown || (name !== null && wasSigningIn.current)) return;
    // The title names the organiser: it is said for each.
    announce(document.title);
    const first = document.querySelector<HTMLElement>("#typed-line, #meet-now, #use-repeat");
    if (first) first.focus();
    else if (document.activeElement === document.body) beginning()?.focus();
  }, [popupShown, name]);

  const { creation } = state;
  useEffect(() => {
    if (creation.kind !== "created" || creation.draftId === null) return;
    settleDraft(creation.draftId);
    closeLine(creation.draftId);
  }, [creation]);

  const { kind } = state.signIn;
  useEffect(() => {
    if (kind === "idle" && wasSigningIn.current && name !== null)
      announce(t("signIn.announced", { name }));
    wasSigningIn.current = kind === "browser" || kind === "code";
  }, [kind, name, t]);
  useArrival(state);

  return (
    <>
      <View state={state} />
      <Overlays key={state.view} state={state} />
      <KeyList state={state} />
    </>
  );
}

function View({ state }: { readonly state: AppState }) {
  const { session, signIn, organisations, proxyLogin, settings } = state;
  if (proxyLogin) return <ProxyLogin login={proxyLogin} />;
  if (state.forgotten === "incomplete") return <NotForgotten />;
  if (organisations.length === 0) return <FirstRun state={state} />;
  switch (signIn.kind) {
    case "browser":
      return (
        <SignInWaiting signIn={signIn} locale={state.locale} offersCode={settings.offerCode} />
      );
    case "code":
      return <SignInCode signIn={signIn} locale={state.locale} />;
    case "failed":
      return <SignInFailed signIn={signIn} offersCode={settings.offerCode} />;
    case "idle":
  }
  switch (session.kind) {
    case "starting":
      return <Spinner />;
    case "signed-out":
      return <SignedOut state={state} error={session.error} />;
    case "signed-in":
    case "expired":
      return <Main state={state} account={session.account} />;
  }
}

function Main({ state, account }: { readonly state: AppState; readonly account: Account }) {
  switch (state.view) {
    case "home":
      return <Home state={state} account={account} />;
    case "duplicate":
    case "schedule":
      return <Schedule state={state} account={account} />;
    case "details":
      return <Details state={state} />;
    case "join":
      return <Join />;
  }
}
