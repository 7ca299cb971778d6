import { BrowserWindow, dialog, type WebContents } from "electron";

import type { QuestionText } from "../../shell/guard/question-words.ts";
import type { OpenBoxes } from "./open-boxes.ts";

export interface QuestionBox {
  /** In front of the window of these contents. True where the person says yes. */
  ask(text: QuestionText, contents: WebContents): Promise<boolean>;
}

/** A question of the operating system's, which no page can draw, read or answer. */
export function createQuestionBox(boxes: OpenBoxes): QuestionBox {
  return {
    async ask({ title, body, confirm, cancel }, contents) {
      const window = BrowserWindow.fromWebContents(contents);
      if (!window) return false;
      const { response } = await boxes.during(() =>
        dialog.showMessageBox(window, {
          type: "question",
          title: "Quick Meeting",
          message: title,
          detail: body,
          buttons: [confirm, cancel],
          // Whoever types on as it comes up says no.
          defaultId: 1,
          cancelId: 1,
          noLink: true,
          normalizeAccessKeys: false,
        }),
      );
      return response === 0;
    },
  };
}
