import * as v from "valibot";

import { joinReading } from "../answers.ts";
import { copyFormat, line } from "../drafts.ts";
import { rates } from "./rates.ts";
import { request } from "./request.ts";

/** A meeting of the calendar; Outlook's ids are long. */
const event = v.strictObject({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)) });

/** Meetings of anybody's. */
export const joinRequests = {
  readJoinText: request(["window"], {
    needs: "nothing",
    rate: rates.typing,
    input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(20_000)) }),
    answer: joinReading,
  }),
  /** The clipboard is looked at only now, because the person asked for it. */
  pasteJoinText: request(["window"], { needs: "gesture", rate: rates.acting, answer: v.string() }),
  join: request(["window"], {
    needs: "gesture",
    rate: rates.weighty,
    input: v.strictObject({
      text: v.pipe(v.string(), v.maxLength(20_000)),
      passcode: line,
      how: v.picklist(["teams", "browser", "copy"]),
    }),
  }),
  /** Asks Microsoft for the permission first, where it is missing. */
  showUpcoming: request(["window"], { needs: "gesture", rate: rates.weighty }),
  hideUpcoming: request(["window"], { needs: "presence", rate: rates.acting }),
  refreshUpcoming: request(["window"], { needs: "nothing", rate: rates.drawing }),
  joinUpcoming: request(["window", "tray", "notification"], {
    needs: "gesture",
    rate: rates.weighty,
    input: event,
  }),
  /** Once more in a minute. */
  snoozeReminder: request(["notification"], { input: event }),
  copyUpcoming: request(["window"], {
    needs: "gesture",
    rate: rates.acting,
    input: v.strictObject({ ...event.entries, format: copyFormat }),
  }),
  openInOutlook: request(["window"], { needs: "gesture", rate: rates.weighty, input: event }),
  /** A message to everybody else in it. */
  mailUpcoming: request(["window"], { needs: "gesture", rate: rates.weighty, input: event }),
  /** Out of the way until it is over. */
  dismissUpcoming: request(["window"], { needs: "presence", rate: rates.acting, input: event }),
  restoreUpcoming: request(["window"], { needs: "presence", rate: rates.acting, input: event }),
};
