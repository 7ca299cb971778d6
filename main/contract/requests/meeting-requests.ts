import * as v from "valibot";

import type { QrCode, CopyPreview } from "../answers.ts";
import { copyFormat, line, scheduleDraft } from "../drafts.ts";
import { eventDraft, type EventDraft } from "../event-draft.ts";
import { copyChoices } from "../settings/schemas.ts";
import { asks, id } from "./request.ts";

/** A meeting of the list, by our own id. */
const meeting = v.strictObject({ id });

/** One meeting of the list. */
export const meetingRequests = {
  copyMeeting: asks()(v.strictObject({ id, format: v.nullable(copyFormat) })),
  openMeeting: asks()(v.strictObject({ id, where: v.picklist(["teams", "browser"]) })),
  mailMeeting: asks()(meeting),
  saveCalendarFile: asks()(meeting),
  getQrCode: asks<QrCode>()(meeting),
  openOptionsPage: asks()(meeting),
  /** Takes over what others changed. */
  refreshMeeting: asks()(meeting),
  renameMeeting: asks()(v.strictObject({ id, subject: line })),
  /** `before`: what `readEvent` answered to the form, of an event. */
  moveMeeting: asks()(v.strictObject({ id, draft: scheduleDraft, before: v.nullable(eventDraft) })),
  /** What of an event can be changed, as it stands in the calendar now. */
  readEvent: asks<EventDraft>()(meeting),
  extendMeeting: asks()(v.strictObject({ id, minutes: v.picklist([15, 30, 60]) })),
  /** Asks again for the options that are missing. */
  applyOptions: asks()(meeting),
  cancelMeeting: asks()(meeting),
  /** Takes the cancelling back, while it can be. */
  keepMeeting: asks()(meeting),
  forgetMeeting: asks()(meeting),
  previewCopy: asks<CopyPreview>()(copyChoices),
  /** What the preview shows, onto the clipboard. */
  copySample: asks()(copyChoices),
};
