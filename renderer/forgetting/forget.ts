import type { TFunction } from "i18next";

import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { announce } from "../ui/announcer.tsx";

/** What came of it is said at once, and stands in the state. */
export async function forgetEverything(t: TFunction): Promise<void> {
  const result = await app.forgetEverything();
  if (result.ok) announce(t("forget.doneTitle"));
  else announce(errorText(result.error, t).title, "assertive");
}
