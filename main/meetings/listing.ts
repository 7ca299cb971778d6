import type { Store } from "../base/store.ts";
import type { Result } from "../contract/errors.ts";
import type { Creation, Leaving, Meeting } from "../contract/meeting.ts";
import type { Answer, Input } from "../contract/requests/vocabulary.ts";
import type { AppState } from "../contract/state.ts";
import { isUnguarded, toMeeting } from "./entry.ts";
import type { Organiser } from "./fulfil.ts";
import { type History, type HistoryEntry, isRoom, roomOf } from "./history.ts";
import { firstPage, listPage } from "./list-page.ts";
import type { Outbox } from "./outbox/outbox.ts";

export interface ListingDependencies {
  readonly store: Store;
  readonly history: Pick<History, "entries" | "find">;
  readonly outbox: Pick<Outbox, "leaving">;
  readonly organiser: () => Result<Organiser>;
  readonly isReady: (accountKey: string) => boolean;
}

/** The list of meetings as windows have it. */
export interface Listing {
  /** Draws what of it is in the state, and what the card says of one of them. */
  readonly show: () => void;
  readonly page: (asked: Input<"listMeetings">) => Answer<"listMeetings">;
}

export function createListing(dependencies: ListingDependencies): Listing {
  const { store, history, outbox, organiser, isReady } = dependencies;
  let shown: readonly HistoryEntry[] = [];
  let meetings: readonly Meeting[] = [];
  let listVersion = 0;

  function take(): void {
    const entries = history.entries();
    if (entries === shown) return;
    shown = entries;
    meetings = entries.filter((entry) => !isRoom(entry)).map(toMeeting);
    listVersion += 1;
  }

  return {
    show() {
      const who = organiser();
      take();
      const room = who.ok ? roomOf(shown, who.value.account) : undefined;
      const leaving = outbox.leaving();
      store.update((state) => ({
        ...state,
        creation: asListed(state.creation, history),
        recent: meetings.slice(0, firstPage),
        listed: meetings.length,
        listVersion,
        detailed: detailedOf(state, history),
        room: room ? toMeeting(room) : null,
        linkReady: who.ok && isReady(who.value.key),
        leaving: shown.flatMap(({ id }) => (leaving.has(id) ? [leavingOf(state, id)] : [])),
      }));
    },
    page(asked) {
      take();
      return listPage(meetings, asked, store.read().locale);
    },
  };
}

function detailedOf({ detailsOf }: AppState, history: Pick<History, "find">): Meeting | null {
  const entry = detailsOf === null ? undefined : history.find(detailsOf);
  return entry ? toMeeting(entry) : null;
}

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
