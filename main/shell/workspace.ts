import { createAccounts } from "../auth/accounts.ts";
import { adminMessage } from "../auth/sign-in/admin-message.ts";
import { pageTexts } from "../auth/sign-in/pages.ts";
import { createSession, type OpenOrganisation, type Session } from "../auth/session.ts";
import { createSignInFlow, type SignInFlow } from "../auth/sign-in/sign-in-flow.ts";
import { mergeCaches } from "../auth/tokens/token-cache.ts";
import { type Calendar, createCalendar } from "../calendar/create-calendar.ts";
import { createDismissed } from "../calendar/dismissed.ts";
import { createEventAccess, type EventAccess } from "../calendar/event-access.ts";
import { createInviteeTimes, type InviteeTimes } from "../calendar/invitee-times.ts";
import type { Clock } from "../base/clock.ts";
import { fail, type Result } from "../contract/errors.ts";
import type { Organisation } from "../contract/state.ts";
import { createThrottleGates } from "../graph/throttle-gate.ts";
import { createHandOver, type HandOver } from "../handover/hand-over.ts";
import { invitationLocale } from "../handover/invitation-wording.ts";
import type { Log } from "../base/log.ts";
import type { Clipboard } from "../meetings/fulfil.ts";
import { createHistory, mergeHistories } from "../meetings/history.ts";
import { createMeetings, type Meetings } from "../meetings/meetings.ts";
import { mergeSpares } from "../meetings/ready/spare.ts";
import { createOutbox } from "../meetings/outbox/outbox.ts";
import type { Network } from "../base/network.ts";
import { fileNameOf, type OrganisationDescriptor, shortHash } from "../base/organisation.ts";
import { createOrganisers } from "./organisers.ts";
import { createSealedRecords } from "./sealed-records.ts";
import type { ObservableStore } from "../base/store.ts";
import type { DocumentFile, Vault } from "../base/vault.ts";
import type { Words } from "../base/words.ts";

/** Who is signed in, in which organisations, and the meetings they made. */
export interface Workspace {
  readonly session: Session;
  readonly signIn: SignInFlow;
  readonly meetings: Meetings;
  readonly calendar: Calendar;
  readonly eventAccess: EventAccess;
  readonly inviteeTimes: InviteeTimes;
  readonly handOver: HandOver;
  copyLatest(): Promise<Result<undefined>>;
  /** What is kept of the organisation; null for one that is not open. */
  descriptor(organisationId: string): OrganisationDescriptor | null;
  /** Reads what earlier runs left of these organisations; those that are open stay as they are. */
  open(organisations: readonly Organisation[]): Promise<void>;
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
  readonly chosen: { read(): string | null; write(key: string | null): void };
  readonly vault: Vault;
  readonly documentFile: (name: string) => DocumentFile;
  readonly network: Network;
  readonly clipboard: Clipboard;
  /** Opens the sign-in page of this organisation and no other; false where that did not work. */
  readonly openSignInPage: (url: string, descriptor: OrganisationDescriptor) => Promise<boolean>;
  readonly words: () => Words;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1. */
  readonly random: () => number;
  readonly newId: () => string;
}

interface Opened extends OpenOrganisation {
  readonly descriptor: OrganisationDescriptor;
}

