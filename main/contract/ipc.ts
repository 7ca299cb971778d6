import type { AppState } from "./state.ts";
import type { Handlers, NameAt } from "./requests/vocabulary.ts";

export type WindowRequest = NameAt<"window">;

/** `window.app` in the renderer: what a window may ask for, and nothing else. */
export type Bridge = Pick<Handlers, WindowRequest> & {
  /** Calls back with each new state; returns its own unsubscribe. */
  onState: (listener: (state: AppState) => void) => () => void;
};

/** The one channel main publishes on. */
export const stateChannel = "state";
