import { createHash } from "node:crypto";

import { createAccounts } from "./auth/accounts.ts";
import { joinHosts } from "./auth/clouds.ts";
import type { PageTexts } from "./auth/pages.ts";
import { createSession, type Session } from "./auth/session.ts";
import type { Clock } from "./clock.ts";
import type { Account } from "./contract/state.ts";
import { createGraph } from "./graph/client.ts";
import { createOnlineMeetings } from "./graph/online-meetings.ts";
import type { Log } from "./log.ts";
import type { Clipboard } from "./meetings/fulfil.ts";
import { createHistory } from "./meetings/history.ts";
import { createMeetings, type Meetings } from "./meetings/meetings.ts";
import { createWishes } from "./meetings/wishes.ts";
import type { Network } from "./network.ts";
import type { OrganisationDescriptor } from "./organisation.ts";
import { createSealedRecord } from "./sealed-record.ts";
import type { Store } from "./store.ts";
import type { DocumentFile, Vault } from "./vault.ts";
import type { Words } from "./words.ts";

/** Everything that belongs to one organisation: who is signed in to it, and their meetings. */
export interface Workspace {
  readonly session: Session;
  readonly meetings: Meetings;
  start(): Promise<void>;
  /** Ends waiting sign-ins and timers. What is on disk stays. */
  close(): Promise<void>;
}

export interface WorkspaceDependencies {
  readonly descriptor: OrganisationDescriptor;
  readonly store: Store;
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

export function createWorkspace(dependencies: WorkspaceDependencies): Workspace {
  const { descriptor, vault, network, clock, log, random, newId } = dependencies;
  const { store, close: closeStore } = untilClosed(dependencies.store);
  const name = fileNameOf(descriptor);
  const sealed = (kind: string) =>
    createSealedRecord({ vault, clock, log, file: dependencies.documentFile(`${kind}-${name}`) });
  const newReference = () => newId().slice(0, 8);

  const session = createSession({
    accounts: createAccounts({
      organisation: descriptor,
      record: sealed("tokens"),
      network,
      clock,
      newReference,
      texts: () => pageTexts(store.read().language, dependencies.words()),
      onSaved: (protection) => store.update((state) => ({ ...state, protection })),
      onSaveFailed: (error) => log.warn("tokens-not-saved", { kind: error.kind }),
    }),
    store,
    openPage: (url) => dependencies.openSignInPage(url, descriptor),
    clock,
    log,
    random,
    onSignedIn: () => void meetings.resume(),
  });

  const graph = createGraph({
    baseUrl: descriptor.graphBaseUrl,
    network,
    token: (options) => session.token(options),
    clock,
    log,
    random,
    newId,
  });

  const meetings = createMeetings({
    store,
    online: createOnlineMeetings({ graph, joinHosts }),
    wishes: createWishes({
      file: dependencies.documentFile(`wishes-${name}`),
      vault,
      defaultSubject: () => store.read().settings.defaultSubject,
    }),
    history: createHistory({ record: sealed("history"), clock }),
    clipboard: dependencies.clipboard,
    clock,
    log,
    newId,
    language: () => store.read().locale,
    organiser: () => organiserOf(session.account()),
    onSignInNeeded: (error) => session.markExpired(error),
  });

  return {
    session,
    meetings,
    async start() {
      const protection = await vault.protection();
      store.update((state) => ({ ...state, protection }));
      await meetings.start();
      await session.start();
    },
    async close() {
      await session.close();
      closeStore();
    },
  };
}

/** What is still on its way when the organisation is left must not be shown in the next one. */
function untilClosed(store: Store): { store: Store; close: () => void } {
  let isOpen = true;
  return {
    store: {
      read: () => store.read(),
      update: (change) => {
        if (isOpen) store.update(change);
      },
    },
    close: () => {
      isOpen = false;
    },
  };
}

/** Two organisations never share a file, and the file's name tells nobody which one it is. */
function fileNameOf({ authority, clientId }: OrganisationDescriptor): string {
  return shortHash(`${authority} ${clientId}`);
}

const organiserOf = (account: Account | null) => account && { account, key: shortHash(account.id) };

const shortHash = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 16);

function pageTexts(language: string, words: Words): PageTexts {
  const page = (name: string) => ({
    title: words(`page.${name}.title`),
    body: words(`page.${name}.body`),
  });
  return {
    language,
    pages: {
      received: page("received"),
      declined: page("declined"),
      nothing: page("nothing"),
      refused: page("refused"),
    },
  };
}
