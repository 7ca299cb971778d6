import * as v from "valibot";

import { line } from "../drafts.ts";
import { errorPlaces } from "../errors.ts";
import { settingsChange } from "../settings/schemas.ts";
import { appState, view } from "../state.ts";
import { id, request } from "./request.ts";

/** The windows, the app as a whole, and the settings. */
export const windowRequests = {
  getState: request(["window"], { answer: appState }),
  navigate: request(["window"], {
    input: v.strictObject({
      view: view,
      meetingId: v.optional(id),
    }),
  }),
  hidePopup: request(["window"]),
  openPopup: request(["tray", "notification", "commandLine"]),
  /** The popup, on this view. */
  openView: request(["tray", "notification", "commandLine"], {
    input: v.strictObject({ view: v.picklist(["home", "schedule", "join"]) }),
  }),
  openSettings: request(["window", "tray", "commandLine"]),
  quit: request(["tray", "commandLine"]),
  copyErrorDetails: request(["window"], { input: v.strictObject({ of: v.picklist(errorPlaces) }) }),
  answerProxyLogin: request(["window"], {
    input: v.strictObject({ username: line, password: line }),
  }),
  cancelProxyLogin: request(["window"]),
  setStartAtLogin: request(["window"], { input: v.strictObject({ isOn: v.boolean() }) }),
  changeSettings: request(["window"], { input: settingsChange }),
};
