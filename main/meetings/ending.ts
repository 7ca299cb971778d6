import { fail, ok, type Result } from "../contract/errors.ts";
import type { Creation, Meeting } from "../contract/meeting.ts";
import type { CreationDependencies } from "./creation-run.ts";
import type { Organiser } from "./fulfil.ts";
import type { Failures } from "./outbox/failures.ts";
import { unwantedOf } from "./outbox/unwanted.ts";
import type { Wish } from "./outbox/wish.ts";

export interface EndingDependencies extends CreationDependencies {
  readonly show: (creation: Creation) => void;
  readonly failures: Failures;
  /** Settled when nothing is on its way that makes something of this wish. */
  readonly atRest: (wishId: string) => Promise<void>;
}

/** What was just made, or may have been, ends again. Promised on disk, it is kept over crashes. */
export interface Ending {
  /** Of the meeting on the card. Errors: unknown-meeting, not-signed-in, invitations-sent. */
  undo(): Promise<Result<undefined>>;
  /** While the end of this wish is on its way, and on the card. */
  showEnding(wishId: string, meeting: Meeting | null): void;
  isShown(wishId: string): boolean;
  /** Of a wish that is "unwanted" on disk already. */
  again(unwanted: Wish, organiser: Organiser): Promise<Result<undefined>>;
  /** Before something else is made in its place. A failure is shown. */
  endBefore(wish: Wish, organiser: Organiser): Promise<Result<undefined>>;
}

export function createEnding(dependencies: EndingDependencies): Ending {
  const { store, handOver, wishes, history, organisers, onHistory, sentDrafts } = dependencies;
  const { show, failures, ends, atRest } = dependencies;
  /** Whose end is on the card; what is shown in its place meanwhile stays. */
  let shownEnd: string | null = null;

  function showEnding(wishId: string, meeting: Meeting | null): void {
    shownEnd = wishId;
    show({ kind: "ending", meeting });
  }

  const isShown = (wishId: string) =>
    store.read().creation.kind === "ending" && shownEnd === wishId;

  async function settle(wish: Wish, organiser: Organiser): Promise<Result<boolean>> {
    // What is just being made of it can only be ended then.
    await atRest(wish.id);
    // Asked for once more meanwhile, under the same id: it is wanted again.
    if (!wishes.isUnwanted(wish.id)) return ok(false);
    const entry = history.find(wish.id);
    const settled = await ends.end(wish, organiser);
    onHistory();
    if (!settled.ok) return settled;
    failures.settle(wish.id);
    sentDrafts.noteEnd(wish.id, "gone");
    return { ok: true, value: entry ? await handOver.takeBack(entry) : false };
  }

  async function again(unwanted: Wish, organiser: Organiser): Promise<Result<undefined>> {
    if (!isShown(unwanted.id)) showEnding(unwanted.id, null);
    const settled = await settle(unwanted, organiser);
    // Something else was asked for meanwhile. What is not ended yet is looked after in the background.
    if (!isShown(unwanted.id)) return settled.ok ? ok(undefined) : settled;
    // Microsoft may have ended it all the same, so the link is not shown as if it were good.
    if (!settled.ok) return failures.show(unwanted, settled.error, "not-ended");
    show({ kind: "ended", clipboardCleared: settled.value });
    return ok(undefined);
  }

  return {
    showEnding,
    isShown,
    again,
    async undo() {
      const { creation } = store.read();
      if (creation.kind !== "created") return fail({ kind: "unknown-meeting" });
      const entry = history.find(creation.meeting.id);
      if (!entry) return fail({ kind: "unknown-meeting" });
      if (entry.inviteeCount > 0) return fail({ kind: "invitations-sent" });
      // Whoever made it ends it, whoever is chosen now.
      const who = organisers().find(({ account }) => account.id === entry.organiserId);
      if (!who) return fail({ kind: "not-signed-in" });
      await dependencies.settling.stop(entry.id);
      const unwanted = unwantedOf(entry, who.key);
      const written = await wishes.put(unwanted);
      if (!written.ok) return written;
      sentDrafts.noteEnd(entry.id, "coming");
      showEnding(entry.id, creation.meeting);
      return again(unwanted, who);
    },
    async endBefore(wish, organiser) {
      const unwanted: Wish = { ...wish, aim: "unwanted" };
      const written = await wishes.put(unwanted);
      if (!written.ok) return failures.show(wish, written.error, "unsure");
      sentDrafts.noteEnd(wish.id, "coming");
      showEnding(wish.id, null);
      const settled = await settle(unwanted, organiser);
      if (!settled.ok) return failures.show(unwanted, settled.error, "not-ended");
      return ok(undefined);
    },
  };
}
