import type { Session } from "../../auth/session.ts";
import type { PhraseReading } from "../../contract/answers.ts";
import { meetingDefaults } from "../../contract/defaults.ts";
import { ok } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/ipc.ts";
import type { PhraseReading as Reading } from "../../times/phrase-reading.ts";
import type { HandlersDependencies } from "./handlers.ts";

type TimeRequests = "readPhrase" | "searchZones";

/** The state, the time, what else somebody reads, and whose defaults a meeting begins with. */
export interface TimeHandlersDependencies extends Pick<
  HandlersDependencies,
  "store" | "clock" | "preferredLanguages"
> {
  readonly workspace: { readonly session: Pick<Session, "account"> };
}

/** When most people's day begins; a day without a time means this. */
const workdayStart = "09:00";

/** What typed times mean, and the zones they can be in. */
export function createTimeHandlers({
  store,
  workspace,
  clock,
  preferredLanguages,
}: TimeHandlersDependencies): Pick<Handlers, TimeRequests> {
  function defaultMinutes(): number {
    const state = store.read();
    const account = workspace.session.account();
    return account
      ? meetingDefaults(state, account).durationMinutes
      : state.settings.defaultDurationMinutes;
  }

  return {
    async readPhrase({ text, field }) {
      const { language, locale, timeZone } = store.read();
      const minutes = defaultMinutes();
      // Languages and zones are much to load, and a press of a key needs none of it.
      const { readPhrase } = await import("../../times/phrase.ts");
      const now = clock.now();
      // "When" is for times alone: words it does not know are no subject.
      const timeOnly = field === "when";
      const languages = [language, ...preferredLanguages];
      const context = { languages, locale, timeZone, now, workdayStart, timeOnly };
      return ok(toReading(await readPhrase(text, { ...context, defaultMinutes: minutes })));
    },
    async searchZones({ text }) {
      const { searchZones } = await import("../../times/zones.ts");
      return ok(searchZones(text, clock.now()).slice(0, 50));
    },
  };
}

/** What a window needs of it: the times, and what was assumed. */
function toReading(reading: Reading): PhraseReading {
  switch (reading.kind) {
    case "empty":
    case "not-understood":
      return { kind: reading.kind };
    case "problem": {
      const { problem, field, plan } = reading;
      const start = "at" in plan.start ? null : plan.start;
      return { kind: "problem", problem, field, start };
    }
    case "read": {
      const { startAt, endAt, start, end, timeZone, zoneNamed, repeats, from, to } = reading;
      const { kind: hint, ...values } = reading.hint ?? { kind: null };
      return {
        kind: "read",
        startAt,
        endAt,
        start,
        end,
        repeats,
        from,
        to,
        timeZone: zoneNamed ? timeZone : null,
        hint: hint === null ? null : { kind: hint, values },
      };
    }
  }
}
