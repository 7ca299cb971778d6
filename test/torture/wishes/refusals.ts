import { type FaultKind, isRefusing } from "./faults.ts";
import type { SimulatedCall } from "./graph-answer.ts";

interface Heard {
  /** Undefined where the truth is due. */
  readonly kind: FaultKind | undefined;
  readonly wasRefused: boolean;
  readonly note: (isMade: boolean) => void;
}

/**
 * A refusal may come after the work was done, but what is said next of the same wish is the truth: whoever is refused
 * twice has nothing.
 */
export function createRefusals() {
  /** By the id of the wish: what became of the last one that was refused. */
  const last = new Map<string, "made" | "not made">();
  let lastEvent = "";

  function idOf({ method, path, body }: SimulatedCall): string {
    if (method === "GET") return path === "/me/events" ? lastEvent : "";
    const { externalId, transactionId } = body;
    if (typeof transactionId === "string") lastEvent = transactionId;
    return typeof externalId === "string" ? externalId : path === "/me/events" ? lastEvent : "";
  }

  return {
    hear(call: SimulatedCall, given: FaultKind | undefined): Heard {
      const id = idOf(call);
      const before = last.get(id);
      const isTrue = given === undefined || (isRefusing(given) && before === "made");
      const kind = isTrue ? undefined : given;
      if (kind === undefined || isRefusing(kind)) last.delete(id);
      return {
        kind,
        wasRefused: before !== undefined,
        note(isMade) {
          if (id !== "" && kind && isRefusing(kind)) last.set(id, isMade ? "made" : "not made");
        },
      };
    },
  };
}
