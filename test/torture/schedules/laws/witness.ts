import type { Result } from "../../../../main/contract/errors.ts";
import type { Creation, Meeting } from "../../../../main/contract/meeting.ts";
import type { AppState } from "../../../../main/contract/state.ts";
import type { Meetings } from "../../../../main/meetings/meetings.ts";
import type { World } from "../desk/world.ts";
import { type Books, expect, noteLeftOpen, type Sent, untoldLinks } from "./books.ts";
import { differsFromSent } from "./content.ts";
import type { Count } from "./count.ts";
import { describe } from "./describe.ts";
import { listenTo } from "./listen.ts";
import { intentOf, isNews, isSaidElsewhere, isUnderway, silent } from "./said.ts";
import { falseSentences } from "./sentences.ts";

/** What somebody is doing at the moment. "press" may end in a copy, "copy" is one, "end" takes one back. */
export type Doing = "press" | "copy" | "end" | "other";

/** Sees what is said and done in one life of the app, and holds it against what is at Microsoft. */
export interface Witness {
  onState(state: AppState): void;
  onCopy(text: string): void;
  listen(meetings: Meetings): Meetings;
  /** Around whatever the person does. */
  during<Value>(doing: Doing, act: () => Promise<Value>): Promise<Value>;
  /** What the person is doing now. */
  isBusy(): boolean;
}

export interface WitnessDependencies {
  readonly world: World;
  readonly books: Books;
  readonly count: Count;
  /** Ids of what an earlier run left on its disk. */
  readonly leftOver: ReadonlySet<string>;
  /** What a dead app thinks is nobody's business. */
  readonly isCut: () => boolean;
  readonly clipboard: () => string;
}

