import type { TFunction } from "i18next";

import { app } from "../app.ts";
import { announceResult } from "../ui/announcer.tsx";

/** What came of it is said at once, and stands in the state. */
export async function forgetEverything(t: TFunction): Promise<void> {
  announceResult(await app.forgetEverything(), t("forget.doneTitle"), t);
}
