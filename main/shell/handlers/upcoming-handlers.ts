import type { Opener } from "../../base/opener.ts";
import { attendeeMail } from "../../calendar/attendee-mail.ts";
import { copiedEntry } from "../../calendar/copied-entry.ts";
import { meetingOfEntry } from "../../calendar/meeting-of-entry.ts";
import type { Calendar } from "../../calendar/create-calendar.ts";
import { fail, type Result } from "../../contract/errors.ts";
import type { SettingsChange } from "../../contract/settings.ts";
import type { Handlers } from "../../contract/requests/vocabulary.ts";
import type { AppState } from "../../contract/state.ts";
import type { HandOver } from "../../handover/hand-over.ts";
import type { OpenMeeting } from "./open-meeting.ts";

export interface UpcomingHandlersDependencies {
  readonly calendar: Calendar;
  readonly handOver: Pick<HandOver, "copy">;
  readonly openMeeting: OpenMeeting;
  readonly opener: Pick<Opener, "openMailTo" | "openOtherMeeting" | "openOutlook">;
  readonly changeSettings: (change: SettingsChange) => Promise<Result<undefined>>;
  readonly platform: AppState["platform"];
}

/** The meetings of the calendar. Windows name one; where it leads and who is in it only main knows. */
export function createUpcomingHandlers({
  calendar,
  handOver,
  openMeeting,
  opener,
  changeSettings,
  platform,
}: UpcomingHandlersDependencies) {
  type Found = NonNullable<ReturnType<typeof calendar.find>>;
  async function having(
    id: string,
    work: (found: Found) => Promise<Result<undefined>> | null,
  ): Promise<Result<undefined>> {
    const found = calendar.find(id);
    return (found && (await work(found))) ?? fail({ kind: "unknown-meeting" });
  }

  return {
    showUpcoming: () =>
      calendar.askPermission(async () => {
        const saved = await changeSettings({ showUpcoming: true });
        // Its own failures are shown where the meetings would be.
        void calendar.refresh();
        return saved;
      }),
    hideUpcoming: () => changeSettings({ showUpcoming: false }),
    refreshUpcoming: () => calendar.refresh(),
    joinUpcoming: ({ id }) =>
      having(id, ({ entry }) => {
        const meeting = meetingOfEntry(entry);
        if (!meeting) return null;
        return meeting.product === null
          ? openMeeting(meeting.url, "teams")
          : opener.openOtherMeeting(meeting.url);
      }),
    snoozeReminder: async ({ id }) => calendar.snooze(id),
    copyUpcoming: ({ id, format }) =>
      having(id, ({ entry }) => {
        const meeting = meetingOfEntry(entry);
        if (!meeting) return null;
        // The other forms would say that it is a Teams meeting.
        const usable = meeting.product === null ? format : "link";
        return handOver.copy(copiedEntry(entry, meeting.url), usable);
      }),
    openInOutlook: ({ id }) =>
      having(id, ({ entry: { webLink } }) =>
        webLink === null ? null : opener.openOutlook(webLink),
      ),
    mailUpcoming: ({ id }) =>
      having(id, ({ entry, account }) => {
        const separator = platform === "win32" ? ";" : ",";
        const mail = attendeeMail(entry, account.username, separator);
        return mail.kind === "ready" ? opener.openMailTo(mail.address) : null;
      }),
    dismissUpcoming: async ({ id }) => calendar.dismiss(id),
    restoreUpcoming: async ({ id }) => calendar.restore(id),
  } satisfies Partial<Handlers>;
}
