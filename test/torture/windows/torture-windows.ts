import type { Figures } from "../../figures.ts";
import { createRandom } from "../random.ts";
import { type Desk, openDesk } from "./desk.ts";
import type { Seen } from "./hands.ts";
import { oneRun } from "./robot.ts";

/** A desk serves this many runs; then there is a new one. */
const runsOfDesk = 25;

/**
 * A robot at the built app's real window presses what is on the screen, in all weathers, and compares every
 * sentence that states something with the books of the sample organisation.
 */
export async function tortureWindows(figures: Figures, seed: number, runs: number, folder: string) {
  const seen: Seen = {
    clicks: 0,
    statements: 0,
    made: 0,
    secondMeetings: [],
    secondInvitations: [],
    falseSentences: [],
    deadEnds: [],
    lost: [],
  };
  let desk: Desk | null = null;
  for (let number = 0; number < runs; number += 1) {
    if (number % runsOfDesk === 0) {
      await desk?.leave();
      desk = await openDesk(folder);
    }
    // Each by a seed of its own, so that one can be made to happen again by itself.
    if (desk) await oneRun(desk, createRandom(seed * 1_000 + number), seen, number);
    if ((number + 1) % 20 === 0) console.log(`  ${number + 1} of ${runs} runs`);
  }
  await desk?.leave();
  report(figures, runs, seen);
}

function report(figures: Figures, runs: number, seen: Seen): void {
  const name = `${runs} meetings asked for in the window`;
  const none = (what: string, found: readonly string[]) => {
    for (const one of found) console.log(`  ${what}: ${one}`);
    figures.exactly(`${name}: ${what}`, found.length, "cases", 0);
  };
  none("second meetings", seen.secondMeetings);
  none("second invitations", seen.secondInvitations);
  none("false sentences", seen.falseSentences);
  none("dead ends", seen.deadEnds);
  none("links copied of nothing", seen.lost);
  figures.atLeast(`${name}: clicks`, seen.clicks, "clicks", runs);
  figures.atLeast(`${name}: statements compared`, seen.statements, "screens", runs / 2);
  figures.atLeast(`${name}: meetings made`, seen.made, "meetings", runs / 3);
}
