import type { Clock } from "../../base/clock.ts";
import type { Log } from "../../base/log.ts";
import type { Result } from "../../contract/errors.ts";
import type { Meeting } from "../../contract/meeting.ts";
import { entryOf } from "../entry.ts";
import type { Organiser } from "../fulfil.ts";
import type { History } from "../history.ts";
import type { WantedLink } from "../outbox/intent.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Spare } from "../ready/spare.ts";
import type { Settling } from "../settling.ts";
import type { Card } from "./card.ts";
import type { Failures } from "./failures.ts";

export interface HandingDependencies {
  readonly outbox: Pick<Outbox, "handOver">;
  readonly history: Pick<History, "add">;
  readonly card: Card;
  readonly failures: Pick<Failures, "show">;
  readonly settling: Pick<Settling, "begin">;
  readonly clock: Clock;
  readonly log: Log;
  readonly onHistory: () => void;
}

/** A meeting made ahead, of the same id: its link is handed over at once, and Teams hears of the rest afterwards. */
export type HandSpare = (
  intent: WantedLink & { readonly graphId: string },
  spare: Spare,
  organiser: Organiser,
) => Promise<Result<Meeting>>;

export const createHandSpare =
  (dependencies: HandingDependencies): HandSpare =>
  async (intent, spare, organiser) => {
    const { outbox, history, card, failures, settling, clock, log, onHistory } = dependencies;
    const startedAt = clock.now();
    // First on disk: after a crash here the meeting still gets its subject, and is in the list.
    const written = await outbox.handOver(intent);
    if (!written.ok) return failures.show(intent, written.error, "not-created");
    const { subject, startAt, endAt, draftId } = intent;
    const made = { ...spare.made, subject, startAt, endAt };
    const entry = { ...entryOf(intent, made, organiser.account, startedAt), isSettling: true };
    const copied = await card.copy(entry);
    void history.add(entry);
    const handed = card.showMade(entry, { draftId, copied });
    log.info("link-handed-over", { milliseconds: clock.now() - startedAt });
    onHistory();
    // Begun at once, so that whoever cancels it in this moment can stop it; it waits for the disk itself.
    void settling.begin(intent, organiser);
    return handed;
  };
