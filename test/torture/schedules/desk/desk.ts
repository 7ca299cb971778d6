import type { AppState } from "../../../../main/contract/state.ts";
import { createThrottleGates } from "../../../../main/graph/throttle-gate.ts";
import { createHandOver } from "../../../../main/handover/hand-over.ts";
import { invitationLocale } from "../../../../main/handover/invitation-wording.ts";
import { initialState } from "../../../../main/shell/initial-state.ts";
import { createMeetings, type Meetings } from "../../../../main/meetings/meetings.ts";
import { createOutbox } from "../../../../main/meetings/outbox/outbox.ts";
import type { Network } from "../../../../main/base/network.ts";
import { createOrganisers } from "../../../../main/shell/organisers.ts";
import { defaultSettings } from "../../../../main/contract/settings.ts";
import { createStore } from "../../../../main/base/store.ts";
import { environment } from "../../../fakes/environment.ts";
import { memoryFile, openHistoryIn, scrambling, sealedIn } from "../../../fakes/memory-disk.ts";
import { accountKey, openSession } from "./people.ts";
import type { SimulatedClipboard } from "./simulated-clipboard.ts";
import type { World } from "./world.ts";
import { descriptor, openDoors, silent, words } from "./doors.ts";

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
    // Without a keyring the list goes with its run, by design; what the books hold is all the rest.
    history: openHistoryIn(disk, scrambling("sealed"), {
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
