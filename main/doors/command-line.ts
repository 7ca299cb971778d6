import type { Command } from "./command.ts";

const verbs: Readonly<Record<string, Command>> = {
  "--meet-now": { name: "meetNow" },
  "--schedule": { name: "schedule" },
  "--join": { name: "join" },
  "--copy-room": { name: "copyRoom" },
  "--settings": { name: "openSettings" },
  "--quit": { name: "quit" },
};

/**
 * What a start of the app asks for. Any process of the person can start it with any words, so only
 * known verbs count, and everything else just opens the popup.
 */
export function readCommandLine(words: readonly string[]): Command {
  const known = words.find((word) => Object.hasOwn(verbs, word));
  return verbs[known ?? ""] ?? { name: "openPopup" };
}
