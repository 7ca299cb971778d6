import { type AppError, fail, ok, type Result } from "../../contract/errors.ts";
import { type Changed, changeEvent, type EventUpdate } from "../events/event-changes.ts";
import type { History, HistoryEntry } from "../history.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Settling } from "../settling.ts";
import { changed } from "./link-changes.ts";
import type { FindListed, Listed } from "./listed.ts";

export interface TellingDependencies {
  readonly find: FindListed;
  readonly history: Pick<History, "find" | "replace">;
  readonly outbox: Pick<Outbox, "settle">;
  readonly settling: Pick<Settling, "stop">;
  readonly isCancelled: (id: string) => boolean;
  readonly language: () => string;
  /** IANA name of the computer's zone. */
  readonly timeZone: () => string;
  readonly onHistory: () => void;
  readonly onSignInNeeded: (accountId: string, error: AppError) => void;
}

/** Asks Microsoft about a meeting of the list, and keeps what is known of it afterwards. */
export interface Telling {
  readonly tell: (
    id: string,
    ask: (listed: Listed) => Promise<Changed>,
  ) => Promise<Result<undefined>>;
  readonly update: (id: string, update: EventUpdate) => Promise<Result<undefined>>;
}

export function createTelling(dependencies: TellingDependencies): Telling {
  const { language, timeZone } = dependencies;
  const tell: Telling["tell"] = (id, ask) => askAbout(dependencies, id, ask);
  return {
    tell,
    update: (id, change) =>
      tell(id, ({ entry, organiser }) =>
        entry.kind === "event"
          ? changeEvent(entry, organiser, change, { language: language(), timeZone: timeZone() })
          : changeLink({ entry, organiser }, change, language()),
      ),
  };
}

async function askAbout(
  { find, history, outbox, settling, isCancelled, onHistory, onSignInNeeded }: TellingDependencies,
  id: string,
  ask: (listed: Listed) => Promise<Changed>,
): Promise<Result<undefined>> {
  const found = find(id);
  if (!found.ok) return found;
  if (isCancelled(id)) return fail({ kind: "being-cancelled" });
  const { entry, organiser } = found.value;
  // Its subject and times may still be on their way; theirs come first.
  await settling.stop(id);
  const { error, apply } = await ask({ entry, organiser });
  const known = history.find(id);
  if (!known) return fail({ kind: "unknown-meeting" });
  if (error?.kind === "sign-in-again") onSignInNeeded(organiser.account.id, error);
  const left = error?.kind === "meeting-gone" ? { ...known, isGone: true } : apply(known);
  const saved = error !== null && left === known ? ok(undefined) : await keep(left);
  return error === null ? saved : fail(error);

  async function keep(next: HistoryEntry): Promise<Result<undefined>> {
    const save = () => history.replace(next);
    // Whatever was still to be told to Teams is told now.
    const kept = await (next.isSettling ? save() : outbox.settle(id, save));
    onHistory();
    return kept;
  }
}

async function changeLink(
  { entry, organiser }: Listed,
  { event: _event, ...change }: EventUpdate,
  language: string,
): Promise<Changed> {
  // What a crash left unsaid goes along: a later settling would undo this change.
  const { graphId, subject, startAt, endAt } = entry;
  const unsaid = entry.isSettling ? { subject, times: { startAt, endAt } } : {};
  const call = { language };
  const answer = await organiser.online.update(graphId ?? "", { ...unsaid, ...change }, call);
  return changed(answer, change.options);
}
