import type { TFunction } from "i18next";

import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { announce } from "../ui/announcer.tsx";

/** What comes of it is in the state; a screen reader is told too. */
export async function refreshUpcoming({ upcoming }: AppState, t: TFunction): Promise<void> {
  if (upcoming.kind !== "shown" && upcoming.kind !== "failed") return;
  const result = await app.refreshUpcoming();
  if (result.ok) announce(t("upcoming.refreshed"));
  else if (result.error.kind !== "cancelled") announce(errorText(result.error, t).title);
}
