import type { Remembered } from "../auth/remembered.ts";
import { createApprovedLater } from "../auth/sign-in/approved-later.ts";
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Network } from "../base/network.ts";
import type { Opener } from "../base/opener.ts";
import { type OrganisationDescriptor, shortHash } from "../base/organisation.ts";
import { type ObservableStore, publisherOf } from "../base/store.ts";
import type { DocumentFile, LineFile, Vault } from "../base/vault.ts";
import { lacksMeetings } from "../contract/cloud-limits.ts";
import type { Result } from "../contract/errors.ts";
import type { Creation } from "../contract/meeting.ts";
import type { Account, Organisation } from "../contract/state.ts";
import { createThrottleGates } from "../graph/throttle-gate.ts";
import { createHandOver, type HandOver } from "../handover/hand-over.ts";
import { invitationLocale } from "../handover/invitation-wording.ts";
import type { Clipboard } from "../meetings/fulfil.ts";
import type { History } from "../meetings/history.ts";
import { createMeetings, type Meetings } from "../meetings/meetings.ts";
import { createOutbox } from "../meetings/outbox/outbox.ts";
import { mergeSpares } from "../meetings/ready/spare.ts";
import { type Calendars, createCalendars } from "./calendars.ts";
import { createErrors, type Errors } from "./errors.ts";
import { openList } from "./list/open-list.ts";
import { createOrganisers, type Organisers } from "./organisers.ts";
import { createPeople, type People, type PeopleDependencies } from "./people.ts";
import type { Preferences } from "./preferences.ts";
import { createSealedRecords, type SealedRecords } from "./sealed-records.ts";

/** Who is signed in, in which organisations, and the meetings they made. */
export interface Workspace
  extends Pick<People, "session" | "signIn" | "descriptor" | "open">, Omit<Calendars, "close"> {
  readonly addresses: Organisers["addresses"];
  readonly meetings: Meetings;
  readonly handOver: HandOver;
  /** What came of the last press or form. */
  readonly creation: () => Creation;
  readonly errors: Errors;
  /** Each minute, and when somebody looks: whether an administrator approved what somebody waits for. */
  readonly approvedLater: () => Promise<void>;
  /** After sleep, and when the network is back: what waited for that goes on at once. */
  wake(): void;
  /** After the person changed whether anything may be kept without a keyring. */
  protectAgain(): Promise<Result<undefined>>;
  /** Ends waiting sign-ins and timers. What is on disk stays. */
  close(): Promise<void>;
}

export interface WorkspaceDependencies {
  readonly descriptorOf: (organisation: Organisation) => OrganisationDescriptor | null;
  readonly store: ObservableStore;
  readonly preferences: Pick<Preferences, "settings" | "language" | "locale" | "words">;
  /** IANA name of the computer's zone. */
  readonly timeZone: () => string;
  readonly remembered: Remembered;
  readonly vault: Vault;
  readonly documentFile: (name: string) => DocumentFile;
  readonly lineFile: (name: string) => LineFile;
  readonly network: Network;
  readonly clipboard: Clipboard;
  /** Opens the sign-in page of this organisation and no other; false where that did not work. */
  readonly openSignInPage: Opener["openSignInPage"];
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1. */
  readonly random: () => number;
  readonly newId: () => string;
  /** As that of the meetings. */
  readonly patientUntil?: number;
}

