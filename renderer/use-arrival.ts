import { useEffect, useLayoutEffect, useRef } from "react";

import type { AppState } from "../main/contract/state.ts";
import { focusSoon } from "./focus-soon.ts";
import { announce, announcedSoFar } from "./ui/announcer.tsx";

/** Whoever comes to another view hears where they are, and their next key goes somewhere. */
export function useArrival(state: AppState): void {
  const place = placeOf(state);
  const before = useRef(place);
  const counted = useRef(0);
  // Before the view's own effects, which may say more, and know better where to begin.
  useLayoutEffect(() => {
    counted.current = announcedSoFar();
  });
  useEffect(() => {
    if (before.current === place) return undefined;
    before.current = place;
    const heading = document.querySelector<HTMLElement>("h1");
    const isSaid = announcedSoFar() !== counted.current || document.activeElement === heading;
    if (isSaid) return focusSoon(() => beginning()?.focus());
    // A heading that takes the focus is heard with that.
    const tell = () => {
      const shown = document.querySelector("h1");
      if (shown && document.activeElement !== shown) announce(shown.textContent);
    };
    return focusSoon(() => beginning()?.focus(), undefined, tell);
  }, [place]);
}

/** What a view without a form is there for; else its heading, before all that can be filled in. */
export function beginning(): HTMLElement | null {
  const button = document.querySelector<HTMLElement>("#meet-now[data-primary]");
  const heading = document.querySelector<HTMLElement>("h1");
  if (!button && heading) heading.tabIndex = -1;
  return button ?? heading;
}

/** What decides which view popup.tsx draws. */
function placeOf(state: AppState): string {
  const { organisations, proxyLogin, forgotten, signIn, session, view, detailsOf } = state;
  if (proxyLogin) return "proxy";
  if (forgotten === "incomplete") return "not-forgotten";
  if (organisations.length === 0) return "first-run";
  if (signIn.kind !== "idle") return `sign-in ${signIn.kind}`;
  const isIn = session.kind === "signed-in" || session.kind === "expired";
  return isIn ? `${view} ${detailsOf ?? ""}` : session.kind;
}
