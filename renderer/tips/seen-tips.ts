import type { AppState } from "../../main/contract/state.ts";
import type { Tip } from "../../main/contract/settings/tips.ts";
import { app } from "../app.ts";

/** It was read, or done without it: it is told no more. */
export async function seeTip(tip: Tip, { settings }: Pick<AppState, "settings">): Promise<void> {
  const { seenTips } = settings;
  if (!seenTips.includes(tip)) await app.changeSettings({ seenTips: [...seenTips, tip] });
}
