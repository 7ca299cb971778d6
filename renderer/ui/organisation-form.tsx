import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { lacksMeetings } from "../../main/contract/cloud-limits.ts";
import type { Organisation } from "../../main/contract/state.ts";
import { ChoiceField } from "./fields/choice-field.tsx";
import { ProblemLine } from "./problem-line.tsx";
import { useOrganisationForm } from "./use-organisation-form.ts";

const clouds = ["global", "us-l4", "us-l5", "china"] as const;

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalSNudge },
  ways: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalL },
  way: { minWidth: "auto", minBlockSize: "24px", paddingInline: 0 },
  wide: { inlineSize: "100%", maxWidth: "none", flexShrink: 0, minBlockSize: "40px" },
});

interface OrganisationFormProps {
  /** The one to change; null adds one. */
  readonly organisation: Organisation | null;
  readonly submitLabel: string;
  readonly onSaved?: () => void;
  /** Where somebody begins, who may know none of this. */
  readonly onAskAdmin?: () => void;
}

/** Client ID, tenant and cloud. Looked at on leaving a field, checked by main on saving. */
export function OrganisationForm(props: OrganisationFormProps) {
  const { organisation, submitLabel, onSaved, onAskAdmin } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const form = useOrganisationForm(organisation, onSaved);
  const { draft, problems } = form;
  const shown = (wrong: string | null | undefined) => ({
    validationState: wrong ? ("error" as const) : ("none" as const),
    validationMessage: wrong ? t(`setUp.problem.${wrong}`) : null,
  });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      <Field
        label={t("setUp.clientId")}
        hint={t("setUp.clientIdHint")}
        {...shown(problems?.clientId)}
      >
        <Input
          dir="ltr"
          value={draft.clientId}
          onBlur={() => form.checkClientId()}
          onChange={(_event, { value }) => form.change({ clientId: value })}
        />
      </Field>
      <Field label={t("setUp.tenant")} hint={t("setUp.tenantHint")} {...shown(problems?.tenant)}>
        <Input
          dir="ltr"
          value={draft.tenant}
          onChange={(_event, { value }) => form.change({ tenant: value })}
        />
      </Field>
      {form.isCloudOpen && (
        <ChoiceField
          id="cloud"
          label={t("setUp.cloud")}
          hint={lacksMeetings(draft.cloud) ? t("setUp.chinaNote") : null}
          value={draft.cloud}
          choices={clouds.map((cloud) => [cloud, t(`setUp.clouds.${cloud}`)])}
          onChange={(cloud) => form.change({ cloud })}
        />
      )}
      <ProblemLine problem={form.problem} />
      <Button
        id="save-organisation"
        type="submit"
        appearance="primary"
        data-primary
        className={styles.wide}
      >
        {submitLabel}
      </Button>
      <div className={styles.ways}>
        {organisation === null && (
          <Way label={t("setUp.openFile")} onClick={() => void form.readFile()} />
        )}
        {onAskAdmin && <Way id="ask-admin" label={t("setUp.askAdmin")} onClick={onAskAdmin} />}
        {!form.isCloudOpen && (
          <Way label={t("setUp.otherCloud")} onClick={() => form.openCloud()} isFold />
        )}
      </div>
    </form>
  );
}

interface WayProps {
  readonly id?: string;
  readonly label: string;
  readonly isFold?: boolean;
  readonly onClick: () => void;
}

/** For those whose fields are not filled by typing two IDs. */
function Way({ id, label, isFold = false, onClick }: WayProps) {
  const styles = useStyles();
  return (
    <Button
      {...(id && { id })}
      className={styles.way}
      appearance="transparent"
      size="small"
      {...(isFold && { "aria-expanded": false })}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
