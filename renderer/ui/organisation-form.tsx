import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";

import { lacksMeetings } from "../../main/contract/cloud-limits.ts";
import type { OrganisationProblems } from "../../main/contract/errors.ts";
import type { OrganisationDraft } from "../../main/contract/drafts.ts";
import type { Organisation } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { ChoiceField } from "./fields/choice-field.tsx";
import { ProblemLine } from "./problem-line.tsx";
import { useAttempt } from "./state/use-attempt.ts";

const clouds = ["global", "us-l4", "us-l5", "china"] as const;
const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  cloud: { alignSelf: "flex-start", paddingInline: 0 },
  wide: { inlineSize: "100%", maxWidth: "none", flexShrink: 0, minBlockSize: "40px" },
});

interface OrganisationFormProps {
  /** The one to change; null adds one. */
  readonly organisation: Organisation | null;
  readonly submitLabel: string;
  readonly onSaved?: () => void;
}

/** Client ID, tenant and cloud. Looked at on leaving a field, checked by main on saving. */
export function OrganisationForm({ organisation, submitLabel, onSaved }: OrganisationFormProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [draft, setDraft] = useState<OrganisationDraft>(() => draftOf(organisation));
  const [problems, setProblems] = useState<OrganisationProblems | null>(null);
  const { attempt, problem } = useAttempt();
  const message = (wrong: string | null | undefined) =>
    wrong ? t(`setUp.problem.${wrong}`) : null;

  async function save() {
    const id = organisation?.id ?? null;
    const result = await attempt(app.saveOrganisation({ id, ...draft }), t("settings.saved"));
    if (result.ok) onSaved?.();
    else if (result.error.kind === "invalid-organisation") setProblems(result.error.problems);
  }

  function checkClientId() {
    const isWrong = draft.clientId !== "" && !guid.test(draft.clientId.trim());
    setProblems((now) => ({
      tenant: now?.tenant ?? null,
      clientId: isWrong ? "not-a-guid" : null,
    }));
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={t("setUp.clientId")}
        hint={t("setUp.clientIdHint")}
        validationState={problems?.clientId ? "error" : "none"}
        validationMessage={message(problems?.clientId)}
      >
        <Input
          dir="ltr"
          value={draft.clientId}
          onBlur={checkClientId}
          onChange={(_event, { value }) => setDraft({ ...draft, clientId: value })}
        />
      </Field>
      <Field
        label={t("setUp.tenant")}
        hint={t("setUp.tenantHint")}
        validationState={problems?.tenant ? "error" : "none"}
        validationMessage={message(problems?.tenant)}
      >
        <Input
          dir="ltr"
          value={draft.tenant}
          onChange={(_event, { value }) => setDraft({ ...draft, tenant: value })}
        />
      </Field>
      <Cloud value={draft.cloud} onChange={(cloud) => setDraft({ ...draft, cloud })} />
      <ProblemLine problem={problem} />
      <Button type="submit" appearance="primary" data-primary className={styles.wide}>
        {submitLabel}
      </Button>
    </form>
  );
}

interface CloudProps {
  readonly value: OrganisationDraft["cloud"];
  readonly onChange: (cloud: OrganisationDraft["cloud"]) => void;
}

/** Folded away while it is the one of nearly everybody. */
function Cloud({ value, onChange }: CloudProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(value !== "global");
  function open(): void {
    // The button goes; what it opened takes the focus.
    flushSync(() => setOpen(true));
    document.querySelector<HTMLElement>("#cloud")?.focus();
  }
  if (!isOpen)
    return (
      <Button
        className={styles.cloud}
        appearance="transparent"
        size="small"
        aria-expanded={false}
        onClick={open}
      >
        {t("setUp.otherCloud")}
      </Button>
    );
  return (
    <ChoiceField
      id="cloud"
      label={t("setUp.cloud")}
      hint={lacksMeetings(value) ? t("setUp.chinaNote") : null}
      value={value}
      choices={clouds.map((cloud) => [cloud, t(`setUp.clouds.${cloud}`)])}
      onChange={onChange}
    />
  );
}

function draftOf(organisation: Organisation | null): OrganisationDraft {
  if (organisation?.kind !== "own")
    return { clientId: "", tenant: "organizations", cloud: "global" };
  const { clientId, tenant, cloud } = organisation;
  return { clientId, tenant, cloud };
}
