import type { AppState } from "./state.ts";
import type { Handlers, NameAt } from "./requests/vocabulary.ts";

export type WindowRequest = NameAt<"window">;

/** `window.app` in the renderer: what a window may ask for, and nothing else. */
export type Bridge = Pick<Handlers, WindowRequest> & {
  /** Calls back with what has changed; returns its own unsubscribe. */
  onState: (listener: (change: StateChange) => void) => () => void;
};

/** The parts of the state that are others than they were: whoever has that state, or a later one, has this one now. */
export interface StateChange {
  readonly since: number;
  readonly revision: number;
  readonly parts: Partial<AppState>;
}

/** The state after a change; null where one in between was missed, and the whole has to be asked for. */
export function changed(state: AppState, { since, revision, parts }: StateChange): AppState | null {
  if (revision <= state.revision) return state;
  return since > state.revision ? null : { ...state, ...parts, revision };
}

/** The one channel main publishes on. */
export const stateChannel = "state";
