import type { Figures } from "../../figures.ts";
import { doors, pressOften } from "./presses.ts";

/** Presses at every door, while the clipboard refuses at random. */
export async function tortureClipboard(
  figures: Figures,
  seed: number,
  presses: number,
): Promise<void> {
  for (const [door, command] of Object.entries(doors)) {
    const { copied, byHand, lies } = await pressOften(command, seed, presses);
    const name = `${presses} presses at the door "${door}", the clipboard unwilling`;
    figures.exactly(`${name}: said and not so`, lies, "presses", 0);
    figures.note(`${name}: copied`, copied, "links");
    figures.note(`${name}: to be copied by hand`, byHand, "links");
  }
}
