import * as v from "valibot";

import { joinReading } from "../answers.ts";
import { copyFormat, line } from "../drafts.ts";
import { request } from "./request.ts";

/** A meeting of the calendar; Outlook's ids are long. */
const event = v.strictObject({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)) });

/** Meetings of anybody's. */
export const joinRequests = {
  readJoinText: request(["window"], {
    input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(20_000)) }),
    answer: joinReading,
  }),
  /** The clipboard is looked at only now, because the person asked for it. */
  pasteJoinText: request(["window"], { answer: v.string() }),
  join: request(["window"], {
    input: v.strictObject({
      text: v.pipe(v.string(), v.maxLength(20_000)),
      passcode: line,
      how: v.picklist(["teams", "browser", "copy"]),
    }),
  }),
  /** Asks Microsoft for the permission first, where it is missing. */
  showUpcoming: request(["window"]),
  hideUpcoming: request(["window"]),
  refreshUpcoming: request(["window"]),
  joinUpcoming: request(["window", "tray", "notification"], { input: event }),
  /** Once more in a minute. */
  snoozeReminder: request(["notification"], { input: event }),
  copyUpcoming: request(["window"], {
    input: v.strictObject({ ...event.entries, format: copyFormat }),
  }),
  openInOutlook: request(["window"], { input: event }),
  /** A message to everybody else in it. */
  mailUpcoming: request(["window"], { input: event }),
  /** Out of the way until it is over. */
  dismissUpcoming: request(["window"], { input: event }),
  restoreUpcoming: request(["window"], { input: event }),
};