export function createWorkspace(dependencies: WorkspaceDependencies): Workspace {
  const { store, vault, network, clock, log, random, newId } = dependencies;
  const records = createSealedRecords(dependencies);
  let opened: readonly Opened[] = [];

  function openOne(organisation: Organisation): Opened[] {
    const descriptor = dependencies.descriptorOf(organisation);
    const known = opened.find(({ id }) => id === organisation.id);
    if (!descriptor) return [];
    // Somebody may be signing in to it: it is not opened a second time.
    if (known && fileNameOf(known.descriptor) === fileNameOf(descriptor)) return [known];
    const accounts = createAccounts({
      organisationId: organisation.id,
      organisation: descriptor,
      record: records.sealed(`tokens-${fileNameOf(descriptor)}`, mergeCaches),
      network,
      clock,
      random,
      newReference: () => newId().slice(0, 8),
      texts: () => pageTexts(store.read().language, dependencies.words()),
      onSaved: (protection) => store.update((state) => ({ ...state, protection })),
      onSaveFailed: (error) => log.warn("tokens-not-saved", { kind: error.kind }),
    });
    return [{ id: organisation.id, accounts, descriptor }];
  }

  const session = createSession({
    organisations: () => opened,
    store,
    keyOf: shortHash,
    chosen: dependencies.chosen,
    clock,
    log,
    random,
    onReady: goOn,
    onKnown() {
      meetings.redraw();
      // Whoever signs in begins anew.
      if (session.known().length > 0) store.update((state) => ({ ...state, forgotten: null }));
    },
  });

  const descriptor = (organisationId: string) =>
    opened.find(({ id }) => id === organisationId)?.descriptor ?? null;

  const signIn = createSignInFlow({
    organisations: () => opened,
    session,
    store,
    async openPage(url, organisationId) {
      const known = descriptor(organisationId);
      return known !== null && dependencies.openSignInPage(url, known);
    },
    adminMessage(error, { organisationId, permissions = [] }) {
      const known = descriptor(organisationId);
      const at = new Date(clock.now());
      return known && adminMessage(error, known, dependencies.words(), at, permissions);
    },
    clock,
    log,
  });

  const organisers = createOrganisers({
    ...dependencies,
    session,
    descriptor,
    gates: createThrottleGates({ file: dependencies.documentFile("throttled"), clock }),
    keyOf: shortHash,
  });

  const handOver = createHandOver(dependencies);
  const meetings = createMeetings({
    handOver,
    store,
    organiser: () => organisers.current(),
    organisers: () => organisers.all(),
    outbox: createOutbox({
      file: dependencies.documentFile("wishes"),
      vault,
      defaultSubject: () => store.read().settings.defaultSubject,
    }),
    history: createHistory({
      record: records.sealed("history", mergeHistories),
      clock,
      known: () => session.known().map(({ account }) => account),
    }),
    clock,
    log,
    newId,
    spares: records.sealed("spares", mergeSpares),
    random,
    language: () => invitationLocale(store.read()),
    onSignInNeeded: (accountId, error) => session.markExpired(accountId, error),
  });

  /** Links that could not be made ahead do not wait for what is still on its way. */
  function goOn(): void {
    meetings.wake();
    void meetings.resume();
    void meetings.tend();
  }

  const calendar = createCalendar({
    ...dependencies,
    session,
    signIn,
    graphOf: (...of) => organisers.outlookOf(...of),
    dismissed: createDismissed({
      file: dependencies.documentFile("dismissed"),
      hash: shortHash,
      clock,
    }),
  });
  const eventAccess = createEventAccess({
    session,
    signIn,
    store,
    organiser: () => organisers.current(),
  });

  const inviteeTimes = createInviteeTimes({
    schedules: () => organisers.schedules(),
    timeZone: () => store.read().timeZone,
    clock,
  });

  let isStarted = false;
  async function start(): Promise<void> {
    isStarted = true;
    const protection = await vault.protection();
    store.update((state) => ({ ...state, protection }));
    await meetings.start();
  }

  return {
    session,
    signIn,
    meetings,
    calendar,
    eventAccess,
    inviteeTimes,
    handOver,
    descriptor,
    async copyLatest() {
      const latest = meetings.latest();
      return latest ? handOver.copy(latest, null) : fail({ kind: "unknown-meeting" });
    },
    async open(organisations) {
      if (!isStarted) await start();
      opened = organisations.flatMap(openOne);
      await session.restore();
    },
    wake() {
      session.wake();
      calendar.wake();
      goOn();
    },
    async protectAgain() {
      const kept = await records.protectAgain();
      const protection = await vault.protection();
      store.update((state) => ({ ...state, protection }));
      return kept;
    },
    async close() {
      calendar.close();
      eventAccess.close();
      inviteeTimes.close();
      session.close();
      await signIn.cancel();
    },
  };
}
