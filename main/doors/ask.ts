import { framesOf } from "../base/bug.ts";
import type { Log } from "../base/log.ts";
import { organiserLacksMeetings } from "../contract/cloud-limits.ts";
import { type AppError, fail, type Result } from "../contract/errors.ts";
import type { Door } from "../contract/requests/request.ts";
import { type Call, type Handlers, mayUse } from "../contract/requests/vocabulary.ts";
import type { AppState } from "../contract/state.ts";
import { handedOut } from "./tables.ts";

export interface AskDependencies {
  readonly handlers: Handlers;
  /** Settled once it is known who is signed in: what is asked for before waits for that. */
  readonly begun: Promise<void>;
  readonly state: () => AppState;
  readonly showPopup: () => void;
  /** Says what nothing else says, also beside a popup that is open: it shows nothing of this. */
  readonly tell: (error: AppError) => void;
  /** Of a bug, for the log and for whoever is told. */
  readonly newReference: () => string;
  readonly log: Log;
}

export type OuterDoor = Exclude<Door, "window">;
export type Ask = <From extends OuterDoor>(from: From, call: Call<From>) => Promise<void>;

/**
 * Every door but the windows ends here, and asks for what the windows ask for. Whoever asked is not looking at a
 * window, so what is refused, or breaks, is said: by the popup where it shows why, else by a notification.
 */
export function createAsk(dependencies: AskDependencies): Ask {
  const { handlers, begun, state, showPopup, tell, newReference, log } = dependencies;

  async function answer(door: OuterDoor, call: Call): Promise<Result<unknown>> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a call is typed by its name, which this list of all names forgets
    const handler = handlers[call.name] as (
      ...input: readonly unknown[]
    ) => Promise<Result<unknown>>;
    try {
      return await handler(...("input" in call ? [call.input] : []));
    } catch (error) {
      const reference = newReference();
      log.error("request-threw", { request: call.name, door, reference, detail: framesOf(error) });
      return fail({ kind: "unexpected", reference, trace: null });
    }
  }

  return async (door, asked) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what one door may ask for is among what all may
    const call = asked as Call;
    const { name } = call;
    if (!mayUse(door, name)) {
      log.error("request-at-wrong-door", { request: name, door });
      return;
    }
    if (!atOnce.has(name)) await begun;
    const before = state();
    const result = await answer(door, call);
    if (result.ok) {
      if (waitsForHand(name, before, state())) showPopup();
      return;
    }
    const { error } = result;
    log.warn("request-failed", { request: name, door, kind: error.kind });
    // What could not be copied stands there to be copied by hand.
    const meetingId = error.kind === "clipboard-busy" ? meetingOf(call, state()) : null;
    if (meetingId !== null) await handlers.navigate({ view: "details", meetingId });
    if (meetingId !== null || isInPopup(error, state())) showPopup();
    else if (error.kind !== "cancelled" && !isTold(error, before, state())) tell(error);
  };
}

/** These ask nothing of anybody who is signed in, and end an app that never comes up. */
const atOnce = new Set<Call["name"]>(["openPopup", "openView", "openSettings", "quit"]);

/** The link is there, but not on the clipboard: the card says so, above the link. */
function waitsForHand(
  name: Call["name"],
  before: AppState,
  { creation, popupShown }: AppState,
): boolean {
  const isPress = name === "meetNow" || (name === "copyRoom" && creation !== before.creation);
  if (!isPress || popupShown) return false;
  if (creation.kind !== "created" && creation.kind !== "repeat") return false;
  return !creation.copied && !(creation.kind === "created" && creation.isHeld);
}

/** The popup shows why nothing happened, because it is still so. */
function isInPopup({ kind }: AppError, state: AppState): boolean {
  const { session, organisations, forgotten } = state;
  if (session.kind === "expired" && session.error.kind === kind) return true;
  if (session.kind === "signed-out" && session.error?.kind === kind) return true;
  switch (kind) {
    case "not-signed-in":
      return session.kind !== "signed-in";
    case "not-set-up":
      return organisations.length === 0;
    case "files-not-deleted":
      return forgotten === "incomplete";
    case "cloud-lacks-meetings":
      return organiserLacksMeetings(state);
    default:
      return false;
  }
}

/** It came into the picture while it was asked for, and whoever draws that tells of it. */
const isTold = ({ kind }: AppError, before: AppState, after: AppState): boolean =>
  (["creation", "signIn"] as const).some((place) => {
    const now = after[place];
    return now !== before[place] && now.kind === "failed" && now.error.kind === kind;
  });

function meetingOf(call: Call, state: AppState): string | null {
  if (call.name === "copyMeeting") return call.input.id;
  if (call.name === "copyRoom") return state.room?.id ?? null;
  return call.name === "copyLatest" ? (handedOut(state)[0]?.id ?? null) : null;
}
