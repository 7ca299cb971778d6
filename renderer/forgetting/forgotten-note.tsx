import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { errorText } from "../error-text.ts";

/** What came of it, where a person begins anew, and where they asked for it. */
export function ForgottenNote({ state: { forgotten } }: { readonly state: AppState }) {
  const { t } = useTranslation();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed may have gone with its page.
    if (forgotten && document.activeElement === document.body) note.current?.focus();
  }, [forgotten]);
  if (forgotten === null) return null;
  const isDone = forgotten === "done";
  const { title, sentence } = isDone
    ? { title: t("forget.doneTitle"), sentence: t("forget.done") }
    : errorText({ kind: "files-not-deleted" }, t);
  return (
    <div ref={note} tabIndex={-1}>
      <MessageBar intent={isDone ? "success" : "warning"} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle> {sentence}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}
