import type { Clock } from "../../base/clock.ts";
import type { Log } from "../../base/log.ts";
import type { MeetingDefaults } from "../../contract/defaults.ts";
import { ok } from "../../contract/errors.ts";
import type { MeetingOptions } from "../../contract/meeting-options.ts";
import type { Account } from "../../contract/state.ts";
import type { OnlineMeeting } from "../../graph/meeting-answer.ts";
import type { Organiser } from "../fulfil.ts";
import { createWithOptions } from "../make-link.ts";
import type { Ends } from "../outbox/ends.ts";
import type { SpareLink } from "../outbox/intent.ts";
import { leavingOf } from "../outbox/leaving.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Pauses } from "./pauses.ts";
import type { Shelf } from "./shelf.ts";
import type { Spare } from "./spare.ts";

export interface MakingAheadDependencies {
  readonly outbox: Pick<Outbox, "keepSpare" | "withdraw" | "end">;
  readonly shelf: Shelf;
  readonly pauses: Pick<Pauses, "begin">;
  readonly ends: Pick<Ends, "end">;
  readonly defaults: (account: Account) => MeetingDefaults;
  readonly language: () => string;
  readonly newId: () => string;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1. */
  readonly random: () => number;
}

const day = 24 * 3_600_000;
const jitterMilliseconds = 4 * 3_600_000;

export function newSpare(
  { defaults, newId, clock }: Pick<MakingAheadDependencies, "defaults" | "newId" | "clock">,
  { key: accountKey, account }: Organiser,
): SpareLink {
  const { subject, durationMinutes, options } = defaults(account);
  const startAt = Math.floor(clock.now() / 1_000) * 1_000;
  const endAt = startAt + durationMinutes * 60_000;
  const known = { id: newId(), accountKey, askedAt: startAt, startAt, endAt, subject };
  return { ...known, aim: "spare", kind: "link", options, mayExist: false };
}

export async function makeAhead(
  dependencies: MakingAheadDependencies,
  { key, online }: Organiser,
  intent: SpareLink,
): Promise<void> {
  const { outbox, pauses, language } = dependencies;
  const { id, options, mayExist } = intent;
  const written = await outbox.keepSpare(intent);
  if (!written.ok) return pauses.begin(key, written.error);
  const call = { language: language() };
  const made = await createWithOptions(online, intent, call);
  // Without its options it is not what a press asks for.
  const problem = made.ok ? made.unset : made.failure.error;
  if (made.ok && problem === null)
    return putOnShelf(dependencies, { id, accountKey: key, options, ...call }, made.value);
  if (problem) pauses.begin(key, problem);
  const isNothing = !made.ok && !made.failure.mayHaveActed && !mayExist;
  if (isNothing) await outbox.end(id, async () => ok(undefined));
}

/** Its times are those of now again, and its options those of the preset. */
export async function renew(
  dependencies: MakingAheadDependencies,
  organiser: Organiser,
  spare: Spare,
  options: MeetingOptions,
): Promise<void> {
  const { outbox, shelf, pauses, language } = dependencies;
  const { key, online } = organiser;
  const next = newSpare(dependencies, organiser);
  const { startAt, endAt } = next;
  const update = { times: { startAt, endAt }, options };
  const call = { language: language() };
  const renewed = await online.update(spare.made.graphId, update, call);
  // Taken by a press meanwhile: whoever took it sets all of this anew.
  if (shelf.find(key) !== spare) return;
  if (renewed.ok)
    return putOnShelf(
      dependencies,
      { id: spare.id, accountKey: key, options, ...call },
      renewed.value,
    );
  const { error } = renewed.failure;
  if (error.kind !== "meeting-gone") return pauses.begin(key, error);
  await outbox.end(spare.id, async () => {
    shelf.clear(key);
    return ok(undefined);
  });
  await makeAhead(dependencies, organiser, { ...next, options });
}

function putOnShelf(
  { shelf, clock, log, random }: MakingAheadDependencies,
  spare: Omit<Spare, "made" | "renewedAt" | "renewAt">,
  made: OnlineMeeting,
): void {
  const now = clock.now();
  const renewAt = now + day + random() * jitterMilliseconds;
  shelf.put({ ...spare, renewedAt: now, renewAt, made });
  log.info("link-ready");
}

/** One that nobody has a use for any more. */
export async function retire(
  { outbox, shelf, ends }: MakingAheadDependencies,
  intent: SpareLink,
  organiser: Organiser,
): Promise<void> {
  if (shelf.isTaken(intent.id)) return;
  const spare = shelf.find(organiser.key);
  const graphId = spare?.id === intent.id ? spare.made.graphId : null;
  // Before anything is waited for: what is to end must not be taken any more.
  if (graphId !== null) shelf.clear(organiser.key);
  const leaving = leavingOf(intent, graphId);
  const written = await outbox.withdraw(leaving);
  if (written.ok) await ends.end(leaving, organiser);
}
