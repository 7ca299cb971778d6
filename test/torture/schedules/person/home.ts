import { type Offer, offersOf } from "../../../../main/contract/offers/creation-offers.ts";
import { takeOffer } from "../../../../main/contract/offers/take-offer.ts";
import type { AppState } from "../../../../main/contract/state.ts";
import type { Doing } from "../laws/witness.ts";
import type { Act, Hand } from "./act.ts";
import { doingOf } from "./doing-of.ts";
import { openForm } from "./form.ts";

/** What Home offers: the card's own ways on, and what stands around it. */
export function homeActs(hand: Hand): readonly Act[] {
  const { desk, world } = hand;
  const { handlers } = desk;
  const state = desk.state();
  if (state.signIn.kind !== "idle") return signInActs(hand);
  if (state.session.kind === "signed-out") return [signIn(hand)];
  const offers = offersNow(hand).filter((offer) => isDrawn(offer, state));
  const { creation } = state;
  const expired = state.session.kind === "expired" && creation.kind !== "failed";
  return [
    ...offers.map((offer): Act => ({
      place: "on Home",
      name: offer,
      doing: doingOf(offer),
      run: async () => {
        await takeOffer(offer, creation, handlers);
        if (offer === "edit-time") openForm(hand);
      },
    })),
    ...(expired ? [signIn(hand)] : []),
    ...(creation.kind !== "created" && state.online && world.random.chance(0.1)
      ? [onHome("copy my room", "copy", () => handlers.copyRoom())]
      : []),
  ];
}

export const offersNow = ({ desk, world }: Hand): readonly Offer[] =>
  (world.mistake.offers ?? offersOf)(desk.state().creation, world.clock.now());

/** Meet now needs a connection, or a link that is ready; signed out it gives way to signing in. */
function isDrawn(offer: Offer, { online, linkReady, session, creation }: AppState): boolean {
  if (offer !== "meet-now") return true;
  const isHidden = creation.kind === "idle" && session.kind === "expired";
  return !isHidden && (online || linkReady);
}

const onHome = (name: string, doing: Doing, run: Act["run"]): Act => ({
  place: "on Home",
  name,
  doing,
  run,
});

const signIn = ({ desk }: Hand): Act =>
  onHome("sign in", "press", () => desk.handlers.signIn({ accountId: null }));

/** The page that waits for the browser, or says why nobody signed in. */
function signInActs({ desk: { handlers, state } }: Hand): readonly Act[] {
  return state().signIn.kind === "failed"
    ? [
        onHome("sign in again", "press", () => handlers.retrySignIn({ asSomebodyElse: false })),
        onHome("close the sign-in", "other", () => handlers.dismissSignIn()),
      ]
    : [onHome("cancel the sign-in", "other", () => handlers.cancelSignIn())];
}
