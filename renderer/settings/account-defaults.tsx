import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { findPreset, offeredPresets } from "../../main/contract/presets.ts";
import { type AccountDefaults, catalogue } from "../../main/contract/settings.ts";
import type { AppState, KnownAccount } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { formatDuration } from "../format.ts";
import { ChoiceField } from "../ui/fields/choice-field.tsx";
import { MinutesField } from "../ui/fields/minutes-field.tsx";
import { presetName } from "../ui/option-words.ts";
import { type Attempt, shownAt, useAttempt } from "../ui/state/use-attempt.ts";

const useStyles = makeStyles({
  fields: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
  field: { flexBasis: "200px", flexGrow: 1 },
});

const standard = "standard";

interface AccountDefaultsProps {
  readonly known: KnownAccount;
  readonly state: AppState;
}

/** What new meetings of one account begin with; empty is as for all accounts. */
export function AccountDefaultsFields({ known, state }: AccountDefaultsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { settings } = state;
  const own = settings.accountDefaults[known.key] ?? {};
  const [typed, setTyped] = useState(own.subject ?? "");
  const [subject, duration, preset] = [useAttempt(), useAttempt(), useAttempt()];

  const change = ({ attempt }: Attempt, part: AccountDefaults) =>
    void attempt(
      app.changeAccountDefaults({ accountId: known.account.id, ...own, ...part }),
      t("settings.saved"),
    );
  const saveSubject = () => {
    const words = typed.trim() === "" ? undefined : typed.trim();
    if (words !== own.subject) change(subject, { subject: words });
  };
  const likeAll = formatDuration(settings.defaultDurationMinutes, t);

  return (
    <div className={styles.fields}>
      <Field
        className={styles.field}
        label={t("settings.ownSubject")}
        {...shownAt(subject.problem)}
      >
        <Input
          value={typed}
          maxLength={255}
          placeholder={settings.defaultSubject}
          onChange={(_event, { value }) => setTyped(value)}
          onBlur={saveSubject}
          onKeyDown={(event) => {
            if (event.key === "Enter") saveSubject();
          }}
        />
      </Field>
      <MinutesField
        className={styles.field}
        label={t("settings.ownDuration")}
        problem={duration.problem}
        value={own.durationMinutes ?? null}
        offered={catalogue.defaultDurationMinutes.offered}
        none={t("settings.likeAll", { value: likeAll })}
        onChange={(minutes) => change(duration, { durationMinutes: minutes ?? undefined })}
      />
      <ChoiceField
        className={styles.field}
        label={t("presets.account")}
        problem={preset.problem}
        value={findPreset(settings.presets, own.presetId).id}
        choices={offeredPresets(settings.presets).map((one) => [one.id, presetName(one, t)])}
        onChange={(id) => change(preset, { presetId: id === standard ? undefined : id })}
      />
    </div>
  );
}
