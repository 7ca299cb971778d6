import { useEffect, useState } from "react";

import type { CopyPreview } from "../../main/contract/answers.ts";
import type { CopyChoices } from "../../main/contract/settings.ts";
import { app } from "../app.ts";

const previewAfterMilliseconds = 150;

/** What main makes of these choices. Null until it answered. */
export function useCopyPreview(choices: CopyChoices): CopyPreview | null {
  const [preview, setPreview] = useState<CopyPreview | null>(null);
  // Every state is a copy that came over IPC, so it is what is in it that counts.
  const asked = JSON.stringify(choices);
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(() => {
      void app.previewCopy(JSON.parse(asked)).then((answer) => {
        if (answer.ok && !isStale) setPreview(answer.value);
      });
    }, previewAfterMilliseconds);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return preview;
}
