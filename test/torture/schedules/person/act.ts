import type { Desk } from "../desk/desk.ts";
import type { World } from "../desk/world.ts";
import type { Doing } from "../laws/witness.ts";
import type { DraftInHand } from "./form.ts";

/** One thing that can be done with what is on the screen now. */
export interface Act {
  readonly place: "on Home" | "in the form" | "in the tray" | "in a notification" | "in the list";
  readonly name: string;
  readonly doing: Doing;
  readonly run: () => Promise<unknown>;
}

/** Somebody at the computer: what they see, and what they are in the middle of. */
export interface Hand {
  readonly world: World;
  readonly desk: Desk;
  /** The one new draft the form keeps; null before it is opened and after it was made. */
  draft: DraftInHand | null;
}
