import { useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";

import type { OrganisationDraft } from "../../main/contract/drafts.ts";
import type { OrganisationProblems } from "../../main/contract/errors.ts";
import type { Organisation } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { announce } from "./announcer.tsx";
import { useAttempt } from "./state/use-attempt.ts";

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;

/** What is typed, or read from a file; main looks at it on saving. Null adds one. */
export function useOrganisationForm(organisation: Organisation | null, onSaved?: () => void) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<OrganisationDraft>(() => draftOf(organisation));
  const [problems, setProblems] = useState<OrganisationProblems | null>(null);
  const [isCloudOpen, setCloudOpen] = useState(draft.cloud !== "global");
  const { attempt, problem } = useAttempt();

  return {
    draft,
    problems,
    /** Why it was not saved, or not read. */
    problem,
    /** Folded away while it is the one of nearly everybody. */
    isCloudOpen,
    change: (part: Partial<OrganisationDraft>) => setDraft({ ...draft, ...part }),

    async save() {
      const id = organisation?.id ?? null;
      const result = await attempt(app.saveOrganisation({ id, ...draft }), t("settings.saved"));
      if (result.ok) onSaved?.();
      else if (result.error.kind === "invalid-organisation") setProblems(result.error.problems);
    },

    /** On leaving the field. */
    checkClientId() {
      const isWrong = draft.clientId !== "" && !guid.test(draft.clientId.trim());
      setProblems((now) => ({
        tenant: now?.tenant ?? null,
        clientId: isWrong ? "not-a-guid" : null,
      }));
    },

    openCloud() {
      // The button goes; what it opened takes the focus.
      flushSync(() => setCloudOpen(true));
      document.querySelector<HTMLElement>("#cloud")?.focus();
    },

    /** What stands in it goes into the fields, and nowhere else before somebody has looked at it. */
    async readFile() {
      const result = await attempt(app.openSetUpFile(), null);
      if (!result.ok || result.value === null) return;
      const { value } = result;
      flushSync(() => {
        setDraft(value);
        setProblems(null);
        setCloudOpen(value.cloud !== "global");
      });
      announce(t("setUp.fileRead"));
      document.querySelector<HTMLElement>("#save-organisation")?.focus();
    },
  };
}

function draftOf(organisation: Organisation | null): OrganisationDraft {
  if (organisation?.kind !== "own")
    return { clientId: "", tenant: "organizations", cloud: "global" };
  const { clientId, tenant, cloud } = organisation;
  return { clientId, tenant, cloud };
}
