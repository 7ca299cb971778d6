import { Temporal } from "temporal-polyfill";

import type { Clock } from "../base/clock.ts";
import type { InviteeTime } from "../contract/answers.ts";
import type { TimesDraft } from "../contract/drafts.ts";
import { fail, ok, type Result } from "../contract/errors.ts";
import { checkAddress } from "../graph/people.ts";
import type { Schedule } from "../graph/schedule-answer.ts";
import type { Schedules } from "../graph/schedules.ts";
import { calendarError } from "../meetings/events/event-outcome.ts";
import { maxHours } from "../contract/event-limits.ts";
import { readLocalTime } from "../times/local-time.ts";
import type { Span } from "./invitee-clock.ts";
import { createPatience } from "./patience.ts";

export interface InviteeTimesQuestion {
  readonly addresses: readonly string[];
  readonly times: TimesDraft;
  /** Whatever is remembered: somebody pressed for it. */
  readonly isFresh: boolean;
}

export interface InviteeTimes {
  /**
   * When a meeting is for each of these people; null while its times cannot be told. Microsoft is asked for
   * whole days, so only for those of whom nothing is remembered. The last question alone is answered.
   * Errors: calendar-not-allowed; cancelled; throttled, where Microsoft wants a longer wait.
   */
  read(question: InviteeTimesQuestion): Promise<Result<readonly InviteeTime[] | null>>;
  close(): void;
}

export interface InviteeTimesDependencies {
  readonly schedules: () => Result<{ readonly accountId: string; readonly schedules: Schedules }>;
  /** Of this computer, an IANA name. */
  readonly timeZone: () => string;
  readonly clock: Clock;
}

/** What Microsoft said last, and of which days. By address in small letters; nothing of it is kept on disk. */
interface Remembered {
  readonly accountId: string;
  readonly days: Span;
  readonly people: ReadonlyMap<string, Schedule>;
}

export function createInviteeTimes(dependencies: InviteeTimesDependencies): InviteeTimes {
  const { schedules, timeZone, clock } = dependencies;
  let remembered: Remembered | null = null;
  let asking = new AbortController();

  /** The one before is given up. */
  async function ask(from: Schedules, { days, missing }: Plan): Promise<Result<Said>> {
    asking.abort();
    const mine = new AbortController();
    asking = mine;
    const patience = createPatience(mine.signal, clock);
    const found = await from.read(missing, days.startAt, days.endAt, patience.options);
    if (mine.signal.aborted) return fail({ kind: "cancelled" });
    return found.ok ? found : fail(patience.error() ?? calendarError(found.error));
  }

  return {
    async read({ addresses, times, isFresh }) {
      const zone = times.timeZone ?? timeZone();
      const span = spanOf(times, zone);
      if (span === null) return ok(null);
      const who = schedules();
      if (!who.ok) return who;
      const { accountId } = who.value;
      const isKnown = !isFresh && remembered?.accountId === accountId;
      const asked = [...new Set(addresses.flatMap((each) => checkAddress(each) ?? []))];
      const plan = planOf(isKnown ? remembered : null, asked, span, zone);
      const said = await ask(who.value.schedules, plan);
      if (!said.ok) return said;
      const people = merged(asked, plan.known, said.value);
      remembered = { accountId, days: plan.days, people };
      // Zones are much to load, and a press of a key needs none of them.
      const { inviteeTime } = await import("./invitee-clock.ts");
      return ok(
        addresses.map((address) => {
          const schedule = people.get(keyOf(address)) ?? nothingOf(address);
          return { ...inviteeTime(schedule, span), address };
        }),
      );
    },
    close: () => asking.abort(),
  };
}

type Said = readonly Schedule[];

interface Plan {
  readonly days: Span;
  /** Whom Microsoft is asked about. */
  readonly missing: readonly string[];
  readonly known: Remembered["people"];
}

function planOf(
  before: Remembered | null,
  asked: readonly string[],
  span: Span,
  zone: string,
): Plan {
  const known = before?.people ?? new Map<string, Schedule>();
  if (!before || !holds(before.days, span))
    return { days: daysOf(span, zone), missing: asked, known };
  return { days: before.days, missing: asked.filter((each) => !known.has(keyOf(each))), known };
}

/** Of those who are asked for now and of nobody else. */
function merged(
  asked: readonly string[],
  known: Remembered["people"],
  said: Said,
): Remembered["people"] {
  const fresh = new Map(said.map((each) => [keyOf(each.address), each]));
  return new Map(
    asked.map(keyOf).flatMap((key) => {
      const [now, before] = [fresh.get(key), known.get(key)];
      const schedule = now && before ? withZoneOf(before, now) : (now ?? before);
      return schedule ? [[key, schedule] as const] : [];
    }),
  );
}

const keyOf = (address: string): string => (checkAddress(address) ?? address).toLowerCase();

const nothingOf = (address: string): Schedule => ({
  address,
  zone: null,
  hours: null,
  taken: null,
});

/** People do not move between two questions, though Microsoft may not say it the second time. */
const withZoneOf = ({ zone, hours }: Schedule, now: Schedule): Schedule =>
  now.zone === null ? { ...now, zone, hours } : now;

function spanOf(times: TimesDraft, zone: string): Span | null {
  const start = readLocalTime(times.startDate, times.startTime, zone, times.startOccurrence);
  const end = readLocalTime(times.endDate, times.endTime, zone, times.endOccurrence);
  if (!("at" in start && "at" in end)) return null;
  const hours = (end.at - start.at) / 3_600_000;
  return hours > 0 && hours <= maxHours ? { startAt: start.at, endAt: end.at } : null;
}

const holds = (days: Span, { startAt, endAt }: Span): boolean =>
  days.startAt <= startAt && endAt <= days.endAt;

/** The whole days it is on, as whoever invites counts them: it may move about in them unasked. */
function daysOf({ startAt, endAt }: Span, zone: string): Span {
  const dayOf = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).startOfDay();
  return {
    startAt: dayOf(startAt).epochMilliseconds,
    endAt: dayOf(endAt).add({ days: 1 }).epochMilliseconds,
  };
}
