import * as v from "valibot";

import type { JoinReading } from "../answers.ts";
import { copyFormat, line } from "../drafts.ts";
import { asks, nothing } from "./request.ts";

/** A meeting of the calendar; Outlook's ids are long. */
const event = v.strictObject({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)) });

/** Meetings of anybody's. */
export const joinRequests = {
  readJoinText: asks<JoinReading>()(
    v.strictObject({ text: v.pipe(v.string(), v.maxLength(20_000)) }),
  ),
  /** The clipboard is looked at only now, because the person asked for it. */
  pasteJoinText: asks<string>()(nothing),
  join: asks()(
    v.strictObject({
      text: v.pipe(v.string(), v.maxLength(20_000)),
      passcode: line,
      how: v.picklist(["teams", "browser", "copy"]),
    }),
  ),
  /** Asks Microsoft for the permission first, where it is missing. */
  showUpcoming: asks()(nothing),
  hideUpcoming: asks()(nothing),
  refreshUpcoming: asks()(nothing),
  joinUpcoming: asks()(event),
  copyUpcoming: asks()(v.strictObject({ ...event.entries, format: copyFormat })),
  openInOutlook: asks()(event),
  /** A message to everybody else in it. */
  mailUpcoming: asks()(event),
  /** Out of the way until it is over. */
  dismissUpcoming: asks()(event),
  restoreUpcoming: asks()(event),
};
