import { fail, type Result } from "../contract/errors.ts";
import type { Creation } from "../contract/meeting.ts";
import type { CreationDependencies } from "./creation-run.ts";
import type { Failures } from "./outbox/failures.ts";
import { type Organiser, settleUnwanted } from "./fulfil.ts";
import { unwantedOf } from "./outbox/unwanted.ts";
import type { Wish } from "./outbox/wish.ts";

export interface EndingDependencies extends CreationDependencies {
  readonly show: (creation: Creation) => void;
  readonly failures: Failures;
}

/** What was just made, or may have been, ends again. Promised on disk, it is kept over crashes. */
export interface Ending {
  /** Of the meeting on the card. Errors: unknown-meeting, not-signed-in, invitations-sent. */
  undo(): Promise<Result<undefined>>;
  /** Of a wish that is "unwanted" on disk already. */
  again(unwanted: Wish, organiser: Organiser): Promise<Result<undefined>>;
  /** Before something else is made in its place. A failure is shown. */
  endBefore(wish: Wish, organiser: Organiser): Promise<Result<undefined>>;
}

export function createEnding(dependencies: EndingDependencies): Ending {
  const { store, handOver, wishes, history, organisers, onHistory } = dependencies;
  const { show, failures } = dependencies;

  async function settle(wish: Wish, organiser: Organiser): Promise<Result<boolean>> {
    const entry = history.find(wish.id);
    const settled = await settleUnwanted(dependencies, wish, organiser);
    onHistory();
    if (!settled.ok) return settled;
    failures.settle(wish.id);
    return { ok: true, value: entry ? await handOver.takeBack(entry) : false };
  }

  async function again(unwanted: Wish, organiser: Organiser): Promise<Result<undefined>> {
    if (store.read().creation.kind !== "ending") show({ kind: "ending", meeting: null });
    const settled = await settle(unwanted, organiser);
    // Microsoft may have ended it all the same, so the link is not shown as if it were good.
    if (!settled.ok) return failures.show(unwanted, settled.error, "not-ended");
    show({ kind: "ended", clipboardCleared: settled.value });
    return { ok: true, value: undefined };
  }

  return {
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
      show({ kind: "ending", meeting: creation.meeting });
      return again(unwanted, who);
    },
    async endBefore(wish, organiser) {
      const unwanted: Wish = { ...wish, aim: "unwanted" };
      const written = await wishes.put(unwanted);
      if (!written.ok) return failures.show(wish, written.error, "unsure");
      show({ kind: "ending", meeting: null });
      const settled = await settle(unwanted, organiser);
      if (!settled.ok) return failures.show(unwanted, settled.error, "not-ended");
      return { ok: true, value: undefined };
    },
  };
}
