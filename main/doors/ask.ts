import type { Log } from "../base/log.ts";
import type { AppError, Result } from "../contract/errors.ts";
import type { Door } from "../contract/requests/request.ts";
import { type Call, type Handlers, mayUse } from "../contract/requests/vocabulary.ts";

export interface AskDependencies {
  readonly handlers: Handlers;
  readonly showPopup: () => void;
  readonly log: Log;
}

export type OuterDoor = Exclude<Door, "window">;
export type Ask = <From extends OuterDoor>(from: From, call: Call<From>) => Promise<void>;

/** What no notification tells: the popup shows why nothing happened. */
const saidInPopup = new Set<AppError["kind"]>([
  "not-signed-in",
  "files-not-deleted",
  "clipboard-busy",
  "cloud-lacks-meetings",
]);

/** Every door but the windows ends here, and asks for what the windows ask for. A failure opens the popup, which says it. */
export const createAsk =
  ({ handlers, showPopup, log }: AskDependencies): Ask =>
  async (door, asked) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what one door may ask for is among what all may
    const call = asked as Call;
    const { name } = call;
    if (!mayUse(door, name)) {
      log.error("request-at-wrong-door", { request: name, door });
      return;
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a call is typed by its name, which this list of all names forgets
    const answer = handlers[name] as (...input: readonly unknown[]) => Promise<Result<unknown>>;
    const result = await answer(...("input" in call ? [call.input] : []));
    if (result.ok) return;
    log.warn("request-failed", { request: name, door, kind: result.error.kind });
    if (saidInPopup.has(result.error.kind)) showPopup();
  };
