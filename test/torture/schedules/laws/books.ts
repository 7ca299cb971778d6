import type { ScheduleDraft } from "../../../../main/contract/drafts.ts";
import type { SimulatedGraph } from "../graph/simulated-graph.ts";

/** What a draft of the form was sent as. */
export interface Sent {
  readonly draft: ScheduleDraft;
  /** Epoch milliseconds. */
  readonly startAt: number;
  readonly endAt: number;
}

/** What a person did and was told, and what must therefore be there in the end. */
export interface Books {
  /** Ids whose meeting must exist and be in the list. */
  readonly wanted: Set<string>;
  /** Ids whose meeting must not exist. */
  readonly unwanted: Set<string>;
  /** Ids that the person was told nothing came of. */
  readonly denied: Set<string>;
  /** Ids of which the last word was that there is none, or none any more. */
  readonly saidGone: Set<string>;
  /** Of these the card was closed: nobody waits for them, and nothing shall come of them. */
  readonly closed: Set<string>;
  /** The person takes these back at this moment. */
  readonly cancelling: Set<string>;
  /** And asked for these once more since they began to. */
  readonly askedAgain: Set<string>;
  /** Nothing was made of these yet, and they were said to be tried again by themselves. */
  readonly promised: Set<string>;
  /** Out of the list because the person wanted so; the link goes on working. */
  readonly forgotten: Set<string>;
  /** Those that are calendar events. */
  readonly events: Set<string>;
  /** Changed in the list: no longer what the form sent. */
  readonly changed: Set<string>;
  /** A change in the list is on its way. */
  readonly changing: Set<string>;
  /** What each draft of the form was last sent as. */
  readonly sent: Map<string, Sent>;
  /** The draft that an intent came from. */
  readonly draftOf: Map<string, string>;
  /** Those whose meeting was said to be made of what the draft was last sent as. */
  readonly madeOf: Map<string, Sent>;
  /** Every link that was on the screen or on the clipboard. */
  readonly seenLinks: Set<string>;
  /** Those of them that still let people in, as a card said. */
  readonly toldOpen: Set<string>;
}

export const emptyBooks = (): Books => ({
  wanted: new Set(),
  unwanted: new Set(),
  denied: new Set(),
  saidGone: new Set(),
  closed: new Set(),
  cancelling: new Set(),
  askedAgain: new Set(),
  promised: new Set(),
  forgotten: new Set(),
  events: new Set(),
  changed: new Set(),
  changing: new Set(),
  sent: new Map(),
  draftOf: new Map(),
  madeOf: new Map(),
  seenLinks: new Set(),
  toldOpen: new Set(),
});

/** A room's next meeting has its id, and another link: of the last one's all was said already. */
export function noteLeftOpen(
  books: Books,
  graph: Pick<SimulatedGraph, "letsIn">,
  id: string,
): void {
  for (const link of books.seenLinks)
    if (graph.letsIn(id, new Set([link]))) books.toldOpen.add(link);
}

export const untoldLinks = ({ seenLinks, toldOpen }: Books): ReadonlySet<string> =>
  new Set([...seenLinks].filter((link) => !toldOpen.has(link)));

export function expect(books: Books, id: string, aim: "wanted" | "unwanted" | "either"): void {
  books.wanted.delete(id);
  books.unwanted.delete(id);
  if (aim !== "either") books[aim].add(id);
}

/** The intent file is the promise: what it says when the power goes is what must come true. */
export function noteWhatTheDiskPromises(disk: Record<string, unknown>, books: Books): void {
  for (const { id, aim, kind } of intentsOn(disk)) {
    if (kind === "event") books.events.add(id);
    if (aim !== "spare" && !books.forgotten.has(id)) expect(books, id, aim);
    // Closed a moment ago, and that is not on disk yet.
    if (aim === "wanted") books.closed.delete(id);
  }
}

interface Kept {
  readonly id: string;
  readonly aim: "wanted" | "unwanted" | "spare";
  readonly kind: "link" | "event";
}

export function intentsOn(disk: Record<string, unknown>): readonly Kept[] {
  const text = JSON.stringify(disk["wishes"] ?? {});
  const read: { wishes?: Kept[] } = JSON.parse(text);
  return read.wishes ?? [];
}
