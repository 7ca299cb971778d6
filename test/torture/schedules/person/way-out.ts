import { isTooEarly, type Offer } from "../../../../main/contract/offers/creation-offers.ts";
import type { Creation, Failed } from "../../../../main/contract/meeting.ts";
import { takeOffer } from "../../../../main/contract/offers/take-offer.ts";
import { turns } from "../moving-clock.ts";
import { doingOf } from "./doing-of.ts";
import { offersNow } from "./home.ts";
import { perform, type Scene } from "./person.ts";

/** What leads nowhere by itself: it reads, closes, or leaves it to somebody else. */
const leadsNowhere: ReadonlySet<Offer> = new Set([
  "copy-details",
  "dismiss",
  "open-settings",
  "use-another-account",
  "show-event",
]);

/**
 * The storm is over and everything is allowed: whatever the card shows, what it offers first must lead out of it.
 * What stays the same after it was pressed would stay so for ever.
 */
// oxlint-disable-next-line eslint/complexity -- each way out is tried in turn
export async function walkOut(scene: Scene): Promise<void> {
  const { world, desk, hand, count } = scene;
  const { graph, clock } = world;
  graph.faults.length = 0;
  graph.calendar.hasTeams = true;
  world.granted.calendar = true;
  world.patience.isShort = false;
  if (graph.isOffline) desk.setOnline(true);
  await quiet(scene);
  for (let steps = 0; steps < 6; steps += 1) {
    const { creation, signIn, session } = desk.state();
    if (signIn.kind === "failed") await desk.handlers.dismissSignIn();
    if (!isOpen(creation)) return;
    if (session.kind === "expired" && creation.kind !== "failed") {
      await signInAbove(scene);
      continue;
    }
    if (creation.kind === "failed" && isTooEarly(creation.error, clock.now())) {
      await waitForIt(scene, creation);
      continue;
    }
    // Its meeting may not be known yet, and Microsoft may want to be left alone: the card says which.
    if (creation.kind === "created") clock.pass(steps === 0 ? 20_000 : 3_600_000);
    const offer = offersNow(hand).find((one) => !leadsNowhere.has(one));
    if (offer === undefined)
      return count.add("deadEnds", `nothing leads on from ${nameOf(creation)}`);
    if (offer === "sign-in") graph.isSignInOver = false;
    await perform(scene, {
      place: "on Home",
      name: offer,
      doing: doingOf(offer),
      run: () => takeOffer(offer, creation, desk.handlers),
    });
    await quiet(scene);
    const after = desk.state().creation;
    // The browser was closed, or the form is somebody's to change.
    if (offer === "sign-in" || offer === "allow-calendar") continue;
    if (offer === "edit-time") return;
    if (creation.kind === "created" && steps < 2) continue;
    if (nameOf(after) === nameOf(creation))
      return count.add("deadEnds", `${offer} leaves ${nameOf(creation)}`);
  }
  const { creation } = desk.state();
  if (isOpen(creation)) count.add("deadEnds", `no way out of ${nameOf(creation)}`);
}

/** The bar above the card offers it, whatever the card is about. */
async function signInAbove({ world: { graph }, desk }: Scene): Promise<void> {
  graph.isSignInOver = false;
  await desk.handlers.signIn({ accountId: null });
}

const isOpen = (creation: Creation): boolean =>
  creation.kind === "failed" || (creation.kind === "created" && creation.isHeld);

function nameOf(creation: Creation): string {
  if (creation.kind === "failed")
    return `${creation.outcome} (${creation.error.kind}) of ${creation.intentId}`;
  return creation.kind === "created" && creation.isHeld
    ? `held ${creation.meeting.id}`
    : creation.kind;
}

/** It is asked again by itself when Microsoft may answer. */
async function waitForIt({ world: { clock }, desk }: Scene, { error }: Failed): Promise<void> {
  if (error.kind === "throttled") clock.pass(Math.max(0, error.retryAt - clock.now()) + 1);
  await desk.meetings.recheck();
}

/** Nothing is on its way any more; what is still shown as being so is stuck. */
export async function quiet({ desk, count, line }: Scene): Promise<void> {
  await turns(300);
  const { kind } = desk.state().creation;
  if (line.isCut() || (kind !== "creating" && kind !== "ending")) return;
  for (let looks = 0; looks < 20; looks += 1) {
    await turns(200);
    const { creation } = desk.state();
    if (creation.kind !== "creating" && creation.kind !== "ending") return;
  }
  count.add("deadEnds", `nothing is on its way, but ${kind} is shown`);
}
