import { useEffect, useRef } from "react";

import type { AppState } from "../main/contract/state.ts";
import { focusSoon } from "./focus-soon.ts";

/** Coming back to the list, the focus is where one left it. */
export function useReturnOfFocus({ view, detailsOf }: AppState): void {
  const before = useRef({ view, detailsOf });
  useEffect(() => {
    const left = before.current;
    before.current = { view, detailsOf };
    if (view !== "home" || left.view === "home") return undefined;
    const row = [...document.querySelectorAll<HTMLElement>("[data-meeting]")].find(
      ({ dataset }) => dataset["meeting"] === left.detailsOf,
    );
    const opener = row ?? document.querySelector<HTMLElement>(`#${left.view}`);
    return focusSoon(() => (opener ?? document.querySelector<HTMLElement>("#meet-now"))?.focus());
  }, [view, detailsOf]);
}
