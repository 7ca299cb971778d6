import * as v from "valibot";

import {
  accountDefaults,
  copyChoices,
  copyFormat,
  timesDraft,
  line,
  organisationDraft,
  scheduleDraft,
  settingsChange,
} from "./drafts.ts";
import { errorPlaces, type Result } from "./errors.ts";
import { addressList, type EventDraft, eventDraft, type Invitee } from "./event-draft.ts";
import { mostInvitees } from "./event-limits.ts";
import type {
  CheckedInvitees,
  CopyPreview,
  InviteeTime,
  JoinReading,
  PhraseReading,
  QrCode,
  ScheduleCheck,
  Zone,
} from "./answers.ts";
import type { Meeting } from "./meeting.ts";
import type { AppState } from "./state.ts";

const nothing = v.undefined();
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
/** A meeting of the list, by our own id. */
const meeting = v.strictObject({ id });
/** A meeting of the calendar; Outlook's ids are long. */
const event = v.strictObject({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)) });

/** One line per thing a window may ask of main: the schema of its input, checked at run time. */
export const inputs = {
  getState: nothing,
  navigate: v.strictObject({
    view: v.picklist(["home", "schedule", "duplicate", "details", "join"]),
    meetingId: v.optional(id),
  }),
  hidePopup: nothing,
  openSettings: nothing,
  /** Without an account: whoever is chosen, or the first to come. */
  signIn: v.strictObject({ accountId: v.nullable(id) }),
  addAccount: v.strictObject({ organisationId: id }),
  cancelSignIn: nothing,
  /** Instead of the browser of this computer: a code to type on any device. */
  signInWithCode: nothing,
  reopenSignInPage: nothing,
  copySignInAddress: nothing,
  copySignInCode: nothing,
  dismissSignIn: nothing,
  /** The sign-in that failed once more, for the same person or for another one. */
  retrySignIn: v.strictObject({ asSomebodyElse: v.boolean() }),
  copyAdminMessage: nothing,
  mailAdminMessage: nothing,
  openApprovalPage: nothing,
  openPersonalTeams: nothing,
  chooseAccount: v.strictObject({ accountId: id }),
  signOut: v.strictObject({ accountId: id, atMicrosoft: v.boolean() }),
  /** Everybody is signed out, and all that is kept on this computer goes. */
  forgetEverything: nothing,
  changeAccountDefaults: v.strictObject({ accountId: id, ...accountDefaults.entries }),
  answerProxyLogin: v.strictObject({ username: line, password: line }),
  cancelProxyLogin: nothing,
  /** `again` is a second one wanted, although one like it was just made. */
  meetNow: v.strictObject({ again: v.boolean() }),
  /** "You made one a minute ago": that one, then. */
  useRepeat: nothing,
  checkSchedule: scheduleDraft,
  /** `draftId` is the form's: sent again it is the same meeting, as it is filled in now. */
  schedule: v.strictObject({ ...scheduleDraft.entries, draftId: v.pipe(v.string(), v.uuid()) }),
  /** Whether events can be made without asking: the answer is `calendarAllowed` of the state. */
  checkCalendar: nothing,
  /** Asks Microsoft for the permission to make events, where it is missing. */
  allowCalendar: nothing,
  /** Asks Microsoft for the permission to suggest people, where it is missing. */
  allowPeople: nothing,
  searchPeople: v.strictObject({ text: line }),
  /** Takes typed or pasted addresses apart. */
  checkInvitees: v.strictObject({ text: addressList }),
  /** Asks Microsoft when the meeting is for each of them; `isFresh` whatever it said before. */
  readInviteeTimes: v.strictObject({
    addresses: v.pipe(
      v.array(v.pipe(v.string(), v.maxLength(400))),
      v.minLength(1),
      v.maxLength(mostInvitees),
    ),
    times: timesDraft,
    isFresh: v.boolean(),
  }),
  /** Sends what failed again: the same meeting, or the options of one that is there. */
  retryCreation: nothing,
  /** The event that is there while its link is not, in Outlook. */
  showEvent: nothing,
  cancelCreation: nothing,
  dismissCreation: nothing,
  undoCreation: nothing,
  copyMeeting: v.strictObject({ id, format: v.nullable(copyFormat) }),
  openMeeting: v.strictObject({ id, where: v.picklist(["teams", "browser"]) }),
  mailMeeting: meeting,
  saveCalendarFile: meeting,
  getQrCode: meeting,
  openOptionsPage: meeting,
  /** Takes over what others changed. */
  refreshMeeting: meeting,
  renameMeeting: v.strictObject({ id, subject: line }),
  /** `before`: what `readEvent` answered to the form, of an event. */
  moveMeeting: v.strictObject({ id, draft: scheduleDraft, before: v.nullable(eventDraft) }),
  /** What of an event can be changed, as it stands in the calendar now. */
  readEvent: meeting,
  extendMeeting: v.strictObject({ id, minutes: v.picklist([15, 30, 60]) }),
  /** Asks again for the options that are missing. */
  applyOptions: meeting,
  cancelMeeting: meeting,
  /** Takes the cancelling back, while it can be. */
  keepMeeting: meeting,
  forgetMeeting: meeting,
  copyRoom: nothing,
  previewCopy: copyChoices,
  /** What the preview shows, onto the clipboard. */
  copySample: copyChoices,
  /** What the app reads in a text about time, in the language of the windows. */
  readPhrase: v.strictObject({ text: line, field: v.picklist(["when", "subject"]) }),
  searchZones: v.strictObject({ text: line }),
  readJoinText: v.strictObject({ text: v.pipe(v.string(), v.maxLength(20_000)) }),
  /** The clipboard is looked at only now, because the person asked for it. */
  pasteJoinText: nothing,
  join: v.strictObject({
    text: v.pipe(v.string(), v.maxLength(20_000)),
    passcode: line,
    how: v.picklist(["teams", "browser", "copy"]),
  }),
  /** Asks Microsoft for the permission first, where it is missing. */
  showUpcoming: nothing,
  hideUpcoming: nothing,
  refreshUpcoming: nothing,
  joinUpcoming: event,
  copyUpcoming: v.strictObject({ ...event.entries, format: copyFormat }),
  openInOutlook: event,
  /** A message to everybody else in it. */
  mailUpcoming: event,
  /** Out of the way until it is over. */
  dismissUpcoming: event,
  restoreUpcoming: event,
  copyErrorDetails: v.strictObject({ of: v.picklist(errorPlaces) }),
  saveOrganisation: v.strictObject({ id: v.nullable(id), ...organisationDraft.entries }),
  removeOrganisation: v.strictObject({ id }),
  chooseSampleOrganisation: nothing,
  changeSettings: settingsChange,
};

