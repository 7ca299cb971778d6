import { joinFacts, type Words } from "../../base/words.ts";
import type { AdminMessage } from "../../contract/state.ts";
import { everyPermission, permissionNames } from "../permissions.ts";

/** What an admin does once, in the words of their own pages, and the file they can send back. */
export function setUpRequest(words: Words): AdminMessage {
  const say = (key: string, values: Record<string, string> = {}) =>
    words(`adminMessage.${key}`, values);
  const permissions = joinFacts(permissionNames(everyPermission), words);
  const steps = ["register", "redirect", "publicClient", "permissions"].map(
    (step, at) => `${at + 1}. ${say(`setUp.${step}`, { permissions })}`,
  );
  const file = JSON.stringify({ clientId: "", tenant: "", cloud: "global" }, null, 2);
  const lines = [say("hello"), "", say("setUp.what"), "", ...steps, "", say("setUp.then"), file];
  return { subject: say("setUp.subject"), body: lines.join("\n") };
}
