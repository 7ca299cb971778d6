import { execFileSync } from "node:child_process";

const lastFigures = -6;

/**
 * LOOKS=all draws every view in every look, as `npm run torture -- 1 looks` does. Otherwise each commit draws
 * its own part: the same one as often as it is run, another one than the commit before.
 */
export const looksWord = process.env["LOOKS"] ?? commit();

/** The one that has its turn for this view. */
export function inTurn<Choice>(choices: readonly Choice[], view: string, word: string): Choice {
  const chosen = choices[numberOf(`${word} ${view}`) % choices.length];
  if (chosen === undefined) throw new Error("There is nothing to choose from.");
  return chosen;
}

/** Of a clean clone as of a work tree; where there is no git, it is always the same part. */
function commit(): string {
  try {
    const told = execFileSync("git", ["rev-parse", "HEAD"], {
      cwd: import.meta.dirname,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return told.trim().slice(lastFigures);
  } catch {
    return "";
  }
}

/** FNV-1a: close words come far apart. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
