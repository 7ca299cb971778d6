import type { CopyFormat } from "./copy-formats.ts";
import type { MeetingOptions } from "./meeting-options.ts";
import { findPreset } from "./presets.ts";
import type { Account, AppState } from "./state.ts";

export interface MeetingDefaults {
  readonly subject: string;
  readonly durationMinutes: number;
  readonly presetId: string;
  readonly options: MeetingOptions;
  /** The preset's own; null is what the settings say. */
  readonly copyFormat: CopyFormat | null;
}

type Known = Pick<AppState, "settings" | "accounts">;

/** What a new meeting of this account begins with: its preset's, else its own defaults, else everybody's. */
export function meetingDefaults(state: Known, account: Account): MeetingDefaults {
  return presetDefaults(state, account, ownDefaults(state, account)?.presetId);
}

/** The same with another preset than the account's own. */
export function presetDefaults(
  state: Known,
  account: Account,
  presetId: string | undefined,
): MeetingDefaults {
  const { settings } = state;
  const own = ownDefaults(state, account);
  const preset = findPreset(settings.presets, presetId);
  return {
    subject: preset.subject ?? own?.subject ?? settings.defaultSubject,
    durationMinutes:
      preset.durationMinutes ?? own?.durationMinutes ?? settings.defaultDurationMinutes,
    presetId: preset.id,
    options: preset.options,
    copyFormat: preset.copyFormat ?? null,
  };
}

function ownDefaults({ settings, accounts }: Known, account: Account) {
  const key = accounts.find((known) => known.account.id === account.id)?.key ?? "";
  return settings.accountDefaults[key];
}