export function createWitness(dependencies: WitnessDependencies): Witness {
  const { world, books, count, leftOver, isCut, clipboard } = dependencies;
  let shown: Creation = { kind: "idle" };
  /** The intent that the card is about; an end does not name it. */
  let intentId = "";
  const doing = { press: 0, copy: 0, end: 0, other: 0 };
  let begun = 0;
  /** How often something was cancelled. */
  let ends = 0;
  let clipboardBefore = clipboard();
  /** The ids of those that are crossed out in the list. */
  let crossed: readonly string[] = [];
  /** What was copied last, by whomever. */
  let copiedLast = clipboardBefore;
  /** The person put something else there since. */
  let hasCopied = false;

  const kindOf = (id: string): Meeting["kind"] => (books.events.has(id) ? "event" : "link");

  function onState(state: AppState): void {
    if (isCut()) return;
    lookAtLinks(state);
    lookAtList(state);
    const { creation } = state;
    if (creation === shown) return;
    const before = shown;
    shown = creation;
    intentId = intentOf(creation) ?? intentId;
    // What was tried while nobody waited is told later: it is about what the clipboard holds by then.
    const isTold = creation.kind === "failed" && before.kind === "idle" && doing.press === 0;
    if (isTold || (isUnderway(creation) && !isUnderway(before))) beginRun();
    world.tell(() => `  ${describe(creation)}`);
    if (!isNews(before, creation)) return;
    note(creation);
    judge(state);
    if (creation.kind === "ended" && !creation.isShut) noteLeftOpen(books, world.graph, intentId);
  }

  function judge(state: AppState): void {
    const clipboardNow = { now: clipboard(), before: clipboardBefore, isTheirs: hasCopied };
    const known = { isLeftOver: leftOver.has(intentId), seenLinks: untoldLinks(books) };
    const moment = { world, state, clipboard: clipboardNow, intentId, ...known };
    for (const sentence of falseSentences(moment))
      count.add("falseSentences", `“${sentence}” of ${intentId} (${describe(state.creation)})`);
  }

  /** Nobody gets in by it any more, so that it may be taken away whatever is shown. */
  const isDead = (text: string) =>
    [...world.graph.meetings.existing.values()].every(
      ({ body }) => !text.includes(String(body["joinWebUrl"])),
    );

  function lookAtLinks({ creation, recent }: AppState): void {
    const shownNow = "meeting" in creation && creation.meeting ? [creation.meeting] : [];
    for (const { joinUrl } of [...recent, ...shownNow]) if (joinUrl) books.seenLinks.add(joinUrl);
    for (const [link] of clipboard().matchAll(/https:[^\s)"<]+/gu)) books.seenLinks.add(link);
  }

  /** Crossed out and then gone from the list, it is as good as said to be cancelled, where no card says more. */
  function lookAtList({ recent, leaving, creation }: AppState): void {
    const here = new Set([...leaving, ...recent].map(({ id }) => id));
    const isAlone = creation.kind === "idle";
    for (const id of crossed)
      if (
        isAlone &&
        !here.has(id) &&
        !books.forgotten.has(id) &&
        world.graph.letsIn(id, untoldLinks(books))
      )
        count.add("falseSentences", `${id} is off the list, and strangers get in`);
    crossed = leaving.map(({ id }) => id);
  }

  function beginRun(): void {
    clipboardBefore = clipboard();
    hasCopied = doing.copy > 0;
  }

  function note(creation: Creation): void {
    if ("draftId" in creation && creation.draftId !== null) {
      // A link that was ready is made without a beginning.
      const isBegun = creation.kind === "creating" || !books.draftOf.has(intentId);
      noteDraft(creation.draftId, isBegun);
    }
    switch (creation.kind) {
      case "creating":
        return noteBeginning(creation.intentId);
      case "created":
        return noteMade(creation);
      case "failed":
        if (creation.meetingKind === "event") books.events.add(intentId);
        // Of a change it says that the meeting is there, as it was or as it is asked for.
        if (creation.outcome === "unsure" || creation.outcome === "unsure-change") return undefined;
        if (creation.outcome === "not-ended") return expect(books, intentId, "unwanted");
        // It is said to be tried again by itself, so that it must be there in the end.
        if (creation.error.kind === "throttled") return promise(intentId);
        expect(books, intentId, "either");
        return deny(intentId);
      case "ended":
        count.endings += 1;
        books.saidGone.add(intentId);
        return expect(books, intentId, "unwanted");
      default:
        return undefined;
    }
  }

  /** Sent as something else, what was promised before gives way to it, and what was made ends first. */
  function noteDraft(draftId: string, isBegun: boolean): void {
    books.draftOf.set(intentId, draftId);
    for (const [id, other] of books.draftOf) {
      if (id === intentId || other !== draftId) continue;
      if (books.promised.delete(id)) expect(books, id, "either");
      else if (isBegun && books.wanted.has(id)) expect(books, id, "unwanted");
    }
  }

  function promise(id: string): void {
    // Cancelled in this very moment, it is not wanted any more.
    if (books.cancelling.has(id)) return expect(books, id, "either");
    expect(books, id, "wanted");
    books.promised.add(id);
  }

  function deny(id: string): void {
    books.promised.delete(id);
    books.denied.add(id);
    books.saidGone.add(id);
  }

  function noteBeginning(id: string): void {
    books.denied.delete(id);
    books.saidGone.delete(id);
    const isAsked = doing.press + doing.copy > 0;
    // Asked for once more, what was to end may come after all.
    if (isAsked && books.unwanted.has(id)) expect(books, id, "either");
    if (isAsked) books.askedAgain.add(id);
    if (books.closed.delete(id) && !isAsked)
      count.add("revived", `${id} was closed at “No meeting was created”`);
  }

  function noteMade({ meeting, draftId }: Creation & { kind: "created" }): void {
    if (meeting.kind === "event") books.events.add(meeting.id);
    books.denied.delete(meeting.id);
    books.saidGone.delete(meeting.id);
    books.forgotten.delete(meeting.id);
    if (books.closed.delete(meeting.id) && doing.press === 0) count.add("revived", meeting.id);
    expect(books, meeting.id, books.cancelling.has(meeting.id) ? "either" : "wanted");
    const sent = books.sent.get(draftId ?? "");
    // What is being sent at the moment may be another version: its answer says when that one is there.
    if (sent && doing.press === 0) noteAsSent(meeting, sent);
  }

  /** The person is told that what they sent is made. */
  function noteAsSent(meeting: Meeting, sent: Sent): void {
    books.madeOf.set(meeting.id, sent);
    if (meeting.isSettling || books.changed.has(meeting.id)) return;
    const others = differsFromSent(world.graph, meeting.id, sent);
    if (others.length > 0) count.of("stale", meeting.kind, `${meeting.id}: ${others.join(", ")}`);
  }

  async function during<Value>(what: Doing, act: () => Promise<Value>): Promise<Value> {
    if (doing.press === 0) beginRun();
    doing[what] += 1;
    begun += 1;
    try {
      return await act();
    } finally {
      doing[what] -= 1;
    }
  }

  /** A press whose answer is no has to be on the screen, where nobody did anything else meanwhile. */
  async function pressed<Value>(press: () => Promise<Result<Value>>): Promise<Result<Value>> {
    const acts = begun;
    const endsBefore = ends;
    const result = await press();
    if (!isCut() && !result.ok && result.error.kind === "cancelled" && ends === endsBefore)
      count.of("silentLosses", kindOf(intentId), `cancelled by nobody on ${describe(shown)}`);
    if (isCut() || result.ok || begun !== acts || isSaidElsewhere(result)) return result;
    if (silent.has(shown.kind))
      count.of("silentLosses", kindOf(intentId), `${result.error.kind} on ${describe(shown)}`);
    return result;
  }

  return {
    onState,
    onCopy(text) {
      if (isCut()) return;
      const isTheirs = doing.copy > 0 || (doing.end > 0 && text === "");
      hasCopied ||= isTheirs;
      if (isTheirs) clipboardBefore = text;
      const isAwaited = shown.kind === "creating" || (text === "" && isDead(copiedLast));
      copiedLast = text;
      if (doing.press + doing.copy + doing.end === 0 && !isAwaited)
        count.add("unaskedCopies", `${text} on ${describe(shown)}`);
    },
    listen: (meetings) =>
      listenTo(meetings, {
        world,
        books,
        isCut,
        pressed,
        onCancel: () => void (ends += 1),
        noteAsSent,
        shown: () => shown,
        intentId: () => intentId,
      }),
    during,
    isBusy: () => doing.press + doing.copy + doing.end + doing.other > 0,
  };
}
