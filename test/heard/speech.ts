import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import * as v from "valibot";

/** One thing that Orca did with its voice. */
const spoken = v.object({
  at: v.number(),
  kind: v.picklist(["ready", "said", "loading", "stopped"]),
  text: v.string(),
});
export type Spoken = v.InferOutput<typeof spoken>;

export interface Speech {
  readonly file: string;
  /** All there is so far. */
  all(): Spoken[];
  /** The first that is so, from the `from`th on; null after so long. */
  first(is: (line: Spoken) => boolean, milliseconds: number, from?: number): Promise<Spoken | null>;
}

const lookAgainMilliseconds = 40;

/** Reads what orca-customizations.py writes. */
export function followSpeech(file: string): Speech {
  writeFileSync(file, "");
  const all = (): Spoken[] => {
    // A line that is being written has no end yet.
    const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
    return lines.map((line) => v.parse(spoken, JSON.parse(line)));
  };
  return {
    file,
    all,
    async first(is, milliseconds, from = 0) {
      const end = Date.now() + milliseconds;
      for (;;) {
        const found = all().slice(from).find(is);
        if (found || Date.now() > end) return found ?? null;
        await sleep(lookAgainMilliseconds);
      }
    },
  };
}
