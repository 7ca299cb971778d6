import { Temporal } from "temporal-polyfill";
import { findIana } from "windows-iana";

const known = new Map<string, string | null>();

/** The IANA name of a zone by either kind of name, IANA's or Windows'; null for one that nobody knows. */
export function zoneOf(name: string): string | null {
  const zone = known.get(name) ?? find(name);
  known.set(name, zone);
  return zone;
}

function find(name: string): string | null {
  const [iana = name] = findIana(name);
  // Offsets are no names, though Intl takes them.
  if (!/^[A-Za-z]/u.test(iana)) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: iana }).format(0) === "" ? null : iana;
  } catch {
    return null;
  }
}

/** A wall-clock reading as epoch milliseconds; the zone by either kind of name. */
export const instantOf = ({ dateTime, timeZone }: { dateTime: string; timeZone: string }): number =>
  Temporal.PlainDateTime.from(dateTime).toZonedDateTime(zoneOf(timeZone) ?? "UTC")
    .epochMilliseconds;

export const wallOf = (at: number, timeZone: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zoneOf(timeZone) ?? "UTC")
    .toPlainDateTime();

/** Seven digits of a second, as Graph has them. */
export const graphWall = (wall: Temporal.PlainDateTime): string =>
  wall.toString({ fractionalSecondDigits: 7 });
