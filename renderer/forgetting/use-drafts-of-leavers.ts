import { useEffect, useRef } from "react";

import type { AppState } from "../../main/contract/state.ts";
import { dropDrafts } from "../schedule/draft.ts";

/** What somebody typed goes with them: whoever organises next gets an empty form. */
export function useDraftsOfLeavers({ session, accounts }: AppState): void {
  const isHere = session.kind === "signed-in" || session.kind === "expired";
  const organiserId = isHere ? session.account.id : null;
  const last = useRef<string | null>(null);
  useEffect(() => {
    const before = last.current;
    const isGone = before !== null && accounts.every(({ account }) => account.id !== before);
    if (isGone) dropDrafts();
    last.current = organiserId ?? (isGone ? null : before);
  }, [organiserId, accounts]);
}
