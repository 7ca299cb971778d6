import type { Log } from "../base/log.ts";
import type { AppError, Result } from "../contract/errors.ts";
import type { Door } from "../contract/requests/request.ts";
import { type Call, type Handlers, mayUse } from "../contract/requests/vocabulary.ts";
import type { AppState } from "../contract/state.ts";

export interface AskDependencies {
  readonly handlers: Handlers;
  readonly state: () => AppState;
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
  ({ handlers, state, showPopup, log }: AskDependencies): Ask =>
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
    if (result.ok) {
      if (name === "meetNow" && waitsForHand(state())) showPopup();
      return;
    }
    log.warn("request-failed", { request: name, door, kind: result.error.kind });
    if (result.error.kind === "clipboard-busy") {
      // What could not be copied stands there to be copied by hand.
      const meetingId = meetingOf(call, state());
      if (meetingId !== null) await handlers.navigate({ view: "details", meetingId });
    }
    if (saidInPopup.has(result.error.kind)) showPopup();
  };

/** The link is there, but not on the clipboard: the card says so, above the link. */
function waitsForHand({ creation, popupShown }: AppState): boolean {
  if (popupShown || (creation.kind !== "created" && creation.kind !== "repeat")) return false;
  return !creation.copied && !(creation.kind === "created" && creation.isHeld);
}

function meetingOf(call: Call, { recent, room }: AppState): string | null {
  if (call.name === "copyMeeting") return call.input.id;
  if (call.name === "copyRoom") return room?.id ?? null;
  return call.name === "copyLatest" ? (recent[0]?.id ?? null) : null;
}
