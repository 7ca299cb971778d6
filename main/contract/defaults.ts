import type { Account, AppState } from "./state.ts";

export interface MeetingDefaults {
  readonly subject: string;
  readonly durationMinutes: number;
}

/** What a new meeting of this account begins with: its own defaults, else everybody's. */
export function meetingDefaults(
  { settings, accounts }: Pick<AppState, "settings" | "accounts">,
  account: Account,
): MeetingDefaults {
  const key = accounts.find((known) => known.account.id === account.id)?.key ?? "";
  const own = settings.accountDefaults[key];
  return {
    subject: own?.subject ?? settings.defaultSubject,
    durationMinutes: own?.durationMinutes ?? settings.defaultDurationMinutes,
  };
}
