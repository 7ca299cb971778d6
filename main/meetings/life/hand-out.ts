import type { Clock } from "../../base/clock.ts";
import { type AppError, fail, ok, type Result } from "../../contract/errors.ts";
import { isGood, lifeOf, type LinkLife } from "../../contract/offers/link-life.ts";
import { type History, type HistoryEntry, isRoom } from "../history.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { expiryOf } from "./expiry.ts";
import type { RenewRoom } from "./tend-rooms.ts";

export interface HandOutDependencies {
  readonly history: Pick<History, "find" | "entries">;
  readonly outbox: Pick<Outbox, "aimOf" | "leaving">;
  readonly renewRoom: RenewRoom;
  readonly clock: Clock;
}

/** The one rule for every door, and for copying, opening, mailing and saving alike: nobody gets a dead link without a word. */
export interface HandOut {
  /** Errors: unknown-meeting, link-expired, meeting-gone, being-cancelled; of an expired room those of its renewal. */
  readonly find: (id: string) => Promise<Result<HistoryEntry>>;
  /** The newest that can be handed out, and is no room. */
  readonly latest: () => HistoryEntry | null;
}

export function createHandOut(dependencies: HandOutDependencies): HandOut {
  const { history, outbox, renewRoom, clock } = dependencies;
  const lifeNow = (entry: HistoryEntry, isLeaving: boolean) =>
    lifeOf({ ...entry, expiresAt: expiryOf(entry) }, { isLeaving, now: clock.now() });
  return {
    async find(id) {
      const entry = history.find(id);
      if (!entry) return fail({ kind: "unknown-meeting" });
      const life = lifeNow(entry, outbox.aimOf(id) === "leaving");
      if (isGood(life)) return ok(entry);
      return life === "expired" && isRoom(entry) ? renewRoom(entry) : fail(refusalOf(life));
    },
    latest() {
      const leaving = outbox.leaving();
      return (
        history
          .entries()
          .find((entry) => !isRoom(entry) && isGood(lifeNow(entry, leaving.has(entry.id)))) ?? null
      );
    },
  };
}

function refusalOf(life: LinkLife): AppError {
  if (life === "leaving") return { kind: "being-cancelled" };
  return life === "expired" ? { kind: "link-expired" } : { kind: "meeting-gone", trace: null };
}
