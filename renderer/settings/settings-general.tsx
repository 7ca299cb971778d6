import { Field, Input, Select, Switch } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { languages } from "../../main/contract/languages.ts";
import type { SettingsChange } from "../../main/contract/drafts.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { formatDuration } from "../format.ts";
import { announce } from "../ui/announcer.tsx";
import { durations } from "./durations.ts";
import { UpcomingSettings } from "./upcoming-settings.tsx";

const themes = ["system", "light", "dark"] as const;

/** Changes apply at once; text on leaving the field or with Enter. */
export function GeneralSettings({ state }: { readonly state: AppState }) {
  const { t } = useTranslation();
  const { settings } = state;
  const change = async (part: SettingsChange) => {
    const result = await app.changeSettings(part);
    announce(result.ok ? t("settings.saved") : errorText(result.error, t).title);
  };
  return (
    <>
      <Field label={t("settings.theme")}>
        <Select
          value={settings.theme}
          onChange={(_event, { value }) => {
            const theme = themes.find((one) => one === value);
            if (theme) void change({ theme });
          }}
        >
          {themes.map((theme) => (
            <option key={theme} value={theme}>
              {t(`settings.themes.${theme}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("settings.language")}>
        <Select
          value={settings.language}
          onChange={(_event, { value }) => void change({ language: value })}
        >
          <option value="system">{t("settings.languageSystem")}</option>
          {languages.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <SubjectField
        subject={settings.defaultSubject}
        onChange={(defaultSubject) => void change({ defaultSubject })}
      />
      <Field label={t("settings.duration")}>
        <Select
          value={String(settings.defaultDurationMinutes)}
          onChange={(_event, { value }) => void change({ defaultDurationMinutes: Number(value) })}
        >
          {durations.map((minutes) => (
            <option key={minutes} value={minutes}>
              {formatDuration(minutes, t)}
            </option>
          ))}
        </Select>
      </Field>
      <Field hint={t("settings.keepLinkReadyHint")}>
        <Switch
          label={t("settings.keepLinkReady")}
          checked={settings.keepLinkReady}
          onChange={(_event, { checked }) => void change({ keepLinkReady: checked })}
        />
      </Field>
      <Switch
        label={t("settings.askBeforeSecond")}
        checked={settings.askBeforeSecond}
        onChange={(_event, { checked }) => void change({ askBeforeSecond: checked })}
      />
      <Switch
        label={t("settings.notify")}
        checked={settings.notifyWhenCreated}
        onChange={(_event, { checked }) => void change({ notifyWhenCreated: checked })}
      />
      <UpcomingSettings state={state} />
      <Field hint={t("settings.hideSubjectsHint")}>
        <Switch
          label={t("settings.hideSubjects")}
          checked={settings.hideSubjects}
          onChange={(_event, { checked }) => void change({ hideSubjects: checked })}
        />
      </Field>
      <Field hint={shortcutHint(state, t)}>
        <Switch
          label={t("settings.shortcut")}
          checked={settings.shortcutEnabled}
          onChange={(_event, { checked }) => void change({ shortcutEnabled: checked })}
        />
      </Field>
      <Field hint={t("settings.showAsWindowHint")}>
        <Switch
          label={t("settings.showAsWindow")}
          checked={settings.showAsWindow}
          onChange={(_event, { checked }) => void change({ showAsWindow: checked })}
        />
      </Field>
    </>
  );
}

function shortcutHint({ shortcut, settings }: AppState, t: TFunction): string | null {
  if (shortcut) return t("settings.shortcutWorks", { keys: shortcut });
  return settings.shortcutEnabled ? t("settings.shortcutTaken") : null;
}

interface SubjectFieldProps {
  readonly subject: string;
  readonly onChange: (subject: string) => void;
}

function SubjectField({ subject, onChange }: SubjectFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(subject);
  const isEmpty = typed.trim() === "";
  const save = () => {
    if (!isEmpty && typed.trim() !== subject) onChange(typed.trim());
  };
  return (
    <Field
      label={t("settings.subject")}
      validationState={isEmpty ? "error" : "none"}
      validationMessage={isEmpty ? t("schedule.problem.empty") : null}
    >
      <Input
        value={typed}
        maxLength={255}
        onChange={(_event, { value }) => setTyped(value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter") save();
        }}
      />
    </Field>
  );
}
