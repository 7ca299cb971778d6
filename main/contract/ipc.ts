import * as v from "valibot";

import type { ScheduleProblems, Result } from "./errors.ts";
import type { AppState, Meeting } from "./state.ts";

const nothing = v.undefined();
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const line = v.pipe(v.string(), v.maxLength(1_000));

/** Wall-clock values as typed: dates "YYYY-MM-DD", times "HH:MM", empty while the field is empty. */
export const scheduleDraft = v.strictObject({
  subject: line,
  startDate: v.pipe(v.string(), v.regex(/^(\d{4}-\d{2}-\d{2})?$/u)),
  startTime: v.pipe(v.string(), v.regex(/^(\d{2}:\d{2})?$/u)),
  endDate: v.pipe(v.string(), v.regex(/^(\d{4}-\d{2}-\d{2})?$/u)),
  endTime: v.pipe(v.string(), v.regex(/^(\d{2}:\d{2})?$/u)),
  /** Which of the two is meant when the clocks go back over a time; null asks. */
  startOccurrence: v.nullable(v.picklist(["earlier", "later"])),
  endOccurrence: v.nullable(v.picklist(["earlier", "later"])),
});

export const organisationDraft = v.strictObject({
  clientId: line,
  tenant: line,
  cloud: v.picklist(["global", "us-l4", "us-l5", "china"]),
});

const subject = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255));
const durationMinutes = v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(24 * 60));

/** Absent is what the settings say for everybody. */
export const accountDefaults = v.strictObject({
  subject: v.optional(subject),
  durationMinutes: v.optional(durationMinutes),
});

/** At least one setting: a change of nothing is a mistake, or an attack that lost its load on the way. */
export const settingsChange = v.pipe(
  v.partial(
    v.strictObject({
      theme: v.picklist(["system", "light", "dark"]),
      language: v.pipe(v.string(), v.regex(/^(system|[a-z]{2,3}(-[A-Za-z]{2,4})?)$/u)),
      defaultSubject: subject,
      defaultDurationMinutes: durationMinutes,
      notifyWhenCreated: v.boolean(),
      shortcutEnabled: v.boolean(),
      showAsWindow: v.boolean(),
      keepWithoutKeyring: v.boolean(),
    }),
  ),
  v.check((change) => Object.keys(change).length > 0),
);

/** One line per thing a window may ask of main: the schema of its input, checked at run time. */
export const inputs = {
  getState: nothing,
  navigate: v.strictObject({ view: v.picklist(["home", "schedule"]) }),
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
  changeAccountDefaults: v.strictObject({ accountId: id, ...accountDefaults.entries }),
  answerProxyLogin: v.strictObject({ username: line, password: line }),
  cancelProxyLogin: nothing,
  meetNow: nothing,
  checkSchedule: scheduleDraft,
  schedule: scheduleDraft,
  /** Sends the failed wish again: the same wish, so the same meeting. */
  retryCreation: nothing,
  cancelCreation: nothing,
  dismissCreation: nothing,
  undoCreation: nothing,
  copyMeeting: v.strictObject({ id }),
  openMeeting: v.strictObject({ id }),
  copyErrorDetails: v.strictObject({ of: v.picklist(["session", "signIn", "creation"]) }),
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
  changeAccountDefaults: undefined;
  answerProxyLogin: undefined;
  cancelProxyLogin: undefined;
  meetNow: Meeting;
  checkSchedule: ScheduleCheck;
  schedule: Meeting;
  retryCreation: Meeting;
  cancelCreation: undefined;
  dismissCreation: undefined;
  undoCreation: undefined;
  copyMeeting: undefined;
  openMeeting: undefined;
  copyErrorDetails: undefined;
  saveOrganisation: undefined;
  removeOrganisation: undefined;
  chooseSampleOrganisation: undefined;
  changeSettings: undefined;
}

/** `startAt` and `endAt` are epoch milliseconds, null while they cannot be told. */
export interface ScheduleCheck {
  readonly problems: ScheduleProblems | null;
  readonly startAt: number | null;
  readonly endAt: number | null;
}

export type ScheduleDraft = v.InferOutput<typeof scheduleDraft>;
export type OrganisationDraft = v.InferOutput<typeof organisationDraft>;
export type SettingsChange = v.InferOutput<typeof settingsChange>;

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
