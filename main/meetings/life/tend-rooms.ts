import type { Clock } from "../../base/clock.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import type { Changes } from "../changes/changes.ts";
import type { Organiser } from "../fulfil.ts";
import { type History, type HistoryEntry, isRoom, roomOf } from "../history.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { createPauses } from "../ready/pauses.ts";
import { expiryOf } from "./expiry.ts";

export interface TendRoomsDependencies {
  readonly history: Pick<History, "entries" | "find">;
  readonly outbox: Pick<Outbox, "aimOf">;
  readonly changes: Pick<Changes, "renew" | "refresh">;
  readonly organisers: () => readonly Organiser[];
  readonly clock: Clock;
  /** 0 to 1. */
  readonly random: () => number;
}

/** Answers the room with its new life. Errors: meeting-gone where it cannot be had back; as Graph's. */
export type RenewRoom = (room: HistoryEntry) => Promise<Result<HistoryEntry>>;

/** The rooms of those who are signed in: a link that is meant to stay is kept alive. */
export interface TendRooms {
  readonly renew: RenewRoom;
  /** Renews what has less than half of its life left, and once a day looks whether it is still there. */
  readonly tend: () => Promise<void>;
  /** What failed before may well work now. */
  readonly wake: () => void;
}

const day = 24 * 3_600_000;
/** Half of what Microsoft gives a link: a computer that sleeps for a month wakes in time. */
const aheadMilliseconds = 30 * day;

export function createTendRooms(dependencies: TendRoomsDependencies): TendRooms {
  const { history, outbox, changes, organisers, clock, random } = dependencies;
  const pauses = createPauses(clock, random);
  /** By account: when it was last seen at Microsoft, epoch milliseconds. */
  const seen = new Map<string, number>();
  let round: Promise<void> | null = null;

  async function renew({ id }: HistoryEntry): Promise<Result<HistoryEntry>> {
    const renewed = await changes.renew(id);
    if (!renewed.ok) return renewed;
    const entry = history.find(id);
    const expiry = entry ? expiryOf(entry) : null;
    const isAlive = entry && (expiry === null || expiry > clock.now());
    return isAlive ? ok(entry) : fail({ kind: "meeting-gone", trace: null });
  }

  async function tendOne({ key, account }: Organiser): Promise<void> {
    const room = roomOf(history.entries(), account);
    if (!room || !isRoom(room) || room.isGone || outbox.aimOf(room.id) !== null) return;
    const expiry = expiryOf(room);
    const isDue = expiry !== null && expiry - clock.now() < aheadMilliseconds;
    const isLong = clock.now() - (seen.get(key) ?? 0) >= day;
    if (!isDue && !isLong) return;
    const done = isDue ? await renew(room) : await changes.refresh(room.id);
    if (done.ok) seen.set(key, clock.now());
    else if (done.error.kind !== "meeting-gone") pauses.begin(key, done.error);
  }

  async function tendAll(): Promise<void> {
    for (const organiser of organisers())
      if (pauses.isOver(organiser.key)) await tendOne(organiser);
  }

  return {
    renew,
    async tend() {
      round ??= pauses.throughWakes(tendAll).finally(() => {
        round = null;
      });
      await round;
    },
    wake: pauses.wake,
  };
}
