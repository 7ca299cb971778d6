import { fail, ok } from "../../../../main/contract/errors.ts";
import type { Clipboard } from "../../../../main/meetings/fulfil.ts";
import type { Random } from "../../random.ts";

/** The computer's own, of which everything is seen. */
export interface SimulatedClipboard extends Clipboard {
  text(): string;
}

/** `onWrite` hears of what the app puts there. */
export function createSimulatedClipboard(
  random: Random,
  onWrite: (text: string) => void,
): SimulatedClipboard {
  let held = "what was there before";
  const write = async (text: string) => {
    if (random.chance(0.03)) return fail({ kind: "clipboard-busy" });
    held = text;
    onWrite(text);
    return ok(undefined);
  };
  return {
    text: () => held,
    writeText: write,
    writeRich: ({ text }) => write(text),
    readText: async () => held,
    async clearIfStill(text) {
      if (held !== text) return false;
      held = "";
      onWrite("");
      return true;
    },
  };
}
