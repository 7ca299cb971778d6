import { fail, ok, type Result } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/ipc.ts";
import { qrCode } from "../../handover/qr-code.ts";
import type { HistoryEntry } from "../../meetings/history.ts";
import type { HandlersDependencies } from "./handlers.ts";
import { openMeeting } from "./open-meeting.ts";

type MeetingRequests =
  | "meetNow"
  | "useRepeat"
  | "checkSchedule"
  | "schedule"
  | "retryCreation"
  | "showEvent"
  | "cancelCreation"
  | "dismissCreation"
  | "undoCreation"
  | "copyMeeting"
  | "openMeeting"
  | "mailMeeting"
  | "saveCalendarFile"
  | "getQrCode"
  | "openOptionsPage"
  | "refreshMeeting"
  | "renameMeeting"
  | "moveMeeting"
  | "readEvent"
  | "extendMeeting"
  | "applyOptions"
  | "cancelMeeting"
  | "keepMeeting"
  | "forgetMeeting"
  | "copyRoom"
  | "previewCopy"
  | "copySample";

/** Meetings: made, handed over, and changed afterwards. */
export function createMeetingHandlers(
  dependencies: HandlersDependencies,
): Pick<Handlers, MeetingRequests> {
  const { workspace, opener, saveDownload } = dependencies;
  const { meetings, handOver } = workspace;
  const { changes } = meetings;

  /** Windows name a meeting; what it is and where it leads only main knows. */
  async function having<Value>(
    id: string,
    work: (entry: HistoryEntry) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const entry = meetings.find(id);
    return entry ? work(entry) : fail({ kind: "unknown-meeting" });
  }

  /** What is to end is handed to nobody any more. */
  async function handing<Value>(
    id: string,
    work: (entry: HistoryEntry) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const entry = meetings.toHandOut(id);
    return entry.ok ? work(entry.value) : entry;
  }

  return {
    meetNow: (options) => meetings.meetNow(options),
    useRepeat: () => meetings.useRepeat(),
    checkSchedule: async (draft) => ok(meetings.checkSchedule(draft)),
    schedule: ({ draftId, ...draft }) => meetings.schedule(draft, draftId),
    retryCreation: () => meetings.retry(),
    async showEvent() {
      const page = await meetings.eventPage();
      return page.ok ? opener.openOutlook(page.value) : page;
    },
    cancelCreation: () => meetings.cancel(),
    async dismissCreation() {
      meetings.dismiss();
      return ok(undefined);
    },
    undoCreation: () => meetings.undo(),
    copyMeeting: ({ id, format }) =>
      handing(id, async (entry) => {
        const copied = await handOver.copy(entry, format);
        if (copied.ok) meetings.noteCopied(id);
        return copied;
      }),
    openMeeting: ({ id, where }) =>
      having(id, ({ joinUrl }) => openMeeting(dependencies, joinUrl, where)),
    mailMeeting: ({ id }) =>
      handing(id, async (entry) => {
        const address = await handOver.mail(entry);
        return address === null ? fail({ kind: "unknown-meeting" }) : opener.openMail(address);
      }),
    saveCalendarFile: ({ id }) =>
      handing(id, async (entry) => saveDownload("meeting.ics", await handOver.calendarFile(entry))),
    getQrCode: ({ id }) =>
      having(id, async ({ joinUrl }) => {
        const code = qrCode(joinUrl);
        return code ? ok(code) : fail({ kind: "unknown-meeting" });
      }),
    openOptionsPage: ({ id }) =>
      having(id, async ({ optionsUrl }) =>
        optionsUrl === null ? fail({ kind: "unknown-meeting" }) : opener.openJoinUrl(optionsUrl),
      ),
    refreshMeeting: ({ id }) => changes.refresh(id),
    renameMeeting: ({ id, subject }) => changes.rename(id, subject),
    moveMeeting: ({ id, draft, before }) => changes.move(id, draft, before),
    readEvent: ({ id }) => changes.readEvent(id),
    extendMeeting: ({ id, minutes }) => changes.extend(id, minutes),
    applyOptions: ({ id }) => changes.applyOptions(id),
    cancelMeeting: ({ id }) => changes.cancel(id),
    keepMeeting: ({ id }) => changes.keep(id),
    forgetMeeting: ({ id }) => changes.forget(id),
    async copyRoom() {
      const room = await meetings.copyRoom();
      return room.ok ? ok(undefined) : room;
    },
    previewCopy: async (choices) => ok(await handOver.preview(choices)),
    copySample: (choices) => handOver.copySample(choices),
  };
}
