import { useEffect, useRef } from "react";

import type { AppState } from "../../main/contract/state.ts";
import { dropLeftovers } from "../ui/leftovers.ts";

/** What somebody typed, looked for and was told goes with them: whoever organises next finds nothing of it. */
export function useLeavers({ session, accounts }: AppState): void {
  const isHere = session.kind === "signed-in" || session.kind === "expired";
  const organiserId = isHere ? session.account.id : null;
  const last = useRef<string | null>(null);
  useEffect(() => {
    const before = last.current;
    const isGone = before !== null && accounts.every(({ account }) => account.id !== before);
    if (isGone) dropLeftovers();
    last.current = organiserId ?? (isGone ? null : before);
  }, [organiserId, accounts]);
}
