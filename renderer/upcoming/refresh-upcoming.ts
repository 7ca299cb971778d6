import type { TFunction } from "i18next";

import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { announceResult } from "../ui/announcer.tsx";

/** What comes of it is in the state; a screen reader is told too. */
export async function refreshUpcoming({ upcoming }: AppState, t: TFunction): Promise<void> {
  if (upcoming.kind !== "shown" && upcoming.kind !== "failed") return;
  announceResult(await app.refreshUpcoming(), t("upcoming.refreshed"), t);
}
