import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { refreshUpcoming } from "./refresh-upcoming.ts";

/** For the buttons that read the calendar again: until it is answered they say that they are at it. */
export function useRefresh(state: AppState) {
  const { t } = useTranslation();
  const [isBusy, setIsBusy] = useState(false);
  const refresh = () => {
    setIsBusy(true);
    void refreshUpcoming(state, t).finally(() => setIsBusy(false));
  };
  return { isBusy, refresh };
}
