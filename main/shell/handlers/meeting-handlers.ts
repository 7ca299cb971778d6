import { fail, ok, type Result } from "../../contract/errors.ts";
import type { CopyFormat } from "../../contract/copy-formats.ts";
import type { Opener } from "../../base/opener.ts";
import type { Handlers } from "../../contract/requests/vocabulary.ts";
import type { HandOver } from "../../handover/hand-over.ts";
import { qrCode } from "../../handover/qr-code.ts";
import type { HistoryEntry } from "../../meetings/history.ts";
import type { Meetings } from "../../meetings/meetings.ts";
import type { Outside } from "../outside.ts";
import type { OpenMeeting } from "./open-meeting.ts";

export interface MeetingHandlersDependencies {
  readonly meetings: Meetings;
  readonly handOver: HandOver;
  readonly openMeeting: OpenMeeting;
  readonly opener: Pick<Opener, "openMail" | "openJoinUrl">;
  readonly saveDownload: Outside["saveDownload"];
}

/** Meetings of the list: handed over, and changed afterwards. */
export function createMeetingHandlers({
  meetings,
  handOver,
  openMeeting,
  opener,
  saveDownload,
}: MeetingHandlersDependencies) {
  const { changes } = meetings;

  /** Windows name a meeting; what it is and where it leads only main knows. */
  async function having<Value>(
    id: string,
    work: (entry: HistoryEntry) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const entry = meetings.find(id);
    return entry ? work(entry) : fail({ kind: "unknown-meeting" });
  }

  /** Nobody gets a dead link without a word, whatever is done with it. */
  async function handing<Value>(
    id: string,
    work: (entry: HistoryEntry) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const entry = await meetings.handOut.find(id);
    return entry.ok ? work(entry.value) : entry;
  }

  async function copy(entry: HistoryEntry, format: CopyFormat | null): Promise<Result<undefined>> {
    const copied = await handOver.copy(entry, format);
    if (copied.ok) meetings.noteCopied(entry.id);
    return copied;
  }

  return {
    listMeetings: async (asked) => ok(meetings.page(asked)),
    copyMeeting: ({ id, format }) => handing(id, (entry) => copy(entry, format)),
    async copyLatest() {
      const latest = meetings.handOut.latest();
      return latest ? copy(latest, null) : fail({ kind: "unknown-meeting" });
    },
    openMeeting: ({ id, where }) => handing(id, ({ joinUrl }) => openMeeting(joinUrl, where)),
    mailMeeting: ({ id }) =>
      handing(id, async (entry) => {
        const address = await handOver.mail(entry);
        return address === null ? fail({ kind: "unknown-meeting" }) : opener.openMail(address);
      }),
    saveCalendarFile: ({ id }) =>
      handing(id, async (entry) => saveDownload("meeting.ics", await handOver.calendarFile(entry))),
    getQrCode: ({ id }) =>
      handing(id, async ({ joinUrl }) => {
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
    previewCopy: async (choices) => ok(await handOver.preview(choices)),
    copySample: (choices) => handOver.copySample(choices),
  } satisfies Partial<Handlers>;
}
