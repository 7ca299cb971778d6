import type { Clock } from "../../base/clock.ts";
import type { Store } from "../../base/store.ts";
import { meetingDefaults } from "../../contract/defaults.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import type { Meeting } from "../../contract/meeting.ts";
import type { HandOver } from "../../handover/hand-over.ts";
import { toMeeting } from "../entry.ts";
import type { Organiser } from "../fulfil.ts";
import { type History, roomIdOf, roomOf } from "../history.ts";
import type { HandOut } from "../life/hand-out.ts";
import type { Making } from "../making/making.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { askedNow, newLink } from "./new-intent.ts";

export interface RoomDependencies {
  readonly store: Pick<Store, "read">;
  readonly history: Pick<History, "entries">;
  readonly outbox: Pick<Outbox, "aimOf">;
  readonly making: Pick<Making, "begin" | "current" | "quietWork" | "open" | "noteCopied">;
  readonly handOut: Pick<HandOut, "find">;
  readonly handOver: Pick<HandOver, "copy">;
  readonly organiser: () => Result<Organiser>;
  readonly clock: Clock;
}

const noRoom = fail({ kind: "meeting-gone", trace: null } as const);

/** The link of one's own, made at the first time, and renewed where Teams has turned it off. */
export type CopyRoom = () => Promise<Result<Meeting>>;

export function createCopyRoom(dependencies: RoomDependencies): CopyRoom {
  const { store, history, outbox, making, handOut, handOver, organiser, clock } = dependencies;
  return async function copyRoom() {
    const who = organiser();
    if (!who.ok) return who;
    const { account, key: accountKey } = who.value;
    // The same on every computer of this person: Graph answers the same meeting.
    const id = roomIdOf(accountKey);
    const kept = roomOf(history.entries(), account);
    const found = kept ? await handOut.find(kept.id) : noRoom;
    if (found.ok) {
      const copied = await handOver.copy(found.value, null);
      if (!copied.ok) return copied;
      making.noteCopied(found.value.id);
      return ok(toMeeting(found.value));
    }
    // What is not there any more is made anew, under the same id.
    if (found.error.kind !== "meeting-gone") return found;
    // What was on its way may have made it.
    if (await othersAreDone(making, id)) return copyRoom();
    const asked = askedNow(meetingDefaults(store.read(), account), clock.now(), store.read());
    const naming = { id, accountKey, askedAt: clock.now() };
    // It outlives the preset it was made with.
    const intent = newLink({ ...asked, copyFormat: null }, naming, null);
    // What failed in this run is known better than what an earlier one left.
    const open = making.open(accountKey).find((each) => each.id === id);
    const mayExist = open ? open.mayExist : outbox.aimOf(id) !== null;
    return making.begin({ ...intent, mayExist }, who.value);
  };
}

/** Another press is no press for the room, nor is what nobody waits for. Answers whether there was any. */
async function othersAreDone(
  { current, quietWork }: Pick<Making, "current" | "quietWork">,
  roomId: string,
): Promise<boolean> {
  const running = current();
  const other = running?.intent.id === roomId ? undefined : running?.done;
  const work = other ?? quietWork(roomId);
  await work;
  return work !== undefined;
}
