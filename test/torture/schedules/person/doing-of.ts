import type { Offer } from "../../../../main/contract/offers/creation-offers.ts";
import type { Doing } from "../laws/witness.ts";

const presses: ReadonlySet<Offer> = new Set([
  "meet-now",
  "use-repeat",
  "another",
  "retry",
  "sign-in",
  "allow-calendar",
]);
const ends: ReadonlySet<Offer> = new Set(["undo", "cancel", "cancel-event"]);
const copies: ReadonlySet<Offer> = new Set(["copy-anyway", "copy-details"]);

export function doingOf(offer: Offer): Doing {
  if (copies.has(offer)) return "copy";
  if (ends.has(offer)) return "end";
  return presses.has(offer) ? "press" : "other";
}
