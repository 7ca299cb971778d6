import { createAccounts } from "../auth/accounts.ts";
import type { Remembered } from "../auth/remembered.ts";
import { createSession, type OpenOrganisation, type Session } from "../auth/session.ts";
import { adminMessage } from "../auth/sign-in/admin-message.ts";
import { pageTexts } from "../auth/sign-in/pages.ts";
import { createSignInFlow, type SignInFlow } from "../auth/sign-in/sign-in-flow.ts";
import { mergeCaches } from "../auth/tokens/token-cache.ts";
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Network } from "../base/network.ts";
import type { Opener } from "../base/opener.ts";
import { fileNameOf, type OrganisationDescriptor, shortHash } from "../base/organisation.ts";
import type { Store } from "../base/store.ts";
import type { Organisation, Protection } from "../contract/state.ts";
import type { Preferences } from "./preferences.ts";
import type { SealedRecords } from "./sealed-records.ts";

/** Who is signed in, and in which organisations. */
export interface People {
  readonly session: Session;
  readonly signIn: SignInFlow;
  /** Of one that is open, else null. */
  readonly descriptor: (organisationId: string) => OrganisationDescriptor | null;
  readonly organisation: (organisationId: string) => Organisation | null;
  /** Reads what earlier runs left of these organisations; those that are open stay as they are. */
  open(organisations: readonly Organisation[]): Promise<void>;
}

export interface PeopleDependencies {
  readonly descriptorOf: (organisation: Organisation) => OrganisationDescriptor | null;
  readonly store: Store;
  readonly remembered: Remembered;
  readonly sealed: SealedRecords["sealed"];
  readonly network: Network;
  /** Opens the sign-in page of this organisation and no other; false where that did not work. */
  readonly openSignInPage: Opener["openSignInPage"];
  readonly preferences: Pick<Preferences, "language" | "words">;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly newId: () => string;
  readonly onProtection: (protection: Protection) => void;
  /** As those of Session. */
  readonly onReady: () => void;
  readonly onKnown: () => void;
}

interface Opened extends OpenOrganisation {
  readonly descriptor: OrganisationDescriptor;
  readonly organisation: Organisation;
}

export function createPeople(dependencies: PeopleDependencies): People {
  const { store, remembered, clock, log, random, onReady, onKnown } = dependencies;
  let opened: readonly Opened[] = [];
  const find = (organisationId: string) => opened.find(({ id }) => id === organisationId);
  const descriptor = (organisationId: string) => find(organisationId)?.descriptor ?? null;

  const session = createSession({
    organisations: () => opened,
    store,
    keyOf: shortHash,
    remembered,
    clock,
    log,
    random,
    onReady,
    onKnown,
  });

  const signIn = createSignInFlow({
    organisations: () => opened,
    session,
    store,
    async openPage({ url, oneTimeAddress }, organisationId) {
      const known = descriptor(organisationId);
      return known !== null && dependencies.openSignInPage(url, known, oneTimeAddress);
    },
    adminMessage(error, { organisationId, permissions = [] }) {
      const known = descriptor(organisationId);
      const at = new Date(clock.now());
      const words = dependencies.preferences.words();
      return known && adminMessage(error, known, words, at, permissions);
    },
    clock,
    log,
  });

  return {
    session,
    signIn,
    descriptor,
    organisation: (organisationId) => find(organisationId)?.organisation ?? null,
    async open(organisations) {
      opened = organisations.flatMap((organisation) => {
        const one = openOne(organisation, find(organisation.id), dependencies);
        return one ? [one] : [];
      });
      await session.restore();
    },
  };
}

function openOne(
  organisation: Organisation,
  known: Opened | undefined,
  dependencies: PeopleDependencies,
): Opened | null {
  const { sealed, network, preferences, clock, log, random, newId, onProtection } = dependencies;
  const descriptor = dependencies.descriptorOf(organisation);
  if (!descriptor) return null;
  const { id } = organisation;
  // Somebody may be signing in to it: it is not opened a second time.
  if (known && fileNameOf(known.descriptor) === fileNameOf(descriptor))
    return { ...known, organisation };
  const accounts = createAccounts({
    organisationId: id,
    organisation: descriptor,
    record: sealed(`tokens-${fileNameOf(descriptor)}`, mergeCaches),
    network,
    clock,
    random,
    newReference: () => newId().slice(0, 8),
    texts: () => pageTexts(preferences.language(), preferences.words()),
    onSaved: onProtection,
    onSaveFailed: (error) => log.warn("tokens-not-saved", { kind: error.kind }),
  });
  return { id, accounts, descriptor, organisation };
}
