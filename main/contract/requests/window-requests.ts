import * as v from "valibot";

import { line } from "../drafts.ts";
import { errorPlaces } from "../errors.ts";
import { settingsChange } from "../settings/schemas.ts";
import type { AppState } from "../state.ts";
import { asks, id, nothing } from "./request.ts";

/** What a window asks for itself, and the settings. */
export const windowRequests = {
  getState: asks<AppState>()(nothing),
  navigate: asks()(
    v.strictObject({
      view: v.picklist(["home", "schedule", "duplicate", "details", "join"]),
      meetingId: v.optional(id),
    }),
  ),
  hidePopup: asks()(nothing),
  openSettings: asks()(nothing),
  copyErrorDetails: asks()(v.strictObject({ of: v.picklist(errorPlaces) })),
  answerProxyLogin: asks()(v.strictObject({ username: line, password: line })),
  cancelProxyLogin: asks()(nothing),
  changeSettings: asks()(settingsChange),
};
