import { isDeepStrictEqual } from "node:util";

import type { AppState } from "../contract/state.ts";
import type { StateChange } from "../contract/ipc.ts";

/** What a window that has the state of `before` needs to have the one of `after`; null where it is the same. */
export function changeBetween(before: AppState, after: AppState): StateChange | null {
  const parts = Object.entries(after).filter(
    ([name, part]) => name !== "revision" && !isSame(Reflect.get(before, name), part),
  );
  if (parts.length === 0) return null;
  return { since: before.revision, revision: after.revision, parts: Object.fromEntries(parts) };
}

/** What was put together anew may say the same. */
const isSame = (before: unknown, after: unknown): boolean =>
  before === after || isDeepStrictEqual(before, after);

/**
 * Draws the state, and again only when a part has changed that was looked at the last time. `always` are those that
 * are looked at elsewhere.
 */
export function whenItChanged(
  always: readonly (keyof AppState)[],
  draw: (state: AppState) => void,
): (state: AppState) => void {
  let seen: ReadonlyMap<string | symbol, unknown> | null = null;
  return (state) => {
    const isOld = seen && [...seen].every(([name, part]) => isSame(part, Reflect.get(state, name)));
    if (isOld) return;
    const looked = new Map<string | symbol, unknown>(always.map((name) => [name, state[name]]));
    draw(
      new Proxy(state, {
        get(target, name) {
          const part: unknown = Reflect.get(target, name);
          looked.set(name, part);
          return part;
        },
      }),
    );
    seen = looked;
  };
}
