import * as v from "valibot";

import { licence, namedPage } from "../answers.ts";
import { line } from "../drafts.ts";
import { errorPlaces } from "../errors.ts";
import { settingsChange } from "../settings/schemas.ts";
import { listOf } from "../shape.ts";
import { appState, view } from "../state.ts";
import { rates } from "./rates.ts";
import { id, request } from "./request.ts";

/** The windows, the app as a whole, and the settings. */
export const windowRequests = {
  getState: request(["window"], { needs: "nothing", rate: rates.drawing, answer: appState }),
  navigate: request(["window"], {
    needs: "nothing",
    rate: rates.drawing,
    input: v.strictObject({
      view: view,
      meetingId: v.optional(id),
    }),
  }),
  hidePopup: request(["window"], { needs: "nothing", rate: rates.drawing }),
  openPopup: request(["tray", "notification", "commandLine"]),
  /** The popup, on this view. */
  openView: request(["tray", "notification", "commandLine"], {
    input: v.strictObject({ view: v.picklist(["home", "schedule", "join"]) }),
  }),
  openSettings: request(["window", "tray", "commandLine"], {
    needs: "gesture",
    rate: rates.acting,
  }),
  quit: request(["tray", "commandLine"]),
  copyErrorDetails: request(["window"], {
    needs: "gesture",
    rate: rates.acting,
    input: v.strictObject({ of: v.picklist(errorPlaces) }),
  }),
  openNamedPage: request(["window"], {
    needs: "gesture",
    rate: rates.weighty,
    input: v.strictObject({ page: namedPage }),
  }),
  /** The folder of the log files, in whatever shows folders here. */
  showLogs: request(["window"], { needs: "gesture", rate: rates.weighty }),
  /** Of what the app is built with; null where this copy came without them. */
  getLicences: request(["window"], {
    needs: "nothing",
    rate: rates.seldom,
    answer: v.nullable(listOf(licence)),
  }),
  answerProxyLogin: request(["window"], {
    needs: "gesture",
    rate: rates.weighty,
    input: v.strictObject({ username: line, password: line }),
  }),
  cancelProxyLogin: request(["window"], { needs: "nothing", rate: rates.acting }),
  setStartAtLogin: request(["window"], {
    needs: "gesture",
    rate: rates.acting,
    input: v.strictObject({ isOn: v.boolean() }),
  }),
  changeSettings: request(["window"], {
    needs: "presence",
    rate: rates.drawing,
    asks: true,
    input: settingsChange,
  }),
};
