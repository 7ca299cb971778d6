import { Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { findPreset, offeredPresets } from "../../main/contract/presets.ts";
import type { AccountDefaults, AppState, KnownAccount } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { formatDuration } from "../format.ts";
import { announce } from "../ui/announcer.tsx";
import { durations } from "./durations.ts";
import { presetName } from "../ui/option-words.ts";

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

  async function change(part: AccountDefaults): Promise<void> {
    const result = await app.changeAccountDefaults({
      accountId: known.account.id,
      ...own,
      ...part,
    });
    announce(result.ok ? t("settings.saved") : errorText(result.error, t).title);
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
      <Field className={styles.field} label={t("settings.ownDuration")}>
        <Select
          value={String(own.durationMinutes ?? "")}
          onChange={(_event, { value }) =>
            void change({ durationMinutes: value === "" ? undefined : Number(value) })
          }
        >
          <option value="">{t("settings.likeAll", { value: likeAll })}</option>
          {durations.map((minutes) => (
            <option key={minutes} value={minutes}>
              {formatDuration(minutes, t)}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.field} label={t("presets.account")}>
        <Select
          value={findPreset(settings.presets, own.presetId).id}
          onChange={(_event, { value }) =>
            void change({ presetId: value === standard ? undefined : value })
          }
        >
          {offeredPresets(settings.presets).map((preset) => (
            <option key={preset.id} value={preset.id}>
              {presetName(preset, t)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
