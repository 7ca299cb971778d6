import { joinHosts } from "../../../../main/base/clouds.ts";
import { differencesOf } from "../../../../main/contract/meeting-options.ts";
import type { Meeting } from "../../../../main/contract/meeting.ts";
import { parseOnlineMeeting } from "../../../../main/graph/meeting-answer.ts";
import type { Desk } from "../desk/desk.ts";
import type { World } from "../desk/world.ts";
import type { SimulatedGraph } from "../graph/simulated-graph.ts";
import { type Books, intentsOn } from "./books.ts";
import { differsFromSent } from "./content.ts";
import type { Count, Law } from "./count.ts";

type Links = readonly (string | null)[];

interface Ends extends World {
  readonly desk: Desk;
  readonly books: Books;
  readonly count: Count;
  /** The links of what exists at Microsoft, by the id of the intent. */
  readonly there: ReadonlyMap<string, Links>;
  readonly listed: ReadonlyMap<string, Meeting>;
}

/** Both sides' books at the end of a schedule, when the network is fine and everything had its time. */
export function audit(world: World, desk: Desk, books: Books, count: Count): void {
  const there = whatIsThere(world.graph);
  const { recent, room } = desk.state();
  const listed = new Map([...recent, ...(room ? [room] : [])].map((each) => [each.id, each]));
  const ends = { ...world, desk, books, count, there, listed };
  auditWhatIsThere(ends);
  auditWhatIsWanted(ends);
  auditDrafts(ends);
  addUp(world.graph, count);
}

const kindOf = ({ books, graph }: Ends, id: string): Meeting["kind"] =>
  books.events.has(id) || graph.calendar.tallies.all().has(id) ? "event" : "link";

function breach(ends: Ends, id: string, law: Law | null, why = ""): void {
  if (law !== null) ends.count.of(law, kindOf(ends, id), `${id} ${why}`);
}

function auditWhatIsThere(ends: Ends): void {
  const { graph, desk, books, there, listed } = ends;
  const strays = [...there.keys()].filter((id) => !listed.has(id) && !books.forgotten.has(id));
  // One may wait for the next press.
  const spare = desk.state().linkReady ? strays.findIndex((id) => kindOf(ends, id) === "link") : -1;
  for (const id of strays.toSpliced(spare, spare < 0 ? 0 : 1)) breach(ends, id, "strays");
  for (const [id, links] of there) {
    breach(ends, id, links.length > 1 ? "doubled" : null);
    breach(ends, id, books.unwanted.has(id) ? "leftBehind" : null);
    breach(ends, id, books.denied.has(id) ? "denied" : null);
    if (books.closed.has(id)) ends.count.add("revived", `${id} exists`);
    if (listed.has(id) && !areOptionsTold(graph, desk, id)) breach(ends, id, "wrongOptions");
  }
}

function auditWhatIsWanted(ends: Ends): void {
  const { graph, protection, desk, books, there, listed } = ends;
  const waiting = new Set(intentsOn(desk.disk).map(({ id }) => id));
  // An event can also come to nothing: where its calendar takes none, or its invitation was not kept.
  const mayFail = !graph.calendar.hasTeams || protection === "memory-only";
  for (const id of books.wanted) {
    const links = there.get(id) ?? [];
    const meeting = listed.get(id);
    const isNothing = kindOf(ends, id) === "event" && links.length === 0 && meeting === undefined;
    if (mayFail && isNothing)
      breach(ends, id, waiting.has(id) ? null : "silentLosses", "at the end");
    else breach(ends, id, breachOfWanted(links, meeting));
  }
}

function breachOfWanted(links: Links, meeting: Meeting | undefined): Law | null {
  if (links.length !== 1 || meeting === undefined || meeting.isGone) return "missing";
  return links[0] === meeting.joinUrl ? null : "falseSuccesses";
}

/** However often and however changed it was sent, a draft is one meeting, as it was said to be made last. */
// oxlint-disable-next-line eslint/complexity -- each exception of the law has its line
function auditDrafts(ends: Ends): void {
  const { graph, books, there, listed, protection } = ends;
  const living = new Map<string, string>();
  for (const [id, draftId] of books.draftOf) {
    if (!there.has(id) || books.forgotten.has(id)) continue;
    const other = living.get(draftId);
    if (other !== undefined) breach(ends, id, "doubled", `and ${other} of ${draftId}`);
    living.set(draftId, id);
  }
  for (const [id, sent] of books.madeOf) {
    // What nobody could seal was lost with the run it was typed in.
    const isKept = protection === "sealed" && listed.get(id)?.isSettling === false;
    if (!isKept || books.changed.has(id) || !there.has(id) || books.unwanted.has(id)) continue;
    const others = differsFromSent(graph, id, sent);
    breach(ends, id, others.length > 0 ? "stale" : null, others.join(", "));
  }
}

function whatIsThere({ meetings, calendar }: SimulatedGraph): Map<string, Links> {
  const there = new Map<string, Links>();
  const add = (id: string, link: string | null) => there.set(id, [...(there.get(id) ?? []), link]);
  for (const { externalId, body } of meetings.existing.values())
    if (externalId !== null) add(externalId, String(body["joinWebUrl"]));
  for (const { properties, joinUrl } of calendar.existing.values())
    add(properties.transactionId, joinUrl);
  return there;
}

/** Whatever was asked for is so, or the list says that it is not. */
function areOptionsTold({ meetings }: SimulatedGraph, desk: Desk, id: string): boolean {
  const entry = desk.meetings.find(id);
  const bodies = [...meetings.existing.values()].map(({ body }) => body);
  const body = bodies.find(({ joinWebUrl }) => joinWebUrl === entry?.joinUrl);
  if (!entry || entry.isSettling) return true;
  const real = parseOnlineMeeting(body, joinHosts)?.options ?? {};
  const told = new Set(entry.differences.map(({ option }) => option));
  return differencesOf(entry.asked, real).every(({ option }) => told.has(option));
}

function addUp(graph: SimulatedGraph, count: Count): void {
  for (const [id, { made, secondInvitations, untold }] of graph.calendar.tallies.all()) {
    count.eventsMade += made;
    count.add("secondInvitations", id, secondInvitations);
    count.add("untold", id, untold);
  }
  count.add("afterwards", "", graph.afterwards());
  count.add("undercuts", "", graph.undercuts());
  count.calls += graph.calls();
}
