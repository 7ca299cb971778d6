import { Checkbox, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { asApp, invitationLanguages, wordsFor } from "../../main/contract/languages.ts";
import type { SettingsChange } from "../../main/contract/settings.ts";
import type { AppState } from "../../main/contract/state.ts";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", alignItems: "flex-start" },
  // The longest name of a language is no reason to be wider than the column.
  language: { gridTemplateColumns: "minmax(0, 1fr)" },
  hint: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const parts = ["includeMeetingId", "includeDialIn", "includeTime"] as const;

interface InvitationPartsProps {
  readonly state: AppState;
  readonly onChange: (part: SettingsChange) => void;
}

/** What an invitation says, and in which language. */
export function InvitationParts({ state, onChange }: InvitationPartsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { settings } = state;
  const { invitationLanguage: chosen } = settings;
  const appLanguage = nameOf(state.language);
  const isWithoutWords = chosen !== asApp && wordsFor(chosen) === null;
  const choices = [asApp, ...invitationLanguages] as const;
  return (
    <>
      <div
        className={styles.group}
        role="group"
        aria-label={t("copyFormat.parts")}
        aria-describedby="invitation-parts"
      >
        {parts.map((part) => (
          <Checkbox
            key={part}
            label={t(`copyFormat.${part}`)}
            checked={settings[part]}
            onChange={(_event, { checked }) => onChange({ [part]: checked === true })}
          />
        ))}
        <span id="invitation-parts" className={styles.hint}>
          {t("copyFormat.partsHint")}
        </span>
      </div>
      <Field
        className={styles.language}
        label={t("copyFormat.language")}
        hint={isWithoutWords ? t("copyFormat.languageHint", { language: appLanguage }) : null}
      >
        <Select
          value={chosen}
          onChange={(_event, { value }) => {
            const language = choices.find((tag) => tag === value);
            if (language) onChange({ invitationLanguage: language });
          }}
        >
          <option value={asApp}>{t("copyFormat.asApp", { language: appLanguage })}</option>
          {named.map(({ tag, name }) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}

/** Each in its own language, as somebody who reads it looks for it. */
function nameOf(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

const named = invitationLanguages
  .map((tag) => ({ tag, name: nameOf(tag) }))
  .toSorted((one, other) => one.name.localeCompare(other.name, "en"));
