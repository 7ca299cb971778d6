import { Temporal } from "temporal-polyfill";
import { IANA_ALIAS_MAP, WINDOWS_TO_IANA_MAP } from "windows-iana";

import { currentZone } from "../base/current-zone.ts";
import { dateFormat } from "../contract/words/date-format.ts";
import { fold } from "./reading/folded.ts";
import { isZone } from "./local-time.ts";
import { ambiguousNames, typedZones, zonesByOffset } from "./zones/zone-names.ts";

export interface Zone {
  /** IANA name, never a link to another. */
  readonly id: string;
  readonly city: string;
  /** The first part of the name: "Europe". */
  readonly region: string;
  readonly offsetMinutes: number;
}

/** Every zone of this computer's tz data, by offset at `now` and then by city. */
export function zones(now: number): readonly Zone[] {
  const instant = Temporal.Instant.fromEpochMilliseconds(now);
  return zoneIds()
    .map((id) => ({
      id,
      city: cityOf(id),
      region: id.includes("/") ? (id.split("/")[0] ?? "") : "",
      offsetMinutes: Math.round(instant.toZonedDateTimeISO(id).offsetNanoseconds / 60_000_000_000),
    }))
    .toSorted((a, b) => a.offsetMinutes - b.offsetMinutes || a.city.localeCompare(b.city, "en"));
}

let knownIds: readonly string[] | null = null;

function zoneIds(): readonly string[] {
  knownIds ??= [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone").map(currentZone)])];
  return knownIds;
}

const cityOf = (id: string): string => (id.split("/").at(-1) ?? id).replaceAll("_", " ");

/**
 * The zone a name means: an IANA name (links too, but not the three letters of old that nobody means:
 * "NST", "MIT"), a Windows name, a common abbreviation, an offset from UTC or a city. Null for what is
 * unknown and for what several places share, like IST.
 */
export function findZone(text: string): string | null {
  const name = plain(text);
  if (name === "" || name.length > 60 || ambiguousNames.has(name)) return null;
  return (
    typedZones.get(name) ??
    byOffset(name) ??
    cities().get(name) ??
    byWindowsName(name) ??
    (name.includes("/") ? byIanaName(text.trim()) : null) ??
    withoutSuffix(name)
  );
}

/** "IST" is India's, Israel's and Ireland's. */
export const isAmbiguousZone = (text: string): boolean => ambiguousNames.has(plain(text));

const plain = (text: string): string =>
  fold(text)
    .text.trim()
    .replaceAll(/[\s_]+/gu, " ");

/** "Berlin time", "Londoner Zeit" */
function withoutSuffix(name: string): string | null {
  const place = /^(.{2,40}) (?:time|zeit|ortszeit)$/u.exec(name)?.[1];
  if (place === undefined) return null;
  return findZone(place) ?? (place.endsWith("er") ? findZone(place.slice(0, -2)) : null);
}

/** Etc/GMT counts the other way round: UTC+2 is Etc/GMT-2. */
function byOffset(name: string): string | null {
  const [, sign, hours, minutes = "0"] =
    /^(?:utc|gmt) ?([+-]) ?(\d{1,2})(?::?(\d\d))?$/u.exec(name) ?? [];
  if (hours === undefined) return null;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  if (offset % 60 !== 0) return zonesByOffset[offset] ?? null;
  if (offset < -720 || offset > 840) return null;
  return offset === 0 ? "UTC" : `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset / 60)}`;
}

let knownCities: ReadonlyMap<string, string> | null = null;

/** Nobody types a research station, but people are called Casey and Davis. */
function cities(): ReadonlyMap<string, string> {
  knownCities ??= new Map(
    zoneIds()
      .filter((id) => id.includes("/") && !id.startsWith("Antarctica/"))
      .map((id) => [plain(cityOf(id)), id]),
  );
  return knownCities;
}

/** Territory 001 is the world: where nothing more is known than the name. */
const windowsZones: ReadonlyMap<string, string> = new Map(
  WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === "001").flatMap(
    ({ windowsName, iana }) => iana.slice(0, 1).map((id) => [windowsName.toLowerCase(), id]),
  ),
);

function byWindowsName(name: string): string | null {
  const id = windowsZones.get(name);
  return id === undefined ? null : byIanaName(id);
}

function byIanaName(name: string): string | null {
  if (!/^[A-Za-z][\w+/-]*$/u.test(name)) return null;
  return isZone(name)
    ? currentZone(dateFormat("en", { timeZone: name }).resolvedOptions().timeZone)
    : null;
}

/** The zone of exactly this name, Windows' or IANA's. Null for what is none. */
export function namedZone(name: string): Pick<Zone, "id" | "city"> | null {
  if (isAmbiguousZone(name)) return null;
  const id = byWindowsName(name.toLowerCase()) ?? byIanaName(name);
  return id === null ? null : { id, city: cityOf(id) };
}

/** For a picker: the best matches first; all zones for an empty query. */
export function searchZones(query: string, now: number): readonly Zone[] {
  const words = plain(query);
  if (words === "") return zones(now);
  const meant = findZone(query);
  return zones(now)
    .map((zone) => ({ zone, rank: zone.id === meant ? 0 : rankOf(zone, words) }))
    .filter(({ rank }) => rank < unmatched)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ zone }) => zone);
}

const unmatched = 5;

function rankOf({ id, city }: Zone, words: string): number {
  const name = plain(city);
  if (name.startsWith(words)) return 1;
  if (name.includes(` ${words}`)) return 2;
  if (placesOf(id).some((place) => place.startsWith(words))) return 3;
  return plain(id).includes(words) ? 4 : unmatched;
}

let knownPlaces: ReadonlyMap<string, readonly string[]> | null = null;

/** Other names and, from CLDR's descriptions ("Kolkata, India"), the country. */
function placesOf(id: string): readonly string[] {
  knownPlaces ??= readPlaces();
  return knownPlaces.get(id) ?? [];
}

function readPlaces(): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  const add = (id: string, ...names: readonly string[]) =>
    places.set(id, [...(places.get(id) ?? []), ...names]);
  for (const [name, id] of typedZones) add(id, name);
  for (const { description, alias } of IANA_ALIAS_MAP)
    for (const id of new Set(alias.map(currentZone)))
      add(id, ...description.split(", ").map(plain));
  return places;
}
