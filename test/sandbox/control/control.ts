import * as v from "valibot";

import { faultSchema } from "../faults/fault.ts";
import type { FaultQueue } from "../faults/faults.ts";
import { type Answer, jsonAnswer } from "../http/answer.ts";
import type { Incoming } from "../http/call.ts";
import { personaIds } from "../personas.ts";
import type { Controls } from "./controls.ts";

const commandSchema = v.variant("do", [
  v.strictObject({ do: v.literal("requests") }),
  v.strictObject({ do: v.literal("forgetRequests") }),
  v.strictObject({ do: v.literal("meetings") }),
  v.strictObject({ do: v.literal("secrets") }),
  v.strictObject({ do: v.literal("expireAccessTokens") }),
  v.strictObject({
    do: v.literal("revokeRefreshTokens"),
    persona: v.picklist(personaIds),
    reason: v.optional(v.picklist(["revoked", "expired"]), "revoked"),
  }),
  v.strictObject({ do: v.literal("withdrawApproval"), persona: v.picklist(personaIds) }),
  v.strictObject({ do: v.literal("setAccessTokenLifetimeSeconds"), seconds: v.number() }),
  v.strictObject({
    do: v.literal("setDeviceCodeTimes"),
    intervalSeconds: v.optional(v.number()),
    lifetimeSeconds: v.optional(v.number()),
  }),
  v.strictObject({ do: v.literal("addFault"), fault: faultSchema }),
  v.strictObject({ do: v.literal("clearFaults") }),
  v.strictObject({ do: v.literal("pendingFaults") }),
]);

export type Command = v.InferInput<typeof commandSchema>;

export interface ControlDependencies {
  /** Not to be guessed: it gives the secrets away. */
  readonly path: string;
  readonly controls: Controls;
  readonly faults: FaultQueue;
}

/** The same controls for tests in other processes: one command posted as JSON, its result answered as JSON. */
export function createControl({ path, controls, faults }: ControlDependencies) {
  return ({ url, body }: Incoming): Answer | null => {
    if (url.pathname !== path) return null;
    const command = v.safeParse(v.pipe(v.string(), v.parseJson(), commandSchema), body);
    if (!command.success) return jsonAnswer(400, { error: v.summarize(command.issues) });
    return jsonAnswer(200, { result: run(command.output, controls, faults) ?? null });
  };
}

function run(
  command: v.InferOutput<typeof commandSchema>,
  controls: Controls,
  faults: FaultQueue,
): unknown {
  switch (command.do) {
    case "addFault":
      return faults.add(command.fault);
    case "clearFaults":
      return faults.clear();
    case "pendingFaults":
      return faults.pending();
    case "revokeRefreshTokens":
      return controls.revokeRefreshTokens(command.persona, command.reason);
    case "setAccessTokenLifetimeSeconds":
      return controls.setAccessTokenLifetimeSeconds(command.seconds);
    case "withdrawApproval":
      return controls.withdrawApproval(command.persona);
    case "setDeviceCodeTimes":
      return controls.setDeviceCodeTimes(command);
    case "requests":
    case "forgetRequests":
    case "meetings":
    case "secrets":
    case "expireAccessTokens":
      return controls[command.do]();
  }
}
