import { useEffect, useRef } from "react";

import type { AppState } from "../main/contract/state.ts";

/** Coming back to the list, the focus is where one left it. */
export function useReturnOfFocus({ view, detailsOf }: AppState): void {
  const before = useRef({ view, detailsOf });
  useEffect(() => {
    const left = before.current;
    before.current = { view, detailsOf };
    if (view !== "home" || left.view === "home") return;
    const row = [...document.querySelectorAll<HTMLElement>("[data-meeting]")].find(
      ({ dataset }) => dataset["meeting"] === left.detailsOf,
    );
    const opener = row ?? document.querySelector<HTMLElement>(`#${left.view}`);
    const isTaken = document.activeElement !== document.body;
    if (!isTaken) (opener ?? document.querySelector<HTMLElement>("#meet-now"))?.focus();
  }, [view, detailsOf]);
}
