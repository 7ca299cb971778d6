import {
  type MeetingOffer,
  meetingOffersOf,
} from "../../../../main/contract/offers/meeting-offers.ts";
import type { Meeting } from "../../../../main/contract/meeting.ts";
import type { Act, Hand } from "./act.ts";
import { randomDraft } from "./form.ts";

/** What the row of one of the meetings, its menu and its details offer. */
export function listActs(hand: Hand): readonly Act[] {
  const { desk, world } = hand;
  const { recent, room, leaving, signIn, session } = desk.state();
  if (signIn.kind !== "idle" || session.kind === "signed-out") return [];
  const listed = [...recent.slice(0, 3), ...(room ? [room] : [])];
  const meeting = listed[world.random.below(Math.max(1, listed.length))];
  if (!meeting) return [];
  const place = {
    leaving: leaving.find(({ id }) => id === meeting.id) ?? null,
    isRoom: meeting === room,
    now: world.clock.now(),
  };
  return meetingOffersOf(meeting, place).map((offer) => ({
    place: "in the list",
    name: offer,
    doing: offer === "copy" ? "copy" : offer === "cancel" ? "end" : "other",
    run: () => takeMeetingOffer(hand, meeting, offer),
  }));
}

function takeMeetingOffer(hand: Hand, meeting: Meeting, offer: MeetingOffer): Promise<unknown> {
  const { handlers } = hand.desk;
  const { id } = meeting;
  switch (offer) {
    case "copy":
      return handlers.copyMeeting({ id, format: null });
    case "details":
      return lookAt(hand, meeting);
    case "open-in-teams":
      return handlers.openMeeting({ id, where: "teams" });
    case "open-in-browser":
      return handlers.openMeeting({ id, where: "browser" });
    case "mail":
      return handlers.mailMeeting({ id });
    case "save-file":
      return handlers.navigate({ view: "home" });
    case "show-code":
      return handlers.navigate({ view: "details", meetingId: id });
    case "extend":
      return handlers.extendMeeting({ id, minutes: 15 });
    case "edit":
      return edit(hand, meeting);
    case "duplicate":
      return handlers.navigate({ view: "duplicate", meetingId: id });
    case "options-page":
      return handlers.openOptionsPage({ id });
    case "forget":
      return handlers.forgetMeeting({ id });
    case "cancel":
      return handlers.cancelMeeting({ id });
    case "keep":
      return handlers.keepMeeting({ id });
  }
}

/** Opened, it is read again; there it can be renamed, and what could not be set is tried once more. */
async function lookAt({ desk, world }: Hand, { id, isGone }: Meeting): Promise<void> {
  const { handlers } = desk;
  await handlers.refreshMeeting({ id });
  const known = desk.state().recent.find((one) => one.id === id);
  if (!known || isGone || desk.state().leaving.some((one) => one.id === id)) return;
  const canTryAgain = known.optionsFailed && known.differences.length > 0;
  if (canTryAgain && world.random.chance(0.7)) await handlers.applyOptions({ id });
  else if (world.random.chance(0.5)) await handlers.renameMeeting({ id, subject: "Renamed" });
}

async function edit({ desk, world }: Hand, { id, kind }: Meeting): Promise<void> {
  const { handlers } = desk;
  const read = kind === "event" ? await handlers.readEvent({ id }) : null;
  const before = read?.ok ? read.value : null;
  const { event: _event, ...draft } = randomDraft(world);
  const message = before ? { ...before, message: "One more thing" } : null;
  await handlers.moveMeeting({ id, draft: { ...draft, event: message }, before });
}
