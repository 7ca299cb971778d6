import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { findPreset, offeredPresets } from "../../main/contract/presets.ts";
import { type AccountDefaults, catalogue } from "../../main/contract/settings.ts";
import type { AppState, KnownAccount } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { formatDuration } from "../format.ts";
import { announceResult } from "../ui/announcer.tsx";
import { ChoiceField } from "../ui/choice-field.tsx";
import { presetName } from "../ui/option-words.ts";

const useStyles = makeStyles({
  fields: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
  field: { flexBasis: "200px", flexGrow: 1 },
});

const standard = "standard";
const { offered: durations } = catalogue.defaultDurationMinutes;

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

  async function change(part: AccountDefaults): Promise<void> {
    const result = await app.changeAccountDefaults({
      accountId: known.account.id,
      ...own,
      ...part,
    });
    announceResult(result, t("settings.saved"), t);
  }
  const saveSubject = () => {
    const subject = typed.trim() === "" ? undefined : typed.trim();
    if (subject !== own.subject) void change({ subject });
  };
  const likeAll = formatDuration(settings.defaultDurationMinutes, t);

  return (
    <div className={styles.fields}>
      <Field className={styles.field} label={t("settings.ownSubject")}>
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
      <ChoiceField
        className={styles.field}
        label={t("settings.ownDuration")}
        value={own.durationMinutes ?? null}
        choices={[
          [null, t("settings.likeAll", { value: likeAll })],
          ...durations.map((minutes) => [minutes, formatDuration(minutes, t)] as const),
        ]}
        onChange={(minutes) => void change({ durationMinutes: minutes ?? undefined })}
      />
      <ChoiceField
        className={styles.field}
        label={t("presets.account")}
        value={findPreset(settings.presets, own.presetId).id}
        choices={offeredPresets(settings.presets).map((one) => [one.id, presetName(one, t)])}
        onChange={(id) => void change({ presetId: id === standard ? undefined : id })}
      />
    </div>
  );
}
