import { fail, type Result } from "../../contract/errors.ts";
import type { Meeting } from "../../contract/meeting.ts";
import type { Organiser } from "../fulfil.ts";
import type { History } from "../history.ts";
import type { Making } from "../making/making.ts";
import type { Wanted } from "../outbox/intent.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { BeginNew } from "./begin-new.ts";
import { asksTheSame, continued } from "./new-intent.ts";
import type { SentDraft, SentDrafts } from "./sent-drafts.ts";

export interface SendingDependencies {
  readonly history: Pick<History, "find">;
  readonly outbox: Pick<Outbox, "letGo" | "aimOf">;
  readonly making: Pick<
    Making,
    "begin" | "current" | "quietWork" | "endBefore" | "endAtRest" | "handMade"
  >;
  readonly beginNew: BeginNew;
  readonly sentDrafts: Pick<SentDrafts, "find">;
  readonly organisers: () => readonly Organiser[];
  readonly newId: () => string;
}

/**
 * What was typed, on its way to its meeting. It is not lost to another press: it waits its turn, or is that very
 * press, sent as it is typed. Errors: not-signed-in where what was sent before is of somebody who has left; as Graph's.
 */
export type Send = (typed: Wanted, who: Organiser) => Promise<Result<Meeting>>;

type Sent = Promise<Result<Meeting>>;

export function createSending(dependencies: SendingDependencies): Send {
  const { making, sentDrafts, beginNew, history, outbox, newId } = dependencies;
  /** By draft: what is to take the place of what it was sent as before, until that is out of the way. */
  const replacing = new Map<string, { readonly typed: Wanted; readonly done: Sent }>();

  /** What is on its way: this very press, or what it has to wait for. */
  function aheadOf(typed: Wanted): { readonly isThis: boolean; readonly done: Sent } | null {
    const replaced = replacing.get(typed.draftId ?? "");
    if (replaced) return { isThis: isSamePress(replaced.typed, typed), done: replaced.done };
    const running = making.current();
    return running && { isThis: isSamePress(running.intent, typed), done: running.done };
  }

  /** Tried again by itself, it may be there in a moment. */
  const quietWork = ({ draftId }: Wanted) =>
    making.quietWork(sentDrafts.find(draftId ?? "")?.intent.id ?? "");

  async function send(typed: Wanted, who: Organiser): Sent {
    for (let ahead = aheadOf(typed); ahead; ahead = aheadOf(typed)) {
      if (ahead.isThis) return ahead.done;
      await ahead.done;
    }
    const quiet = quietWork(typed);
    if (quiet) return quiet.then(() => send(typed, who));
    const sent = sentDrafts.find(typed.draftId ?? "");
    if (!sent) return beginNew(typed, who);
    const made = history.find(sent.intent.id);
    // Somebody took it away at Microsoft, and its id with it.
    if (made?.isGone) return beginNew({ ...typed, id: newId() }, who);
    const next = changedInto(sent, typed, made !== undefined);
    if (!next) return replace(sent, typed, who);
    if (made && next.earlierStarts.length === 0) return making.handMade(made, typed.draftId);
    return making.begin(next, who);
  }

  /** Pressed twice meanwhile, one takes its place. */
  function replace(sent: SentDraft, typed: Wanted, who: Organiser): Sent {
    const draftId = typed.draftId ?? "";
    const done = (async () => {
      const cleared = await clearAway(dependencies, draftId, sent).finally(() =>
        replacing.delete(draftId),
      );
      if (!cleared.ok) return cleared;
      // Taken up once more in that moment, it is still to be reckoned with.
      if (outbox.aimOf(sent.intent.id) !== null) return send(typed, who);
      return beginNew({ ...typed, id: newId() }, who);
    })();
    replacing.set(draftId, { typed, done });
    return done;
  }

  return send;
}

const isSamePress = (one: Wanted, other: Wanted) =>
  one.draftId === other.draftId && one.accountKey === other.accountKey && asksTheSame(one, other);

/**
 * The same meeting, as it is typed now. Null for what cannot become that: of another kind or account, or with an end
 * that is coming.
 */
function changedInto({ intent, end }: SentDraft, typed: Wanted, isMade: boolean): Wanted | null {
  if (end !== "none" || intent.accountKey !== typed.accountKey) return null;
  return continued(intent, { ...typed, mayExist: intent.mayExist || isMade });
}

async function clearAway(
  { history, outbox, making, organisers, sentDrafts }: SendingDependencies,
  draftId: string,
  sent: SentDraft,
): Promise<Result<undefined>> {
  // Its end may be on its way already: begun again, it would make what it looks for.
  await making.endAtRest(sent.intent.id);
  const { intent, end } = sentDrafts.find(draftId) ?? sent;
  const mayExist = end === "coming" || (end === "none" && intent.mayExist);
  if (!mayExist && history.find(intent.id) === undefined) return outbox.letGo(intent.id);
  const owner = organisers().find(({ key }) => key === intent.accountKey);
  return owner ? making.endBefore(intent, owner) : fail({ kind: "not-signed-in" });
}
