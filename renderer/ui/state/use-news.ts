import { useEffect } from "react";

import { dropWithLeavers } from "../leftovers.ts";

let told = "";
dropWithLeavers(() => {
  told = "";
});

/** Tells it once, however often the view that tells it comes back. */
export function useNews(news: string, tell: () => void): void {
  useEffect(() => {
    if (told === news) return;
    told = news;
    tell();
    // oxlint-disable-next-line react/exhaustive-deps -- another language or zone is no news
  }, [news]);
}
