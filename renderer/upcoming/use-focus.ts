import { type RefObject, useEffect, useRef } from "react";

/** A menu gives the focus back. */
export function useFocusAfter(opener: HTMLElement | null): void {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = opener;
    // Whoever pressed somewhere else has put the focus there.
    if (opener === null && document.activeElement === document.body) before?.focus();
  }, [opener]);
}

/** A meeting ends, or goes to the other list, while its row has the focus: where it went or its neighbour takes it. */
export function useFocusInList(
  list: RefObject<HTMLElement | null>,
  isGone: boolean,
  dismissedCount: number,
): void {
  const lastCount = useRef(dismissedCount);
  useEffect(() => {
    const isMoved = lastCount.current !== dismissedCount;
    lastCount.current = dismissedCount;
    if ((!isGone && !isMoved) || document.activeElement !== document.body) return;
    const row = list.current?.querySelector<HTMLElement>("[data-upcoming][tabindex='0']");
    (row ?? document.querySelector<HTMLElement>("#show-dismissed"))?.focus();
  }, [list, isGone, dismissedCount]);
}
