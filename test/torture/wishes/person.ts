import type { ScheduleDraft } from "../../../main/contract/drafts.ts";
import type { Result } from "../../../main/contract/errors.ts";
import type { Meeting } from "../../../main/contract/meeting.ts";
import { plainEvent } from "../../fakes/event-draft.ts";
import { type Books, expect } from "./books.ts";
import type { Count } from "./count.ts";
import { turns } from "./moving-clock.ts";
import type { Desk, Line, World } from "./world.ts";

export interface Scene {
  readonly world: World;
  readonly desk: Desk;
  readonly line: Line;
  readonly books: Books;
  readonly count: Count;
}

/** One thing a person asks for, and what they may do to it next. What a dead app thinks is nobody's business. */
export async function press(scene: Scene): Promise<void> {
  const { world, desk, line, books, count } = scene;
  const { random } = world;
  const kind = random.chance(1 / 3) ? "event" : "link";
  const made =
    kind === "event"
      ? desk.meetings.schedule(randomEvent(world, desk.draft))
      : desk.meetings.meetNow({ again: true });
  const cancelled = random.chance(0.25) && (await cancelSoon(scene));
  let result = await made;
  if (line.isCut() || cancelled) return;
  if (!result.ok && random.chance(0.5)) {
    noteFailure(scene, kind);
    const again = await desk.meetings.retry();
    if (line.isCut()) return;
    if (!again.ok) result = again;
    else if (again.value) result = { ok: true, value: again.value };
    else return;
  }
  if (!result.ok) return noteFailure(scene, kind);
  const { id } = result.value;
  if (result.value.kind === "event") books.events.add(id);
  expect(books, id, "wanted");
  if (!isTrue(scene, result.value)) count[result.value.kind].falseSuccesses += 1;
  await afterwards(scene, id);
}

const people = ["zoe", "lee", "pradeep"].map((name) => ({ name, address: `${name}@contoso.com` }));
const rhythms = ["day", "weekday", "week", "month"] as const;

function randomEvent({ random, options }: World, draft: ScheduleDraft): ScheduleDraft {
  const every = rhythms[random.below(rhythms.length)] ?? "week";
  return {
    ...draft,
    options,
    event: {
      ...plainEvent,
      invitees: people.slice(random.below(people.length + 1)),
      message: random.chance(0.5) ? "Agenda" : "",
      recurrence: random.chance(0.3) ? { every, until: null, count: 4 } : null,
    },
  };
}

/** Nothing was made, or it is not known: either is on the screen. */
function noteFailure({ desk, count }: Scene, kind: Meeting["kind"]): void {
  if (desk.state().creation.kind !== "failed") count[kind].silentLosses += 1;
}

/** What is called made exists, with the link that is shown and copied. */
function isTrue({ world: { graph }, desk }: Scene, { id, kind, joinUrl }: Meeting): boolean {
  if (desk.clipboard.text !== joinUrl || desk.meetings.find(id)?.joinUrl !== joinUrl) return false;
  if (kind === "link") return graph.meetings.made.has(id);
  const events = [...graph.calendar.existing.values()];
  return events.some((one) => one.properties.transactionId === id && one.joinUrl === joinUrl);
}

/** It may be an earlier run's wish that was taken up: cancelled is cancelled. */
async function cancelSoon({ world, desk, line, books }: Scene): Promise<true> {
  await turns(world.random.below(30));
  const { creation } = desk.state();
  const id = creation.kind === "creating" ? creation.wishId : shownId(desk);
  if (id === null) {
    await desk.meetings.cancel();
    return true;
  }
  expect(books, id, "either");
  const cancelled = await desk.meetings.cancel();
  if (cancelled.ok && !line.isCut()) promiseEnd(world, books, id);
  return true;
}

function shownId(desk: Desk): string | null {
  const { creation } = desk.state();
  return creation.kind === "created" ? creation.meeting.id : null;
}

function promiseEnd({ graph }: World, books: Books, id: string): void {
  expect(books, id, "unwanted");
  graph.ended.add(id);
}

async function afterwards(scene: Scene, id: string): Promise<void> {
  const { random } = scene.world;
  switch (random.below(6)) {
    case 0:
      return undo(scene, id);
    case 1:
      return cancelInTheList(scene, id);
    case 2: {
      const changed = change(scene, id);
      // Nobody need wait for the answer to the one before the other.
      if (random.chance(0.3)) await cancelInTheList(scene, id);
      return changed;
    }
    default:
      return undefined;
  }
}

/** Refused, the person sees the link again; whether Microsoft ended it all the same is found out later. */
async function undo({ world, desk, line, books }: Scene, id: string): Promise<void> {
  if (shownId(desk) !== id) return;
  expect(books, id, "either");
  const undone = await desk.meetings.undo();
  if (line.isCut()) return;
  if (undone.ok) promiseEnd(world, books, id);
  else if (undone.error.kind === "invitations-sent") expect(books, id, "wanted");
}

/** Perhaps taken back, in time or too late. */
async function cancelInTheList(scene: Scene, id: string): Promise<void> {
  const { world, desk, line, books } = scene;
  const { random } = world;
  const { changes } = desk.meetings;
  expect(books, id, "either");
  const cancelled = await changes.cancel(id);
  if (line.isCut() || !cancelled.ok) return;
  // The network is back, or a minute is over: what waits to be ended must wait all the same.
  if (random.chance(0.3)) void desk.meetings.resume();
  let kept: Result<undefined> | null = null;
  if (random.chance(0.5)) {
    await turns(random.below(30));
    kept = await changes.keep(id);
    if (line.isCut()) return;
  }
  if (kept?.ok === true) expect(books, id, "wanted");
  else promiseEnd(world, books, id);
}

async function change({ world, desk }: Scene, id: string): Promise<void> {
  const { random, options } = world;
  const { changes } = desk.meetings;
  switch (random.below(5)) {
    case 0:
      await changes.rename(id, "Renamed");
      break;
    case 1:
      await changes.extend(id, 15);
      break;
    case 2:
      await changes.move(id, { ...desk.draft, options: random.chance(0.5) ? options : {} });
      break;
    case 3:
      await changes.applyOptions(id);
      break;
    default:
      await changes.refresh(id);
  }
}
