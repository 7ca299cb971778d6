import type { Clock } from "../../base/clock.ts";
import { meetingDefaults, presetDefaults } from "../../contract/defaults.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import type { Invitee } from "../../contract/event-draft.ts";
import type { Handlers } from "../../contract/requests/vocabulary.ts";
import type { Account, AppState } from "../../contract/state.ts";
import { createKnownPeople } from "../../typed-line/known-people.ts";
import { type TimeHandlersDependencies, workdayStart } from "./time-handlers.ts";

export interface TypedLineHandlersDependencies {
  /** Who organises. */
  readonly account: () => Account | null;
  /** What new meetings begin with. */
  readonly known: () => Pick<AppState, "settings" | "accounts">;
  readonly here: TimeHandlersDependencies["here"];
  readonly searchPeople: (text: string) => Promise<Result<readonly Invitee[]>>;
  readonly clock: Pick<Clock, "now">;
}

/** A whole meeting in one line. */
export function createTypedLineHandlers(dependencies: TypedLineHandlersDependencies) {
  const { account, known, here, searchPeople, clock } = dependencies;
  const accountId = () => account()?.id ?? null;
  const knownPeople = createKnownPeople({ search: searchPeople, accountId, clock });
  return {
    async readTypedLine(line) {
      const organiser = account();
      if (!organiser) return fail({ kind: "not-signed-in" });
      // As for times: a press of a key that opens the popup needs none of it.
      const { readTypedLine } = await import("../../typed-line/read-typed-line.ts");
      const defaultsOf = (presetId: string | undefined) =>
        presetId === undefined
          ? meetingDefaults(known(), organiser)
          : presetDefaults(known(), organiser, presetId);
      const now = clock.now();
      return ok(
        await readTypedLine(line, { ...here(), now, workdayStart, defaultsOf, knownPeople }),
      );
    },
  } satisfies Partial<Handlers>;
}
