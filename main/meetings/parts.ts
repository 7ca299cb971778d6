import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Store } from "../base/store.ts";
import type { SealedRecord } from "../base/vault.ts";
import { meetingDefaults } from "../contract/defaults.ts";
import type { AppError, Result } from "../contract/errors.ts";
import type { HandOver } from "../handover/hand-over.ts";
import { type Asking, createAsking } from "./asking/asking.ts";
import { createSentDrafts, type SentDrafts } from "./asking/sent-drafts.ts";
import { type Changes, createChanges } from "./changes/changes.ts";
import { createFulfil, type Fulfil, type Organiser } from "./fulfil.ts";
import type { History } from "./history.ts";
import { createListing, type Listing } from "./listing.ts";
import { createHandOut, type HandOut } from "./life/hand-out.ts";
import { createTendRooms, type TendRooms } from "./life/tend-rooms.ts";
import { createMaking, type Making } from "./making/making.ts";
import { patiently } from "./making/patiently.ts";
import { createEnds, type Ends } from "./outbox/ends.ts";
import type { Outbox } from "./outbox/outbox.ts";
import { createRecheck } from "./outbox/recheck.ts";
import { createResume } from "./outbox/resume.ts";
import { createReadyLinks, type ReadyLinks } from "./ready/ready-links.ts";
import { createRemember, type Remember } from "./remember.ts";
import { createSettling, type Settling } from "./settling.ts";

export interface MeetingsDependencies {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly history: History;
  /** Where the links kept ready are sealed. */
  readonly spares: SealedRecord;
  readonly handOver: Pick<HandOver, "copy" | "takeBack">;
  /** Who organises new meetings. Errors: not-signed-in, cloud-lacks-meetings. */
  readonly organiser: () => Result<Organiser>;
  /** Everybody who can be asked about their own meetings now. */
  readonly organisers: () => readonly Organiser[];
  /** Language for what Graph writes, a BCP 47 tag. */
  readonly language: () => string;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  /** 0 to 1. */
  readonly random: () => number;
  /** Until then (epoch milliseconds) a press waits for a network that is not there yet. Default: not at all. */
  readonly patientUntil?: number;
  /** Graph refused the freshest token there is. */
  readonly onSignInNeeded: (accountId: string, error: AppError) => void;
}

/** The parts of the meetings, each made of the few things it takes. */
export interface Parts extends Doers {
  readonly making: Making;
  readonly asking: Asking;
  readonly changes: Changes;
  readonly rooms: TendRooms;
  readonly handOut: HandOut;
  readonly resume: () => Promise<void>;
  readonly recheck: () => Promise<void>;
}

/** What the others work with. */
interface Doers extends Listing {
  readonly fulfil: Fulfil;
  readonly remember: Remember;
  readonly settling: Settling;
  readonly ends: Ends;
  readonly sentDrafts: SentDrafts;
  readonly ready: ReadyLinks;
}

function createDoers(given: MeetingsDependencies): Doers {
  const { store, outbox, history, organiser, organisers, language, clock, log } = given;
  const { spares: record, newId, random, onSignInNeeded } = given;
  const isReady = (accountKey: string) => ready.has(accountKey);
  const { show, page } = createListing({ store, history, outbox, organiser, isReady });
  const remember = createRemember({ history, outbox, log });
  const ends = createEnds({ outbox, history, clock, language, onSignInNeeded });
  const ready = createReadyLinks({
    outbox,
    ends,
    record,
    organisers,
    defaults: (account) => meetingDefaults(store.read(), account),
    // Whoever never made a meeting here needs none ahead.
    isWanted: ({ id }) =>
      store.read().settings.keepLinkReady &&
      history.entries().some(({ organiserId }) => organiserId === id),
    language,
    newId,
    random,
    clock,
    log,
    onChange: show,
  });
  return {
    show,
    page,
    fulfil: createFulfil({ outbox, clock, language }),
    remember,
    settling: createSettling({
      history,
      remember,
      language,
      clock,
      log,
      onSettled: show,
      onSignInNeeded,
    }),
    ends,
    sentDrafts: createSentDrafts(),
    ready,
  };
}

export function createParts(given: MeetingsDependencies): Parts {
  const { store, outbox, history, handOver, organiser, organisers } = given;
  const { language, clock, log, newId, random, patientUntil: until = 0 } = given;
  const { onSignInNeeded } = given;
  const doers = createDoers(given);
  const { show, fulfil, remember, settling, ends, sentDrafts, ready } = doers;
  const making = createMaking({
    store,
    outbox,
    history,
    fulfil: patiently(fulfil, { clock, until }),
    remember,
    ends,
    settling,
    sentDrafts,
    handOver,
    organisers,
    clock,
    log,
    onHistory: show,
    onSignInNeeded,
  });
  const changes = createChanges({
    store,
    history,
    outbox,
    ends,
    settling,
    sentDrafts,
    organisers,
    language,
    clock,
    log,
    onHistory: show,
    putAway: making.putAway,
    onSignInNeeded,
  });
  const resume = createResume({
    store,
    outbox,
    history,
    making,
    fulfil,
    remember,
    settling,
    cancelled: changes,
    organisers,
    onSignInNeeded,
    sentDrafts,
    afterwards: show,
    clock,
    log,
  });
  const { isRunning } = making;
  const recheck = createRecheck({ store, outbox, organisers, isRunning, resume, clock });
  const rooms = createTendRooms({ history, outbox, changes, organisers, clock, random });
  const handOut = createHandOut({ history, outbox, renewRoom: rooms.renew, clock });
  const asking = createAsking({
    store,
    history,
    outbox,
    making,
    ready,
    sentDrafts,
    handOut,
    handOver,
    organiser,
    organisers,
    newId,
    clock,
  });
  return { ...doers, making, asking, changes, rooms, handOut, resume, recheck };
}
