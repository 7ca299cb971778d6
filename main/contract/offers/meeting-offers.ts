import type { Leaving, Meeting } from "../meeting.ts";

/** What can be done with a meeting of the list. */
export type MeetingOffer =
  | "copy"
  | "details"
  | "open-in-teams"
  | "open-in-browser"
  | "mail"
  | "save-file"
  | "show-code"
  | "extend"
  | "edit"
  | "duplicate"
  | "options-page"
  | "forget"
  | "cancel"
  /** Takes the cancelling back. */
  | "keep";

export interface MeetingPlace {
  /** While it is being cancelled. */
  readonly leaving: Leaving | null;
  /** The link of one's own: it stays in its place. */
  readonly isRoom: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The rows, the menus and the details draw these; whoever tests the app acts through them alone. */
export function meetingOffersOf(
  { isGone, hasOptionsPage }: Meeting,
  { leaving, isRoom, now }: MeetingPlace,
): readonly MeetingOffer[] {
  if (leaving) return leaving.endsAt > now ? ["details", "keep"] : ["details"];
  const always = ["details", "duplicate", ...(isRoom ? [] : (["forget"] as const))] as const;
  if (isGone) return always;
  const others = hasOptionsPage ? (["options-page"] as const) : [];
  return [...always, ...others, ...whileThere];
}

const whileThere = [
  "copy",
  "open-in-teams",
  "open-in-browser",
  "mail",
  "save-file",
  "show-code",
  "extend",
  "edit",
  "cancel",
] as const satisfies readonly MeetingOffer[];
