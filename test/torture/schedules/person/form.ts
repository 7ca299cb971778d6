import { isTooEarly, offersInForm } from "../../../../main/contract/offers/creation-offers.ts";
import type { ScheduleDraft } from "../../../../main/contract/drafts.ts";
import type { EventDraft } from "../../../../main/contract/event-draft.ts";
import type { Creation } from "../../../../main/contract/meeting.ts";
import { takeOffer } from "../../../../main/contract/offers/take-offer.ts";
import { plainEvent } from "../../../fakes/event-draft.ts";
import { newIdFrom } from "../desk/desk.ts";
import { isRefusedUnread } from "../laws/listen.ts";
import type { World } from "../desk/world.ts";
import type { Act, Hand } from "./act.ts";
import { doingOf } from "./doing-of.ts";

/** What stands in the form, and what of it was sent. */
export interface DraftInHand {
  readonly id: string;
  schedule: ScheduleDraft;
  sent: ScheduleDraft | null;
  isSaving: boolean;
}

export function openForm(hand: Hand): void {
  hand.draft ??= {
    id: `draft-${newIdFrom(hand.world)}`,
    schedule: randomDraft(hand.world),
    sent: null,
    isSaving: false,
  };
}

const isAsSent = ({ schedule, sent }: DraftInHand): boolean =>
  JSON.stringify(schedule) === JSON.stringify(sent);

/** Made after all, the form is done with, and forgets what was typed. */
export function settleForm(hand: Hand, creation: Creation): void {
  const { draft } = hand;
  const isMade = creation.kind === "created" && creation.draftId === draft?.id;
  if (draft && isMade && isAsSent(draft)) hand.draft = null;
}

/** What the form offers: to type, its own button, and what the card above that button offers. */
// oxlint-disable-next-line eslint/complexity -- what a form offers is one list
export function formActs(hand: Hand): readonly Act[] {
  const { desk, world } = hand;
  const { online, creation, signIn, session } = desk.state();
  if (signIn.kind !== "idle" || session.kind === "signed-out") return [];
  openForm(hand);
  const { draft } = hand;
  if (!draft) return [];
  const isMine = creation.kind === "failed" && creation.draftId === draft.id;
  const isOld = isMine && creation.outcome === "not-created" && !isAsSent(draft);
  const failure = isMine && !isOld ? creation : null;
  const isBusy = draft.isSaving || creation.kind === "creating" || creation.kind === "ending";
  const isEarly = failure !== null && isTooEarly(failure.error, world.clock.now());
  return [
    ...(isBusy ? [] : [inForm("type", "other", async () => retype(world, draft))]),
    // Looked over after it failed.
    ...(isBusy || !online || failure === null
      ? []
      : Array.from({ length: 3 }, () =>
          inForm("change and send", "press", async () => {
            retype(world, draft);
            await send(hand, draft);
          }),
        )),
    // What people mostly do with a form.
    ...(isBusy || !online || isEarly
      ? []
      : Array.from({ length: 3 }, () => inForm("send", "press", () => send(hand, draft)))),
    ...(isBusy ? [inForm("cancel", "end", () => desk.handlers.cancelCreation())] : []),
    ...(failure
      ? offersInForm(failure, world.clock.now()).map((offer) =>
          inForm(offer, doingOf(offer), () => takeOffer(offer, failure, desk.handlers)),
        )
      : []),
  ];
}

const inForm = (name: string, doing: Act["doing"], run: Act["run"]): Act => ({
  place: "in the form",
  name,
  doing,
  run,
});

/** Pressed with two fingers now and then, before anything shows that it was pressed. */
async function send(hand: Hand, draft: DraftInHand): Promise<void> {
  const { desk, world } = hand;
  const before = draft.sent;
  draft.sent = draft.schedule;
  draft.isSaving = true;
  const press = () => desk.handlers.schedule({ ...draft.schedule, draftId: draft.id });
  const [result] = await Promise.all([press(), ...(world.random.chance(0.1) ? [press()] : [])]);
  draft.isSaving = false;
  if (isRefusedUnread(result)) draft.sent = before;
  if (result.ok && hand.draft === draft) hand.draft = null;
}

const people = ["zoe", "lee", "pradeep"].map((name) => ({ name, address: `${name}@contoso.com` }));
const rhythms = ["day", "weekday", "week", "month"] as const;
const subjects = ["Design review", "Planning", "Interview"];

export function randomDraft(world: World): ScheduleDraft {
  const { random, options } = world;
  const times = randomTimes(world);
  return {
    subject: subjects[random.below(subjects.length)] ?? "Design review",
    ...times,
    startOccurrence: null,
    endOccurrence: null,
    timeZone: null,
    options,
    event: random.chance(0.6) ? randomEvent(world) : null,
  };
}

/** Within the next days, in whole hours. */
function randomTimes({ random }: World) {
  const date = `2026-11-${25 + random.below(5)}`;
  const hour = 8 + random.below(10);
  const at = (hours: number) => `${String(hours).padStart(2, "0")}:00`;
  return { startDate: date, startTime: at(hour), endDate: date, endTime: at(hour + 1) };
}

function randomEvent({ random }: World): EventDraft {
  const every = rhythms[random.below(rhythms.length)] ?? "week";
  return {
    ...plainEvent,
    invitees: people.slice(random.below(people.length + 1)),
    message: random.chance(0.5) ? "Agenda" : "",
    recurrence: random.chance(0.3) ? { every, until: null, count: 4 } : null,
  };
}

/** One thing is changed, as people do who look over what they typed. */
function retype(world: World, draft: DraftInHand): void {
  const { random } = world;
  const { schedule } = draft;
  const { event } = schedule;
  const changes: readonly (() => Partial<ScheduleDraft>)[] = [
    () => ({ subject: `${schedule.subject} again` }),
    () => randomTimes(world),
    () => ({ options: random.chance(0.5) ? world.options : {} }),
    // Another kind of meeting.
    () => ({ event: event ? null : randomEvent(world) }),
    () => (event ? { event: { ...event, invitees: people.slice(random.below(4)) } } : {}),
    () => (event ? { event: { ...event, message: `${event.message} and more` } } : {}),
    () => (event ? { event: { ...event, recurrence: randomEvent(world).recurrence } } : {}),
  ];
  draft.schedule = { ...schedule, ...changes[random.below(changes.length)]?.() };
}
