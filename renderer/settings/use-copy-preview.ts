import type { CopyPreview } from "../../main/contract/answers.ts";
import type { CopyChoices } from "../../main/contract/settings.ts";
import { app } from "../app.ts";
import { useAnswer } from "../ui/state/use-answer.ts";

const previewAfterMilliseconds = 150;

const preview = (asked: string) => app.previewCopy(JSON.parse(asked));

/** What main makes of these choices. Null until it answered. */
export function useCopyPreview(choices: CopyChoices): CopyPreview | null {
  // Every state is a copy that came over IPC, so it is what is in it that counts.
  const answered = useAnswer(JSON.stringify(choices), preview, previewAfterMilliseconds);
  return answered?.answer.ok ? answered.answer.value : null;
}
