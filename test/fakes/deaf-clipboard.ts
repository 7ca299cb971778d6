import { ok } from "../../main/contract/errors.ts";
import type { Clipboard } from "../../main/meetings/fulfil.ts";

/** Takes whatever is copied, and nobody looks at it. */
export const deafClipboard: Clipboard = {
  writeText: async () => ok(undefined),
  writeRich: async () => ok(undefined),
  readText: async () => "",
  clearIfStill: async () => false,
};