/** What each request answers with. */
interface Answers {
  getState: AppState;
  navigate: undefined;
  hidePopup: undefined;
  openSettings: undefined;
  signIn: undefined;
  addAccount: undefined;
  cancelSignIn: undefined;
  signInWithCode: undefined;
  reopenSignInPage: undefined;
  copySignInAddress: undefined;
  copySignInCode: undefined;
  dismissSignIn: undefined;
  retrySignIn: undefined;
  copyAdminMessage: undefined;
  mailAdminMessage: undefined;
  openApprovalPage: undefined;
  openPersonalTeams: undefined;
  chooseAccount: undefined;
  signOut: undefined;
  forgetEverything: undefined;
  changeAccountDefaults: undefined;
  answerProxyLogin: undefined;
  cancelProxyLogin: undefined;
  meetNow: Meeting;
  useRepeat: Meeting;
  checkSchedule: ScheduleCheck;
  schedule: Meeting;
  checkCalendar: undefined;
  allowCalendar: undefined;
  allowPeople: undefined;
  searchPeople: readonly Invitee[];
  checkInvitees: CheckedInvitees;
  /** In the order they were asked for; null while the times cannot be told. */
  readInviteeTimes: readonly InviteeTime[] | null;
  /** Nothing where it was an end that failed. */
  retryCreation: Meeting | undefined;
  showEvent: undefined;
  cancelCreation: undefined;
  dismissCreation: undefined;
  undoCreation: undefined;
  copyMeeting: undefined;
  openMeeting: undefined;
  mailMeeting: undefined;
  saveCalendarFile: undefined;
  getQrCode: QrCode;
  openOptionsPage: undefined;
  refreshMeeting: undefined;
  renameMeeting: undefined;
  moveMeeting: undefined;
  readEvent: EventDraft;
  extendMeeting: undefined;
  applyOptions: undefined;
  cancelMeeting: undefined;
  keepMeeting: undefined;
  forgetMeeting: undefined;
  copyRoom: undefined;
  previewCopy: CopyPreview;
  copySample: undefined;
  readPhrase: PhraseReading;
  searchZones: readonly Zone[];
  readJoinText: JoinReading;
  pasteJoinText: string;
  join: undefined;
  showUpcoming: undefined;
  hideUpcoming: undefined;
  refreshUpcoming: undefined;
  joinUpcoming: undefined;
  copyUpcoming: undefined;
  openInOutlook: undefined;
  mailUpcoming: undefined;
  dismissUpcoming: undefined;
  restoreUpcoming: undefined;
  copyErrorDetails: undefined;
  saveOrganisation: undefined;
  removeOrganisation: undefined;
  chooseSampleOrganisation: undefined;
  changeSettings: undefined;
}

export type RequestName = keyof typeof inputs;
export type Input<Name extends RequestName> = v.InferOutput<(typeof inputs)[Name]>;
/** Requests without an input take no argument. */
type Arguments<Name extends RequestName> =
  Input<Name> extends undefined ? [] : [input: Input<Name>];

export type Handlers = {
  [Name in RequestName]: (...input: Arguments<Name>) => Promise<Result<Answers[Name]>>;
};

/** `window.app` in the renderer, built in preload from `inputs`. */
export type Bridge = Handlers & {
  /** Calls back with each new state; returns its own unsubscribe. */
  onState: (listener: (state: AppState) => void) => () => void;
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the literal names it returns
export const requestNames = Object.keys(inputs) as RequestName[];
/** The one channel main publishes on. */
export const stateChannel = "state";
