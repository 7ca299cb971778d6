import type { Clock } from "../../base/clock.ts";
import type { SealedRecord } from "../../base/vault.ts";
import { isSameOptions, type MeetingOptions } from "../../contract/meeting-options.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { readSpares, type Spare, writeSpares } from "./spare.ts";

export interface ShelfDependencies {
  readonly record: Pick<SealedRecord, "load" | "save">;
  readonly outbox: Pick<Outbox, "aimOf">;
  readonly language: () => string;
  readonly clock: Clock;
  readonly onChange: () => void;
}

/** The links that are ready, one an account. The outbox is the promise; this only saves asking for the link again. */
export interface Shelf {
  readonly load: () => Promise<void>;
  readonly find: (accountKey: string) => Spare | null;
  readonly put: (spare: Spare) => void;
  readonly clear: (accountKey: string) => void;
  /** Null where none is ready with these very options. */
  readonly take: (accountKey: string, options: MeetingOptions) => Spare | null;
  readonly giveBack: (spare: Spare) => void;
  /** Handed to a press in this run: what the disk still says of it is old. */
  readonly isTaken: (id: string) => boolean;
}

/** Beyond this nobody knows whether Teams still has the meeting. */
const trustedMilliseconds = 30 * 24 * 3_600_000;

export function createShelf({
  record,
  outbox,
  language,
  clock,
  onChange,
}: ShelfDependencies): Shelf {
  const spares = new Map<string, Spare>();
  const taken = new Set<string>();

  function save(): void {
    onChange();
    void record.save(writeSpares([...spares.values()]));
  }

  function put(spare: Spare): void {
    spares.set(spare.accountKey, spare);
    save();
  }

  return {
    async load() {
      const text = await record.load();
      if (!text.ok || text.value === null) return;
      for (const spare of readSpares(text.value))
        // Taken just before a crash, or of no use any more: its intent is no spare then.
        if (outbox.aimOf(spare.id) === "spare") spares.set(spare.accountKey, spare);
      onChange();
    },
    find: (accountKey) => spares.get(accountKey) ?? null,
    put,
    clear(accountKey) {
      spares.delete(accountKey);
      save();
    },
    take(accountKey, options) {
      const spare = spares.get(accountKey);
      const isFresh = spare && clock.now() - spare.renewedAt < trustedMilliseconds;
      if (!spare || !isFresh || !isSameOptions(spare.options, options)) return null;
      // Nothing more before the link is out: what is kept of it on disk no longer counts once it is handed over.
      taken.add(spare.id);
      spares.delete(accountKey);
      // Ours is in the right language at once; Microsoft's comes with the answer to the subject.
      const made = { ...spare.made, invitation: null };
      return spare.language === language() ? spare : { ...spare, made };
    },
    giveBack(spare) {
      taken.delete(spare.id);
      put(spare);
    },
    isTaken: (id) => taken.has(id),
  };
}
