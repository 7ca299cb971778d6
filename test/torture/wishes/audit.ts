import { differencesOf } from "../../../main/contract/meeting-options.ts";
import type { Meeting } from "../../../main/contract/meeting.ts";
import { parseOnlineMeeting } from "../../../main/graph/meeting-answer.ts";
import { type Books, wishesOn } from "./books.ts";
import type { Count, Law } from "./count.ts";
import type { SimulatedGraph } from "./simulated-graph.ts";
import { type Desk, joinHosts, type World } from "./world.ts";

type Links = readonly (string | null)[];

interface Ends extends World {
  readonly desk: Desk;
  readonly books: Books;
  readonly count: Count;
  /** The links of what exists at Microsoft, by the id of the wish. */
  readonly there: ReadonlyMap<string, Links>;
  readonly listed: ReadonlyMap<string, Meeting>;
}

/** Both sides' books at the end of a schedule, when the network is fine and everything had its time. */
export function audit(world: World, desk: Desk, books: Books, count: Count): void {
  const there = whatIsThere(world.graph);
  const listed = new Map(desk.state().recent.map((meeting) => [meeting.id, meeting]));
  const ends = { ...world, desk, books, count, there, listed };
  auditWhatIsThere(ends);
  auditWhatIsWanted(ends);
  addUp(world.graph, count);
}

const kindOf = ({ books, graph }: Ends, id: string): Meeting["kind"] =>
  books.events.has(id) || graph.calendar.tallies.has(id) ? "event" : "link";

function breach(ends: Ends, id: string, law: Law | null): void {
  if (law !== null) ends.count[kindOf(ends, id)][law] += 1;
}

function auditWhatIsThere(ends: Ends): void {
  const { graph, desk, books, count, there, listed } = ends;
  for (const [id, links] of there) {
    breach(ends, id, links.length > 1 ? "doubled" : null);
    breach(ends, id, books.unwanted.has(id) ? "leftBehind" : null);
    breach(ends, id, books.denied.has(id) ? "denied" : null);
    if (!listed.has(id)) breach(ends, id, "strays");
    else breach(ends, id, areOptionsTold(graph, desk, id) ? null : "wrongOptions");
  }
  // One may wait for the next press.
  const isSpare = ([id]: readonly [string, Links]) =>
    !listed.has(id) && kindOf(ends, id) === "link";
  if (desk.state().linkReady && [...there].some(isSpare)) count.link.strays -= 1;
}

function auditWhatIsWanted(ends: Ends): void {
  const { graph, protection, desk, books, there, listed } = ends;
  const waiting = new Set(wishesOn(desk.disk).map(({ id }) => id));
  // An event can also come to nothing: where its calendar takes none, or its invitation was not kept.
  const mayFail = !graph.calendar.hasTeams || protection === "memory-only";
  for (const id of books.wanted) {
    const links = there.get(id) ?? [];
    const meeting = listed.get(id);
    const isNothing = kindOf(ends, id) === "event" && links.length === 0 && meeting === undefined;
    if (mayFail && isNothing) breach(ends, id, waiting.has(id) ? null : "silentLosses");
    else breach(ends, id, breachOfWanted(links, meeting));
  }
}

function breachOfWanted(links: Links, meeting: Meeting | undefined): Law | null {
  if (links.length !== 1 || meeting === undefined || meeting.isGone) return "missing";
  return links[0] === meeting.joinUrl ? null : "falseSuccesses";
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
  for (const { made, invitations, untold } of graph.calendar.tallies.values()) {
    count.eventsMade += made;
    count.secondInvitations += Math.max(0, invitations - 1);
    count.untold += untold;
  }
  count.afterwards += graph.afterwards();
  count.undercuts += graph.undercuts();
  count.calls += graph.calls();
}
