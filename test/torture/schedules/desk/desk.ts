import { createEventAccess } from "../../../../main/calendar/event-access.ts";
import { createAppHandlers } from "../../../../main/shell/handlers/app-handlers.ts";
import { createHandlers } from "../../../../main/shell/handlers/handlers.ts";
import { createSignOut } from "../../../../main/shell/handlers/sign-out.ts";
import { createErrors } from "../../../../main/shell/errors.ts";
import { createAsk } from "../../../../main/doors/ask.ts";
import type { Handlers } from "../../../../main/contract/requests/vocabulary.ts";
import { fail, ok } from "../../../../main/contract/errors.ts";
import type { AppState } from "../../../../main/contract/state.ts";
import { createThrottleGates } from "../../../../main/graph/throttle-gate.ts";
import { createHandOver } from "../../../../main/handover/hand-over.ts";
import { invitationLocale } from "../../../../main/handover/invitation-wording.ts";
import { initialState } from "../../../../main/shell/initial-state.ts";
import { createHistory } from "../../../../main/meetings/history.ts";
import { createMeetings, type Meetings } from "../../../../main/meetings/meetings.ts";
import { createOutbox } from "../../../../main/meetings/outbox/outbox.ts";
import type { Network } from "../../../../main/base/network.ts";
import { createOrganisers } from "../../../../main/shell/organisers.ts";
import { createProxyLogins } from "../../../../main/auth/proxy-login.ts";
import { defaultSettings } from "../../../../main/contract/settings.ts";
import { createStore, type ObservableStore, publisherOf } from "../../../../main/base/store.ts";
import { createWords } from "../../../../main/base/words.ts";
import type { Workspace } from "../../../../main/shell/workspace.ts";
import { environment } from "../../../fakes/environment.ts";
import { memoryFile, scrambling, sealedIn } from "../../../fakes/meetings-desk.ts";
import { accountKey, openSession } from "./people.ts";
import type { SimulatedClipboard } from "./simulated-clipboard.ts";
import type { World } from "./world.ts";

const words = await createWords("en");
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface Life {
  /** What an earlier one left. */
  readonly disk: Record<string, unknown>;
  readonly network: Network;
  readonly onState: (state: AppState) => void;
  readonly clipboard: SimulatedClipboard;
  /** Who listens to what is asked for, by whichever door. */
  readonly listen: (meetings: Meetings) => Meetings;
}

