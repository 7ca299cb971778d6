import * as v from "valibot";
import { expect, test } from "vitest";

import { rates } from "../../../main/contract/requests/rates.ts";
import { request } from "../../../main/contract/requests/request.ts";
import { namesAt, requestNames, requests } from "../../../main/contract/requests/vocabulary.ts";
import type { Questions } from "../../../main/shell/guard/questions.ts";

/** These are checked by the compiler: a line that is expected not to compile and does is an error of its own. */
export const doNotCompile = {
  // @ts-expect-error -- nobody said what a window needs to ask for this, nor how often it may
  withoutAnything: () => request(["window"]),
  // @ts-expect-error -- the same behind another door
  behindTheTray: () => request(["tray", "window"], { input: v.strictObject({}) }),
  // @ts-expect-error -- how often?
  withoutRate: () => request(["window"], { needs: "gesture" }),
  // @ts-expect-error -- for whom?
  withoutNeed: () => request(["window"], { rate: rates.acting }),
  // @ts-expect-error -- there is no such thing to need
  withAnotherNeed: () => request(["window"], { needs: "luck", rate: rates.acting }),
  // @ts-expect-error -- a request that asks has its question
  withoutQuestion: (all: Omit<Questions, "forgetEverything">): Questions => all,
  // @ts-expect-error -- and a question its request
  withoutRequest: (all: Questions) => all.copyRoom,
};

test("what a window may ask for says what it needs, and nothing else does", () => {
  const limited = requestNames.filter((name) => "needs" in requests[name]);
  expect(limited.toSorted()).toEqual([...namesAt("window")].toSorted());
  expect(Object.keys(doNotCompile)).toHaveLength(7);
});

test("what needs nothing of a person neither reaches anybody nor keeps anything", () => {
  const free = namesAt("window").filter((name) => requests[name].needs === "nothing");
  // Whoever adds one here says with it that a page may do it unseen, as often as its rate allows.
  expect(free.toSorted()).toEqual([
    "cancelProxyLogin",
    "cancelSignIn",
    "checkCalendar",
    "checkInvitees",
    "checkSchedule",
    "dismissCreation",
    "dismissSignIn",
    "getLicences",
    "getQrCode",
    "getSetUpRequest",
    "getState",
    "hidePopup",
    "listMeetings",
    "navigate",
    "previewCopy",
    "readEvent",
    "readInviteeTimes",
    "readJoinText",
    "readPhrase",
    "readTypedLine",
    "refreshMeeting",
    "refreshUpcoming",
    "searchPeople",
    "searchZones",
  ]);
});
