import { type Claim, claimsOf } from "../../../../main/contract/offers/creation-offers.ts";
import type { Creation } from "../../../../main/contract/meeting.ts";
import type { AppState } from "../../../../main/contract/state.ts";
import type { World } from "../desk/world.ts";

/** What the screen says, and what it takes for each sentence to be true now. */
export interface Moment {
  readonly world: World;
  readonly state: AppState;
  readonly clipboard: {
    readonly now: string;
    /** When the person asked for what is shown, or when it began by itself. */
    readonly before: string;
    /** They copied something else since. */
    readonly isTheirs: boolean;
  };
  /** An earlier run wrote it down, and nobody knows what it sent. */
  readonly isLeftOver: boolean;
  /** Of the intent that the card is about. */
  readonly intentId: string;
  /** Every link that was on the screen or on the clipboard so far. */
  readonly seenLinks: ReadonlySet<string>;
}

/** The sentences on the card that are false at this moment. */
export function falseSentences(moment: Moment): readonly string[] {
  const { creation } = moment.state;
  const claims = (moment.world.mistake.claims ?? claimsOf)(creation);
  // Its card then says that it is cancelled.
  const isLeaving = moment.state.leaving.some(({ id }) => id === moment.intentId);
  const titles = creation.kind === "created" && isLeaving ? [] : titlesOf(creation);
  return [
    ...claims.filter((claim) => !isTrue(claim, moment)),
    ...titles.filter((title) => !isTitleTrue(title, moment)),
  ];
}

type Title =
  | "link copied"
  | "invitations sent"
  | "made a moment ago"
  | "cancelled"
  | "nobody gets in"
  | "off the clipboard";

/** Titles and the sentences that go with them, beyond the claims. */
function titlesOf(creation: Creation): readonly Title[] {
  switch (creation.kind) {
    case "created": {
      const { copied, meeting } = creation;
      const invited = meeting.inviteeCount > 0 ? (["invitations sent"] as const) : [];
      return [...(copied ? (["link copied"] as const) : []), ...invited];
    }
    case "repeat":
      return ["made a moment ago", ...(creation.copied ? (["link copied"] as const) : [])];
    case "ended":
      return [
        "cancelled",
        ...(creation.isShut ? (["nobody gets in"] as const) : []),
        ...(creation.clipboardCleared ? (["off the clipboard"] as const) : []),
      ];
    case "idle":
    case "creating":
    case "ending":
    case "failed":
      return [];
  }
}

function isTrue(claim: Claim, moment: Moment): boolean {
  const { world, state, clipboard, intentId } = moment;
  const { graph } = world;
  const { tallies } = graph.calendar;
  const wasAsked = moment.isLeftOver || graph.wasAsked(intentId);
  switch (claim) {
    case "noMeeting":
      return !graph.has(intentId);
    // Only where nobody can know: what is in the list is known, and so is what nobody ever asked for.
    case "maybeMeeting":
      return wasAsked && !state.recent.some(({ id }) => id === intentId);
    case "eventThere":
    case "maybeAsBefore":
      return graph.has(intentId);
    case "maybeInvited":
      return wasAsked;
    // Also where an earlier run may have left it.
    case "maybeStillThere":
      return true;
    case "nobodyInvited":
      return !tallies.hasInvited(intentId);
    case "invited":
      return tallies.hasInvited(intentId);
    case "oldLinkCleared":
      return clipboard.now === "" || clipboard.isTheirs;
    case "linkHeld":
      return "meeting" in state.creation && !clipboard.now.includes(linkOf(state.creation));
    case "clipboardUnchanged":
      return clipboard.now === clipboard.before;
  }
}

function isTitleTrue(title: Title, moment: Moment): boolean {
  const { world, state, clipboard, intentId } = moment;
  const { graph } = world;
  const { creation } = state;
  const joinUrl = linkOf(creation);
  switch (title) {
    case "link copied":
      return isLinkThere(world, joinUrl) && (clipboard.isTheirs || clipboard.now.includes(joinUrl));
    case "made a moment ago":
      return isLinkThere(world, joinUrl);
    case "invitations sent":
      return graph.calendar.tallies.hasInvited(intentId);
    case "cancelled":
      return !graph.has(intentId);
    case "nobody gets in":
      return !graph.letsIn(intentId, moment.seenLinks);
    case "off the clipboard":
      // They may have copied something else in that very moment.
      return clipboard.now === "" || clipboard.isTheirs;
  }
}

const linkOf = (creation: Creation): string =>
  ("meeting" in creation && creation.meeting?.joinUrl) || "no link";

const isLinkThere = ({ graph }: World, link: string): boolean =>
  [...graph.meetings.existing.values()].some(({ body }) => body["joinWebUrl"] === link);
