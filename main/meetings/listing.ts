import type { Store } from "../base/store.ts";
import type { Result } from "../contract/errors.ts";
import type { Creation, Leaving } from "../contract/meeting.ts";
import type { AppState } from "../contract/state.ts";
import { isUnguarded, toMeeting } from "./entry.ts";
import type { Organiser } from "./fulfil.ts";
import { type History, isRoom, roomOf } from "./history.ts";
import type { Outbox } from "./outbox/outbox.ts";

export interface ListingDependencies {
  readonly store: Store;
  readonly history: Pick<History, "entries" | "find">;
  readonly outbox: Pick<Outbox, "leaving">;
  readonly organiser: () => Result<Organiser>;
  readonly isReady: (accountKey: string) => boolean;
}

/** Draws the list of meetings, and what the card says of one of them. */
export const createListing =
  ({ store, history, outbox, organiser, isReady }: ListingDependencies): (() => void) =>
  () => {
    const who = organiser();
    const entries = history.entries();
    const room = who.ok ? roomOf(entries, who.value.account) : undefined;
    const leaving = outbox.leaving();
    store.update((state) => ({
      ...state,
      creation: asListed(state.creation, history),
      recent: sameOr(state.recent, entries.filter((entry) => !isRoom(entry)).map(toMeeting)),
      room: room ? toMeeting(room) : null,
      linkReady: who.ok && isReady(who.value.key),
      leaving: entries.flatMap(({ id }) => (leaving.has(id) ? [leavingOf(state, id)] : [])),
    }));
  };

/** A list of the very same entries is no news. */
const sameOr = <Entry>(before: readonly Entry[], now: readonly Entry[]): readonly Entry[] =>
  before.length === now.length && now.every((entry, index) => entry === before[index])
    ? before
    : now;

/** What an earlier run left to end, or what is undone on the card, cannot be taken back in the list. */
const leavingOf = ({ leaving }: AppState, id: string): Leaving =>
  leaving.find((one) => one.id === id) ?? { id, endsAt: 0 };

/** The card says what the list says; gone from there, or its organiser signed out, it is gone. */
function asListed(creation: Creation, history: Pick<History, "find">): Creation {
  if (creation.kind !== "created" && creation.kind !== "repeat") return creation;
  const entry = history.find(creation.meeting.id);
  if (!entry) return { kind: "idle" };
  // The same object is no news: nobody is told of it again.
  if (creation.kind === "repeat") return creation;
  const meeting = toMeeting(entry);
  const unset = entry.optionsFailed ? creation.unset : null;
  return { ...creation, meeting, unset, isHeld: creation.isHeld && isUnguarded(entry) };
}
