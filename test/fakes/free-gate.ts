import type { ThrottleGate } from "../../main/graph/throttle-gate.ts";

/** Nobody was told to wait; what is held is remembered. */
export function freeGate(): ThrottleGate {
  let until = 0;
  return {
    until: () => until,
    hold(next) {
      until = Math.max(until, next);
    },
  };
}
