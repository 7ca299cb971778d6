import * as v from "valibot";

import { copyPreview, qrCode } from "../answers.ts";
import { copyFormat, line, scheduleDraft } from "../drafts.ts";
import { eventDraft } from "../event-draft.ts";
import { meeting as listed } from "../meeting.ts";
import { copyChoices } from "../settings/schemas.ts";
import { listOf, shape } from "../shape.ts";
import { rates } from "./rates.ts";
import { id, request } from "./request.ts";

/** A meeting of the list, by our own id. */
const meeting = v.strictObject({ id });

const places = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));

/** The list, and one meeting of it. */
export const meetingRequests = {
  /** What of the list is not in the state: `count` rows from the one at `from` on, of those that a search finds. */
  listMeetings: request(["window"], {
    needs: "nothing",
    rate: rates.typing,
    input: v.strictObject({
      query: v.pipe(v.string(), v.maxLength(200)),
      from: places,
      count: v.pipe(places, v.maxValue(10_000)),
    }),
    answer: shape({ meetings: listOf(listed), found: v.number() }),
  }),
  copyMeeting: request(["window", "tray", "notification"], {
    needs: "gesture",
    rate: rates.acting,
    input: v.strictObject({ id, format: v.nullable(copyFormat) }),
  }),
  /** The link of the one that was made last. */
  copyLatest: request(["tray"]),
  openMeeting: request(["window", "tray", "notification"], {
    needs: "gesture",
    rate: rates.weighty,
    input: v.strictObject({ id, where: v.picklist(["teams", "browser"]) }),
  }),
  mailMeeting: request(["window"], { needs: "gesture", rate: rates.weighty, input: meeting }),
  saveCalendarFile: request(["window"], { needs: "gesture", rate: rates.weighty, input: meeting }),
  getQrCode: request(["window"], {
    needs: "nothing",
    rate: rates.drawing,
    input: meeting,
    answer: qrCode,
  }),
  openOptionsPage: request(["window"], { needs: "gesture", rate: rates.weighty, input: meeting }),
  /** Takes over what others changed. */
  refreshMeeting: request(["window"], { needs: "nothing", rate: rates.drawing, input: meeting }),
  renameMeeting: request(["window"], {
    needs: "gesture",
    rate: rates.acting,
    input: v.strictObject({ id, subject: line }),
  }),
  /** `before`: what `readEvent` answered to the form, of an event. */
  moveMeeting: request(["window"], {
    needs: "gesture",
    rate: rates.acting,
    asks: true,
    input: v.strictObject({ id, draft: scheduleDraft, before: v.nullable(eventDraft) }),
  }),
  /** What of an event can be changed, as it stands in the calendar now. */
  readEvent: request(["window"], {
    needs: "nothing",
    rate: rates.drawing,
    input: meeting,
    answer: eventDraft,
  }),
  extendMeeting: request(["window"], {
    needs: "gesture",
    rate: rates.acting,
    input: v.strictObject({ id, minutes: v.picklist([15, 30, 60]) }),
  }),
  /** Asks again for the options that are missing. */
  applyOptions: request(["window"], { needs: "gesture", rate: rates.acting, input: meeting }),
  cancelMeeting: request(["window"], { needs: "gesture", rate: rates.weighty, input: meeting }),
  /** Takes the cancelling back, while it can be. */
  keepMeeting: request(["window"], { needs: "gesture", rate: rates.acting, input: meeting }),
  forgetMeeting: request(["window"], { needs: "gesture", rate: rates.acting, input: meeting }),
  previewCopy: request(["window"], {
    needs: "nothing",
    rate: rates.typing,
    input: copyChoices,
    answer: copyPreview,
  }),
  /** What the preview shows, onto the clipboard. */
  copySample: request(["window"], { needs: "gesture", rate: rates.acting, input: copyChoices }),
};
