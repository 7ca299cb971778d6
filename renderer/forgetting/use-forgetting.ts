import { useState } from "react";
import { useTranslation } from "react-i18next";

import { app } from "../app.ts";
import { announceResult } from "../ui/announcer.tsx";

export interface Forgetting {
  /** Main asks before anything goes, where no page can answer for the person; until they have, nothing is running. */
  readonly isAsked: boolean;
  /** What came of it is said at once, and stands in the state. */
  readonly forget: () => Promise<void>;
}

/** All that is kept on this computer goes, asked for once at a time. */
export function useForgetting(): Forgetting {
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  return {
    isAsked,
    async forget() {
      if (isAsked) return;
      setIsAsked(true);
      announceResult(await app.forgetEverything(), t("forget.doneTitle"), t);
      setIsAsked(false);
    },
  };
}
