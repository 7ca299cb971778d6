import * as v from "valibot";

import { faultSchema } from "../faults/fault.ts";
import type { FaultQueue } from "../faults/faults.ts";
import { joiners } from "../graph/joining.ts";
import { lobbyScopes } from "../graph/meeting-schema.ts";
import { type Answer, jsonAnswer } from "../http/answer.ts";
import type { Incoming } from "../http/call.ts";
import { personaIds } from "../personas.ts";
import type { Controls } from "./controls.ts";

const commandSchema = v.variant("do", [
  v.strictObject({ do: v.literal("requests") }),
  v.strictObject({ do: v.literal("forgetRequests") }),
  v.strictObject({ do: v.literal("meetings") }),
  v.strictObject({ do: v.literal("events") }),
  v.strictObject({ do: v.literal("join"), joinWebUrl: v.string(), who: v.picklist(joiners) }),
  v.strictObject({
    do: v.literal("setMeetingPolicy"),
    lobbyAtMost: v.optional(v.nullable(v.picklist(lobbyScopes))),
    mayRecordAutomatically: v.optional(v.boolean()),
    footerBytes: v.optional(v.number()),
  }),
  v.strictObject({ do: v.literal("delayJoinUrls"), reads: v.number() }),
  v.strictObject({ do: v.literal("loseLinks"), changes: v.number() }),
  v.strictObject({ do: v.literal("emptyCalendar"), persona: v.picklist(personaIds) }),
  v.strictObject({ do: v.literal("renewCalendar"), persona: v.picklist(personaIds) }),
  v.strictObject({ do: v.literal("secrets") }),
  v.strictObject({ do: v.literal("expireAccessTokens") }),
  v.strictObject({
    do: v.literal("revokeRefreshTokens"),
    persona: v.picklist(personaIds),
    reason: v.optional(v.picklist(["revoked", "expired"]), "revoked"),
  }),
  v.strictObject({ do: v.literal("withdrawApproval"), persona: v.picklist(personaIds) }),
  v.strictObject({ do: v.literal("rememberApproval"), persona: v.picklist(personaIds) }),
  v.strictObject({ do: v.literal("setAccessTokenLifetimeSeconds"), seconds: v.number() }),
  v.strictObject({
    do: v.literal("setDeviceCodeTimes"),
    intervalSeconds: v.optional(v.number()),
    lifetimeSeconds: v.optional(v.number()),
  }),
  v.strictObject({ do: v.literal("addFault"), fault: faultSchema }),
  v.strictObject({ do: v.literal("clearFaults") }),
  v.strictObject({ do: v.literal("releaseFaults") }),
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
    case "releaseFaults":
      return faults.release();
    case "pendingFaults":
      return faults.pending();
    case "revokeRefreshTokens":
      return controls.revokeRefreshTokens(command.persona, command.reason);
    case "setAccessTokenLifetimeSeconds":
      return controls.setAccessTokenLifetimeSeconds(command.seconds);
    case "withdrawApproval":
      return controls.withdrawApproval(command.persona);
    case "rememberApproval":
      return controls.rememberApproval(command.persona);
    case "setDeviceCodeTimes":
      return controls.setDeviceCodeTimes(command);
    case "join":
      return controls.join(command.joinWebUrl, command.who);
    case "setMeetingPolicy":
      return controls.setMeetingPolicy(command);
    case "delayJoinUrls":
      return controls.delayJoinUrls(command.reads);
    case "loseLinks":
      return controls.loseLinks(command.changes);
    case "emptyCalendar":
      return controls.emptyCalendar(command.persona);
    case "renewCalendar":
      return controls.renewCalendar(command.persona);
    case "requests":
    case "forgetRequests":
    case "meetings":
    case "events":
    case "secrets":
    case "expireAccessTokens":
      return controls[command.do]();
  }
}
