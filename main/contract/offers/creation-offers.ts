import type { AppError } from "../errors.ts";
import type { Creation, Failed } from "../meeting.ts";
import { type NextStep, nextStepsOf } from "./next-steps.ts";

/** What a person can do about what came of a press, on the card or in the form. */
export type Offer =
  | "meet-now"
  | "cancel"
  /** The link that was made a moment ago, or another one. */
  | "use-repeat"
  | "another"
  | "undo"
  | "cancel-event"
  /** The link of a meeting that lets in more people than was asked for. */
  | "copy-anyway"
  /** The same once more, under the same id: the meeting, its options, or its end. */
  | "retry"
  | "sign-in"
  | "allow-calendar"
  | "use-another-account"
  | "open-settings"
  | "edit-time"
  | "show-event"
  | "copy-details"
  | "dismiss";

/**
 * The offers for each state, the main one first. The views draw these and no others, and whoever tests the app
 * acts through them alone. `now` is epoch milliseconds. Only an end on its way offers nothing: it takes no
 * longer than one call.
 */
export function offersOf(creation: Creation, now: number): readonly Offer[] {
  switch (creation.kind) {
    case "idle":
    case "ended":
      return ["meet-now"];
    case "creating":
      return ["cancel"];
    case "ending":
      return [];
    case "repeat":
      return ["use-repeat", "another"];
    case "created":
      return offersOfCreated(creation);
    case "failed":
      return [...new Set([...helpFor(creation, now), "copy-details", "dismiss"] as const)];
  }
}

/** What the form has a button of its own for, or leads to another page. */
const elsewhere = new Set<Offer>(["meet-now", "retry", "edit-time", "dismiss"]);

/** The offers beside the form's own button, which sends the draft once more. */
export const offersInForm = (creation: Creation, now: number): readonly Offer[] =>
  offersOf(creation, now).filter((offer) => !elsewhere.has(offer));

function offersOfCreated({
  meeting,
  unset,
  isHeld,
}: Extract<Creation, { kind: "created" }>): readonly Offer[] {
  const ends = meeting.inviteeCount > 0 ? "cancel-event" : "undo";
  const again = unset !== null || isHeld ? (["retry"] as const) : [];
  return [...again, ...(isHeld ? (["copy-anyway"] as const) : []), ends, "another", "dismiss"];
}

/** What is asked again by itself once a person has done this. */
const goesOn = new Set<NextStep>(["sign-in", "allow-calendar"]);

function helpFor({ error, outcome }: Failed, now: number): readonly Offer[] {
  const steps = nextStepsOf(error);
  const [first] = steps;
  if (error.kind === "link-not-ready") return ["retry", "show-event"];
  // Whatever went wrong: whether it is there, or is gone, only asking again can tell.
  if (outcome !== "not-created") return goesOn.has(first) ? steps.flatMap(offerOf) : ["retry"];
  if (first === "try-again") return isTooEarly(error, now) ? [] : ["retry"];
  const help = steps.flatMap(offerOf);
  // Nothing of this one can be tried again, so a new one can be asked for.
  return goesOn.has(first) ? help : ["meet-now", ...help];
}

/** Asked before, Microsoft only says the same again; then it is asked by itself. */
export const isTooEarly = (error: AppError, now: number): boolean =>
  error.kind === "throttled" && error.retryAt > now;

function offerOf(step: NextStep): Offer[] {
  switch (step) {
    case "try-again":
      return ["retry"];
    case "copy-sign-in-address":
    case "use-browser":
    case "close":
      return [];
    case "allow-calendar":
    case "copy-details":
    case "edit-time":
    case "open-settings":
    case "sign-in":
    case "use-another-account":
      return [step];
  }
}

/** What is stated as a fact: each has one sentence, and can be checked against what is at Microsoft. */
export type Claim =
  | "noMeeting"
  | "maybeMeeting"
  | "eventThere"
  | "maybeAsBefore"
  | "maybeStillThere"
  | "nobodyInvited"
  | "maybeInvited"
  | "invited"
  | "linkHeld"
  | "clipboardUnchanged"
  | "oldLinkCleared";

/** What a card or the form says beyond its title. */
export function claimsOf(creation: Creation): readonly Claim[] {
  switch (creation.kind) {
    case "created":
      return creation.isHeld ? ["linkHeld", ofClipboard(creation)] : [];
    case "failed":
      return claimsOfFailed(creation);
    case "idle":
    case "creating":
    case "repeat":
    case "ending":
    case "ended":
      return [];
  }
}

const ofClipboard = ({ clipboard }: Pick<Failed, "clipboard">) =>
  clipboard === "unchanged" ? "clipboardUnchanged" : "oldLinkCleared";

function claimsOfFailed(failed: Failed): readonly Claim[] {
  const { error, outcome, inviteeCount } = failed;
  const clipboard = ofClipboard(failed);
  const ofGuests = <One extends Claim>(claim: One) => (inviteeCount > 0 ? [claim] : []);
  if (outcome === "not-ended") return ["maybeStillThere"];
  if (outcome === "not-created") return ["noMeeting", ...ofGuests("nobodyInvited"), clipboard];
  if (error.kind === "link-not-ready") return ["eventThere", ...ofGuests("invited"), clipboard];
  if (outcome === "unsure-change") return ["maybeAsBefore", clipboard];
  return ["maybeMeeting", ...ofGuests("maybeInvited"), clipboard];
}
