import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import * as v from "valibot";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { ScheduleDraft } from "../../../main/contract/drafts.ts";
import type { Result } from "../../../main/contract/errors.ts";
import {
  type Handlers,
  type Input,
  type RequestName,
  requestNames,
  requests,
} from "../../../main/contract/requests/vocabulary.ts";
import { checkAnswer } from "../../fakes/checked-answers.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { openFullApp } from "./open-app.ts";

let sandbox: Sandbox;
let folder: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  folder = mkdtempSync(join(tmpdir(), "every-request-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await sandbox.close();
});

const draft: ScheduleDraft = {
  subject: "Planning",
  startDate: "2127-03-03",
  startTime: "15:30",
  endDate: "2127-03-03",
  endTime: "16:00",
  startOccurrence: null,
  endOccurrence: null,
  timeZone: "Europe/Berlin",
  options: {},
  event: null,
};
const copyChoices = {
  copyFormat: "link-and-invitation",
  template: "{url} {what}",
  includeTime: true,
  includeMeetingId: true,
  includeDialIn: true,
  invitationLanguage: "app",
} as const;

interface Ids {
  readonly id: string;
  readonly accountId: string;
}

/** Something good for each to take, in an order in which each has something to do. */
const inputs = ({ id, accountId }: Ids): { readonly [Name in RequestName]: Input<Name> } => ({
  getState: undefined,
  navigate: { view: "details", meetingId: id },
  hidePopup: undefined,
  openPopup: undefined,
  openView: { view: "schedule" },
  listMeetings: { query: "", from: 0, count: 40 },
  openSettings: undefined,
  checkSchedule: draft,
  readPhrase: { text: "tomorrow at nine, Berlin", field: "when" },
  readTypedLine: {
    text: "Review tomorrow 9 with alex #guarded",
    presets: [{ id: "guarded", name: "Guarded" }],
  },
  searchZones: { text: "ber" },
  checkInvitees: { text: "Alex <alex@contoso.example>, nobody" },
  checkCalendar: undefined,
  allowCalendar: undefined,
  allowPeople: undefined,
  searchPeople: { text: "a" },
  readInviteeTimes: { addresses: ["alex@contoso.example"], times: draftTimes(), isFresh: true },
  schedule: { ...draft, draftId: "7b0f2f64-5b1d-4c6a-9a3e-0d9c0a5f4c11" },
  meetNow: { again: false },
  useRepeat: undefined,
  showEvent: undefined,
  retryCreation: undefined,
  copyErrorDetails: { of: "creation" },
  undoCreation: undefined,
  cancelCreation: undefined,
  dismissCreation: undefined,
  copyRoom: undefined,
  copyLatest: undefined,
  copyMeeting: { id, format: "invitation" },
  openMeeting: { id, where: "teams" },
  mailMeeting: { id },
  saveCalendarFile: { id },
  getQrCode: { id },
  openOptionsPage: { id },
  refreshMeeting: { id },
  renameMeeting: { id, subject: "Renamed" },
  moveMeeting: { id, draft, before: null },
  readEvent: { id },
  extendMeeting: { id, minutes: 15 },
  applyOptions: { id },
  cancelMeeting: { id },
  keepMeeting: { id },
  forgetMeeting: { id },
  previewCopy: copyChoices,
  copySample: copyChoices,
  readJoinText: { text: "Meeting ID: 123 456 789 012 3 Passcode: aB3dE6" },
  pasteJoinText: undefined,
  join: { text: "123 456 789 012 3", passcode: "aB3dE6", how: "copy" },
  showUpcoming: undefined,
  refreshUpcoming: undefined,
  joinUpcoming: { id: "x" },
  snoozeReminder: { id: "x" },
  copyUpcoming: { id: "x", format: "link" },
  openInOutlook: { id: "x" },
  mailUpcoming: { id: "x" },
  dismissUpcoming: { id: "x" },
  restoreUpcoming: { id: "x" },
  hideUpcoming: undefined,
  setStartAtLogin: { isOn: true },
  changeSettings: { theme: "light" },
  changeAccountDefaults: { accountId, subject: "Mine" },
  signIn: { accountId: null },
  addAccount: { organisationId: "sample" },
  retrySignIn: { asSomebodyElse: false },
  signInWithCode: undefined,
  signInWithBrowser: undefined,
  admitWhoCame: undefined,
  reopenSignInPage: undefined,
  copySignInAddress: undefined,
  copySignInCode: undefined,
  cancelSignIn: undefined,
  dismissSignIn: undefined,
  copyAdminMessage: undefined,
  mailAdminMessage: undefined,
  openApprovalPage: undefined,
  openPersonalTeams: undefined,
  answerProxyLogin: { username: "u", password: "p" },
  cancelProxyLogin: undefined,
  chooseAccount: { accountId },
  saveOrganisation: { id: null, clientId: "x", tenant: "y", cloud: "global" },
  removeOrganisation: { id: "nobody" },
  openSetUpFile: undefined,
  getSetUpRequest: undefined,
  copySetUpRequest: undefined,
  mailSetUpRequest: undefined,
  chooseSampleOrganisation: undefined,
  signOut: { accountId, atMicrosoft: true },
  signOutEverybody: undefined,
  forgetEverything: undefined,
  openNamedPage: { page: "permissions" },
  showLogs: undefined,
  getLicences: undefined,
  quit: undefined,
});

function draftTimes(): Input<"readInviteeTimes">["times"] {
  const { subject: _s, options: _o, event: _e, presetId: _p, ...times } = draft;
  return times;
}

/** Those with more to answer than that it is done; of events and failures there are none here. */
const answersHere: readonly RequestName[] = [
  "getState",
  "checkSchedule",
  "readPhrase",
  "searchZones",
  "checkInvitees",
  "searchPeople",
  "readInviteeTimes",
  "schedule",
  "meetNow",
  "getQrCode",
  "previewCopy",
  "readJoinText",
  "pasteJoinText",
];

test("every request, asked one after the other, answers what the contract says", async () => {
  const { handlers, state, close } = await openFullApp(sandbox, { folder });
  const asked = inputs({
    id: state().recent[0]?.id ?? "",
    accountId: state().accounts[0]?.account.id ?? "",
  });
  const answered: RequestName[] = [];
  for (const [name, result] of await askAll(handlers, asked)) {
    checkAnswer(name, result);
    if (result.ok && result.value !== undefined) answered.push(name);
  }
  expect(Object.keys(asked).toSorted()).toEqual(requestNames.toSorted());
  expect(answered).toEqual(expect.arrayContaining([...answersHere]));
  await close();
});

async function askAll(handlers: Handlers, asked: ReturnType<typeof inputs>) {
  const results: [RequestName, Promise<Result<unknown>>][] = [];
  for (const [key, input] of Object.entries(asked)) {
    const name = requestNames.find((one) => one === key);
    if (!name) continue;
    expect(v.safeParse(requests[name].input, input).issues, name).toBeUndefined();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the input is checked above
    const ask = handlers[name] as (...given: readonly unknown[]) => Promise<Result<unknown>>;
    const result = ask(...(input === undefined ? [] : [input]));
    results.push([name, result]);
    // Nobody types the code: `cancelSignIn` ends it.
    if (name !== "signInWithCode") await result;
  }
  return Promise.all(results.map(async ([name, result]) => [name, await result] as const));
}
