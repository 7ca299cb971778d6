import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";

/** What came of it, where a person begins anew. */
export function ForgottenNote({ state }: { readonly state: AppState }) {
  const { t } = useTranslation();
  const note = useRef<HTMLDivElement>(null);
  const isDone = state.forgotten === "done";
  useEffect(() => {
    // The button that was pressed may have gone with its page.
    if (isDone && document.activeElement === document.body) note.current?.focus();
  }, [isDone]);
  if (!isDone) return null;
  return (
    <div ref={note} tabIndex={-1}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t("forget.doneTitle")}</MessageBarTitle> {t("forget.done")}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}
