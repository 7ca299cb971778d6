import type { Meeting } from "../../../main/contract/meeting.ts";
import type { AppState } from "../../../main/contract/state.ts";

/** What a person did, and what must therefore be there in the end. */
export interface Books {
  /** Ids whose meeting must exist and be in the list. */
  readonly wanted: Set<string>;
  /** Ids whose meeting must not exist. */
  readonly unwanted: Set<string>;
  /** Ids that the person was told nothing came of. */
  readonly denied: Set<string>;
  /** Those that are calendar events. */
  readonly events: Set<string>;
}

export const emptyBooks = (): Books => ({
  wanted: new Set(),
  unwanted: new Set(),
  denied: new Set(),
  events: new Set(),
});

export function expect(books: Books, id: string, aim: "wanted" | "unwanted" | "either"): void {
  books.wanted.delete(id);
  books.unwanted.delete(id);
  if (aim !== "either") books[aim].add(id);
}

/** The wish file is the promise: what it says when the power goes is what must come true. */
export function noteWhatTheDiskPromises(disk: Record<string, unknown>, books: Books): void {
  for (const { id, aim, kind } of wishesOn(disk)) {
    if (kind === "event") books.events.add(id);
    if (aim !== "spare") expect(books, id, aim);
  }
}

/** A person who is told that nothing was made may well ask for another, until they are told otherwise. */
export function noteWhatIsSaid({ creation }: AppState, books: Books): void {
  switch (creation.kind) {
    case "creating":
      books.denied.delete(creation.wishId);
      break;
    case "failed":
      if (creation.wishId === null || creation.outcome === "unsure") break;
      expect(books, creation.wishId, "either");
      books.denied.add(creation.wishId);
      break;
    default:
  }
}

interface Kept {
  readonly id: string;
  readonly aim: "wanted" | "unwanted" | "spare";
  readonly kind: Meeting["kind"];
}

export function wishesOn(disk: Record<string, unknown>): readonly Kept[] {
  const text = JSON.stringify(disk["wishes"] ?? {});
  const read: { wishes?: Kept[] } = JSON.parse(text);
  return read.wishes ?? [];
}
