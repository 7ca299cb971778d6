import { readLocalTime } from "../../main/times/local-time.ts";
import type { Figures } from "../figures.ts";
import { createOffsets, type Offsets } from "./zone-offsets.ts";

const minute = 60_000;
const aroundMinutes = [-60, -30, -1, 0, 1, 30, 60];
const [from, until] = [Date.UTC(2026, 0, 1), Date.UTC(2036, 0, 1)];

export interface ZoneCount {
  zones: number;
  transitions: number;
  readings: number;
  gaps: number;
  overlaps: number;
  /** Another instant, other neighbours or other offsets than the clocks have. */
  wrong: number;
  /** Wrong, without saying that there was anything to ask. */
  silent: number;
}

/**
 * Every change of the clocks from 2026 to 2035, in every zone ICU knows: the wall times around it, read
 * and checked against offsets that come from Intl.DateTimeFormat alone.
 */
export async function tortureZones(
  figures: Figures,
  zones: readonly string[] = Intl.supportedValuesOf("timeZone"),
): Promise<void> {
  const count = countZones(zones);
  const name = `${count.zones} zones, 2026 to 2035`;
  figures.note(`${name}: clock changes`, count.transitions, "changes");
  figures.note(`${name}: wall times read`, count.readings, "readings");
  figures.note(`${name}: of them in no hour`, count.gaps, "readings");
  figures.note(`${name}: of them in two hours`, count.overlaps, "readings");
  figures.exactly(`${name}: read wrong`, count.wrong, "readings", 0);
  figures.exactly(`${name}: guessed silently`, count.silent, "readings", 0);
}

export function countZones(zones: readonly string[]): ZoneCount {
  const count: ZoneCount = {
    zones: zones.length,
    transitions: 0,
    readings: 0,
    gaps: 0,
    overlaps: 0,
    wrong: 0,
    silent: 0,
  };
  for (const zone of zones) {
    const offsets = createOffsets(zone);
    for (const at of offsets.transitions(from, until)) {
      count.transitions += 1;
      // The wall time at which the clocks are changed, as they show it before the change.
      const wall = at + offsets.at(at - minute);
      for (const minutes of aroundMinutes)
        checkReading(zone, offsets, wall + minutes * minute, count);
    }
  }
  return count;
}

function checkReading(zone: string, offsets: Offsets, wall: number, count: ZoneCount): void {
  const [date = "", time = ""] = new Date(wall).toISOString().slice(0, 16).split("T");
  const instants = offsets.instantsOf(wall);
  const wanted = wantedReading(offsets, wall, instants);
  const read = readLocalTime(date, time, zone, null);
  count.readings += 1;
  if (instants.length === 0) count.gaps += 1;
  if (instants.length === 2) count.overlaps += 1;
  const isRight = JSON.stringify(read) === JSON.stringify(wanted) && choicesAreRight();
  if (isRight) return;
  count.wrong += 1;
  if ("at" in read) count.silent += 1;

  function choicesAreRight(): boolean {
    if (instants.length !== 2) return true;
    const [earlier, later] = (["earlier", "later"] as const).map((occurrence) =>
      readLocalTime(date, time, zone, occurrence),
    );
    return JSON.stringify([earlier, later]) === JSON.stringify(instants.map((at) => ({ at })));
  }
}

/** What readLocalTime has to answer, in its own order of keys. */
function wantedReading(offsets: Offsets, wall: number, instants: readonly number[]) {
  const [first, second] = instants;
  if (first === undefined) return { problem: gapAround(offsets, wall) };
  if (second === undefined) return { at: first };
  return {
    problem: {
      kind: "exists-twice",
      earlierOffset: offsetText(offsets.at(first)),
      laterOffset: offsetText(offsets.at(second)),
    },
  };
}

/** The skipped time as the clocks before and after the gap would have shown it. */
function gapAround(offsets: Offsets, wall: number) {
  const [before, after] = offsets.around(wall);
  return {
    kind: "does-not-exist",
    before: clockText(wall - (after - before)),
    after: clockText(wall + (after - before)),
  };
}

const clockText = (wall: number): string => new Date(wall).toISOString().slice(11, 16);

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / minute;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const sign = offset < 0 ? "-" : "+";
  return `${sign}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}
