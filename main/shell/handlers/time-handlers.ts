import type { Clock } from "../../base/clock.ts";
import { ok } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/requests/vocabulary.ts";
import type { AppState } from "../../contract/state.ts";
import { toldReading } from "../../times/phrase-reading.ts";

export interface TimeHandlersDependencies {
  /** How long a meeting is where nobody says it. */
  readonly defaultMinutes: () => number;
  /** What somebody reads (BCP 47 tags, that of the windows first), and where this computer is. */
  readonly here: () => Pick<AppState, "locale" | "timeZone"> & {
    readonly languages: readonly string[];
  };
  readonly clock: Pick<Clock, "now">;
}

/** When most people's day begins; a day without a time means this. */
export const workdayStart = "09:00";

/** More than anybody reads. */
const mostZones = 50;

/** What typed times mean, and the zones they can be in. */
export function createTimeHandlers({ defaultMinutes, here, clock }: TimeHandlersDependencies) {
  return {
    async readPhrase({ text, field }) {
      const context = { ...here(), defaultMinutes: defaultMinutes(), workdayStart };
      // Languages and zones are much to load, and a press of a key needs none of it.
      const { readPhrase } = await import("../../times/phrase.ts");
      const now = clock.now();
      // "When" is for times alone: words it does not know are no subject.
      const timeOnly = field === "when";
      return ok(toldReading(await readPhrase(text, { ...context, now, timeOnly })));
    },
    async searchZones({ text }) {
      const { searchZones } = await import("../../times/zones.ts");
      const found = searchZones(text, clock.now()).slice(0, mostZones);
      return ok(found.map(({ id, city, offsetMinutes }) => ({ id, city, offsetMinutes })));
    },
  } satisfies Partial<Handlers>;
}