export function createWorkspace(dependencies: WorkspaceDependencies): Workspace {
  const { store, vault, documentFile, lineFile, timeZone, clock, log, random } = dependencies;
  const publish = publisherOf<"protection" | "forgotten">(store);
  const records = createSealedRecords({ vault, documentFile, lineFile, clock, log });
  const { people, organisers } = openPeople(dependencies, {
    sealed: records.sealed,
    onProtection: (protection) => publish({ protection }),
    onReady: goOn,
    onKnown() {
      meetings.redraw();
      // Whoever signs in begins anew.
      if (session.known().length > 0) publish({ forgotten: null });
    },
  });
  const { session, signIn, descriptor } = people;
  const parts = { session, organisers, records, redraw: () => meetings.redraw() };
  const { handOver, meetings, history } = openMeetings(dependencies, parts);
  const { close: closeCalendars, ...calendars } = createCalendars({
    session,
    signIn,
    organisers,
    store,
    timeZone,
    documentFile,
    clock,
    log,
    random,
  });

  /** Links that could not be made ahead do not wait for what is still on its way. */
  function goOn(): void {
    meetings.wake();
    void meetings.resume();
    void meetings.tend();
  }

  const showProtection = async () => publish({ protection: await vault.protection() });
  let started: Promise<void> | null = null;
  const start = async () => {
    await showProtection();
    await meetings.start();
  };

  // meetings/ says it in the picture alone.
  const creation = () => store.read().creation;

  return {
    session,
    signIn,
    creation,
    descriptor,
    addresses: organisers.addresses,
    meetings,
    handOver,
    ...calendars,
    errors: createErrors({ session, signIn, calendar: calendars.calendar, creation }),
    async open(organisations) {
      await (started ??= start());
      await people.open(organisations);
    },
    approvedLater: createApprovedLater({ signIn, session, clock }),
    wake() {
      session.wake();
      calendars.calendar.wake();
      goOn();
    },
    async protectAgain() {
      const kept = await records.protectAgain();
      const listed = await history.protectAgain();
      await showProtection();
      return kept.ok ? listed : kept;
    },
    async close() {
      closeCalendars();
      session.close();
      await signIn.cancel();
    },
  };
}

type Hooks = Pick<PeopleDependencies, "sealed" | "onProtection" | "onReady" | "onKnown">;

/** Who is there, and who of them can organise. */
function openPeople(
  {
    descriptorOf,
    store,
    remembered,
    network,
    openSignInPage,
    preferences,
    documentFile,
    clock,
    log,
    random,
    newId,
  }: WorkspaceDependencies,
  hooks: Hooks,
) {
  const people = createPeople({
    ...hooks,
    descriptorOf,
    store,
    remembered,
    network,
    openSignInPage,
    preferences,
    clock,
    log,
    random,
    newId,
  });
  const { session, descriptor } = people;
  const organisers = createOrganisers({
    session,
    descriptor,
    lacksMeetings: (account) => lacksMeetingsIn(people.organisation(account.organisationId)),
    gates: createThrottleGates({ file: documentFile("throttled"), clock }),
    keyOf: shortHash,
    network,
    clock,
    log,
    random,
    newId,
  });
  return { people, organisers };
}

const lacksMeetingsIn = (organisation: Organisation | null): boolean =>
  organisation?.kind === "own" && lacksMeetings(organisation.cloud);

interface OfPeople {
  readonly session: People["session"];
  readonly organisers: Organisers;
  readonly records: SealedRecords;
  readonly redraw: () => void;
}

/** What is made for these people, and how it leaves the app. */
function openMeetings(
  {
    store,
    preferences,
    vault,
    documentFile,
    clipboard,
    clock,
    log,
    random,
    newId,
    patientUntil = 0,
  }: WorkspaceDependencies,
  { session, organisers, records, redraw }: OfPeople,
): Pick<Workspace, "meetings" | "handOver"> & { readonly history: History } {
  const known = (): readonly Account[] => session.known().map(({ account }) => account);
  const { sealedLines } = records;
  const of = { sealedLines, documentFile, vault, store, known, redraw, clock, log };
  const history = openList(of);
  const defaultSubject = () => preferences.settings().defaultSubject;
  const handOver = createHandOver({ clipboard, store, words: () => preferences.words(), clock });
  const meetings = createMeetings({
    handOver,
    store,
    organiser: organisers.current,
    organisers: organisers.all,
    outbox: createOutbox({ file: documentFile("wishes"), vault, defaultSubject }),
    history,
    clock,
    log,
    newId,
    spares: records.sealed("spares", mergeSpares, { mayBeLost: true }),
    random,
    patientUntil,
    language: () =>
      invitationLocale({ settings: preferences.settings(), locale: preferences.locale() }),
    onSignInNeeded: (accountId, error) => session.markExpired(accountId, error),
  });
  return { handOver, meetings, history };
}
