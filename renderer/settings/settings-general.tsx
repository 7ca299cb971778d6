import type { TFunction } from "i18next";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";

import { isUnread, languages } from "../../main/contract/languages.ts";
import type { NameOf } from "../../main/contract/settings.ts";
import { groups } from "../../main/contract/settings/kinds.ts";
import type { AppState } from "../../main/contract/state.ts";
import { keyText } from "../keys/key-text.ts";
import { ChoiceField } from "../ui/fields/choice-field.tsx";
import { SwitchField } from "../ui/fields/switch-field.tsx";
import { SettingGroup } from "./rows/setting-group.tsx";
import { type OwnRowProps, SettingRows } from "./rows/setting-rows.tsx";
import { ShowUpcomingRow } from "./rows/show-upcoming-row.tsx";
import { StartAtLoginRow } from "./rows/start-at-login-row.tsx";
import { useChange } from "./use-change.ts";

export function GeneralSettings({ state }: { readonly state: AppState }) {
  const { t } = useTranslation();
  return groups.map((group) => (
    <SettingGroup key={group} title={t(`settings.group.${group}`)}>
      <SettingRows section="general" group={group} own={ownRows} state={state} />
    </SettingGroup>
  ));
}

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
      inRow
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
    <SwitchField
      label={t("settings.shortcutEnabled")}
      hint={shortcutHint(state, t)}
      problem={problem}
      checked={state.settings.shortcutEnabled}
      onChange={(isOn) => void change({ shortcutEnabled: isOn })}
    />
  );
}

function shortcutHint(state: AppState, t: TFunction): string | null {
  const { shortcut, settings, platform } = state;
  if (shortcut) return t("settings.shortcutWorks", { keys: keyText(shortcut, platform, t) });
  return settings.shortcutEnabled ? t("settings.shortcutTaken") : null;
}
