import { Field, Switch } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";

import { isUnread, languages } from "../../main/contract/languages.ts";
import type { NameOf } from "../../main/contract/settings.ts";
import type { AppState } from "../../main/contract/state.ts";
import { ChoiceField } from "../ui/fields/choice-field.tsx";
import { shownAt } from "../ui/state/use-attempt.ts";
import { type OwnRowProps, SettingRows } from "./setting-rows.tsx";
import { ShowUpcomingRow } from "./show-upcoming-row.tsx";
import { StartAtLoginRow } from "./start-at-login-row.tsx";
import { useChange } from "./use-change.ts";

export const GeneralSettings = ({ state }: { readonly state: AppState }) => (
  <SettingRows section="general" own={ownRows} state={state} />
);

const ownRows: Readonly<
  Record<NameOf<{ section: "general"; row: "own" }>, ComponentType<OwnRowProps>>
> = {
  language: LanguageRow,
  offerStartAtLogin: StartAtLoginRow,
  showUpcoming: ShowUpcomingRow,
  shortcutEnabled: ShortcutRow,
};

/** Each language is named in itself. */
function LanguageRow({ state }: OwnRowProps) {
  const { t } = useTranslation();
  const { change, problem } = useChange();
  return (
    <ChoiceField
      label={t("settings.language")}
      hint={isUnread(state.language) ? t("settings.languageUnread") : null}
      problem={problem}
      value={state.settings.language}
      choices={[
        ["system", t("settings.languageSystem")],
        ...languages.map(({ tag, name }) => [tag, name] as const),
      ]}
      onChange={(language) => void change({ language })}
    />
  );
}

function ShortcutRow({ state }: OwnRowProps) {
  const { t } = useTranslation();
  const { change, problem } = useChange();
  return (
    <Field hint={shortcutHint(state, t)} {...shownAt(problem)}>
      <Switch
        label={t("settings.shortcutEnabled")}
        checked={state.settings.shortcutEnabled}
        onChange={(_event, { checked }) => void change({ shortcutEnabled: checked })}
      />
    </Field>
  );
}

function shortcutHint({ shortcut, settings }: AppState, t: TFunction): string | null {
  if (shortcut) return t("settings.shortcutWorks", { keys: shortcut });
  return settings.shortcutEnabled ? t("settings.shortcutTaken") : null;
}
