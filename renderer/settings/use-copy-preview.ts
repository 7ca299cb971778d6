import type { CopyPreview } from "../../main/contract/answers.ts";
import type { CopyChoices } from "../../main/contract/settings.ts";
import { app } from "../app.ts";
import { useAnswer } from "../ui/state/use-answer.ts";

const previewAfterMilliseconds = 150;

const preview = (asked: string) => app.previewCopy(JSON.parse(asked));

/** What main makes of these choices, or last made of them. Null until it answered. */
export function useCopyPreview(choices: CopyChoices): CopyPreview | null {
  // Every state is a copy that came over IPC, so it is what is in it that counts.
  return useAnswer(JSON.stringify(choices), preview, previewAfterMilliseconds)?.known ?? null;
}