/** One life of the app: everything between its doors and the network, as it is. */
export async function openDesk(world: World, life: Life) {
  const { clock, random, mistake, graph } = world;
  const { disk } = life;
  const store = createStore(stateOf(world));
  store.subscribe(life.onState);
  const { clipboard } = life;
  const handOver = createHandOver({ store, clock, words: () => words, clipboard });
  const { session, signIn } = openSession(world, {
    store,
    log: silent,
    onReady: () => void meetings.resume(),
  });
  const organisers = createOrganisers({
    session,
    lacksMeetings: () => false,
    descriptor: () => descriptor,
    gates: createThrottleGates({ file: memoryFile(disk, "throttled"), clock }),
    keyOf: () => accountKey,
    network: mistake.network?.(life.network) ?? life.network,
    clock,
    log: silent,
    random: () => random.below(1_000) / 1_000,
    newId: () => "id",
  });
  const vault = scrambling(world.protection);
  const own = createMeetings({
    handOver,
    store,
    organiser: () => organisers.current(),
    organisers: () => organisers.all(),
    outbox: createOutbox({
      vault,
      defaultSubject: () => store.read().settings.defaultSubject,
      file: memoryFile(disk, "wishes"),
    }),
    history: createHistory({
      record: sealedIn(disk, "history", vault),
      clock,
      known: () => store.read().accounts.map(({ account: known }) => known),
    }),
    spares: sealedIn(disk, "spares", vault),
    clock,
    log: silent,
    random: () => 0.5,
    newId: () => newIdFrom(world),
    language: () => invitationLocale(store.read()),
    onSignInNeeded: (accountId, error) => session.markExpired(accountId, error),
  });
  const meetings = life.listen(mistake.meetings?.(own, clipboard) ?? own);
  const doors = openDoors(world, {
    store,
    session,
    signIn,
    meetings,
    handOver,
    clipboard,
    organisers,
  });
  return {
    ...doors,
    store,
    session,
    meetings,
    clipboard,
    disk,
    words,
    state: () => store.read(),
    setOnline(isOnline: boolean) {
      graph.isOffline = !isOnline;
      store.update((state) => ({ ...state, online: isOnline }));
      if (!isOnline) return;
      session.wake();
      meetings.wake();
      void meetings.resume();
    },
    async start() {
      await meetings.start();
      await session.restore();
    },
  };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** Drafts of the form have ids of their own kind. */
export const newIdFrom = ({ random }: Pick<World, "random">): string =>
  `intent-${random.below(1e9)}-${random.below(1e9)}`;

function stateOf({ options, keepLinkReady, protection }: World): AppState {
  const settings = {
    ...defaultSettings,
    keepLinkReady,
    presets: [{ id: "mine", name: "Mine", options }],
    accountDefaults: { [accountKey]: { presetId: "mine" } },
  };
  const organisations = [{ kind: "sample", id: "sample" }] as const;
  return { ...initialState(environment, settings), organisations, protection };
}

const descriptor = {
  clientId: "",
  authority: "",
  knownAuthorities: [],
  authorityMetadata: "",
  graphBaseUrl: "https://graph.microsoft.com/v1.0",
};

type Parts = Pick<Workspace, "session" | "signIn" | "meetings" | "handOver"> & {
  readonly store: ObservableStore;
  readonly clipboard: SimulatedClipboard;
  readonly organisers: ReturnType<typeof createOrganisers>;
};

/** What windows, tray and notifications can ask for. */
function openDoors(world: World, parts: Parts) {
  const { mistake } = world;
  const { store, session, signIn, organisers } = parts;
  const unused = async () => fail({ kind: "not-set-up" });
  const done = async () => ok(undefined);
  const workspace: Workspace = {
    ...parts,
    eventAccess: createEventAccess({ ...parts, organiser: () => organisers.current() }),
    calendar: {
      refresh: unused,
      find: () => null,
      state: () => ({ kind: "off" }),
      wake: () => undefined,
      close: () => undefined,
      snooze: () => fail({ kind: "unknown-meeting" }),
      askPermission: unused,
      dismiss: () => fail({ kind: "unknown-meeting" }),
      restore: () => fail({ kind: "unknown-meeting" }),
    },
    inviteeTimes: { read: unused, close: () => undefined },
    creation: () => store.read().creation,
    errors: createErrors({
      session,
      signIn,
      calendar: { state: () => ({ kind: "off" }) },
      creation: () => store.read().creation,
    }),
    descriptor: () => descriptor,
    open: async () => undefined,
    protectAgain: done,
    wake: () => undefined,
    close: async () => undefined,
  };
  const showPopup = (popupShown: boolean) => store.update((state) => ({ ...state, popupShown }));
  const own = createDeskHandlers(world, { ...parts, workspace, showPopup });
  const handlers = mistake.handlers?.(own) ?? own;
  const ask = createAsk({
    handlers,
    state: () => store.read(),
    showPopup: () => showPopup(true),
    tell: () => undefined,
    newReference: () => "reference",
    log: silent,
  });
  return { handlers, ask, showPopup };
}

function createDeskHandlers(
  { clock }: World,
  parts: Parts & {
    readonly workspace: Workspace;
    readonly showPopup: (isShown: boolean) => void;
  },
): Handlers {
  const { store, session, meetings, clipboard, workspace, showPopup } = parts;
  const unused = async () => fail({ kind: "not-set-up" });
  const done = async () => ok(undefined);
  const timeZone = () => environment.timeZone;
  const publish = publisherOf<"view" | "detailsOf">(store);
  const showHome = () => publish({ view: "home", detailsOf: null });
  return {
    ...createHandlers({
      workspace,
      organisations: {
        all: () => store.read().organisations,
        isSampleOffered: true,
        start: async () => undefined,
        set: done,
      },
      preferences: {
        settings: () => store.read().settings,
        language: () => "en",
        locale: () => store.read().locale,
        words: () => words,
        change: unused,
        changeAccountDefaults: unused,
      },
      changeSettings: unused,
      signOut: createSignOut({ session, meetings, showHome, clock }),
      environment,
      timeZone,
      opener: {
        openJoinUrl: done,
        openTeams: done,
        openOtherMeeting: done,
        openMail: done,
        openMailTo: done,
        openOutlook: done,
        openPersonalTeams: done,
        openSignInPage: async () => true,
      },
      saveDownload: done,
      clipboard,
      clock,
      newId: () => "id",
    }),
    ...createAppHandlers({
      state: () => store.read(),
      publish,
      windows: {
        showPopup: () => showPopup(true),
        hidePopup: () => showPopup(false),
        openSettings: () => undefined,
      },
      proxyLogins: createProxyLogins({ store, showPopup: () => showPopup(true) }),
      quit: () => undefined,
      forgetEverything: unused,
    }),
  };
}
