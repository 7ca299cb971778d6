import type { TFunction } from "i18next";

import { errorWords } from "../../../main/contract/error-words.ts";
import type { AppError } from "../../../main/contract/errors.ts";
import { languages } from "../../../main/contract/languages.ts";
import { errorDetails } from "../../../main/shell/error-details.ts";
import { createWords, type Words } from "../../../main/base/words.ts";
import { errorText } from "../../../renderer/error-text.ts";
import { windowWords } from "../../fakes/window-words.ts";
import { marker } from "./invented-texts.ts";

export interface ScreenFaults {
  readonly isBlank: boolean;
  /** A key, a placeholder or a "NaN" in the place of words. */
  readonly isUnfinished: boolean;
  /** Something of the answer's own text, HTML or a stack trace, on screen or in the error itself. */
  readonly leaks: boolean;
}

export type Look = (error: AppError) => ScreenFaults;

/** Puts an error into words as the window and the tray do, in every language, and reads them. */
export async function openScreens(): Promise<Look> {
  const windows = await Promise.all(languages.map(({ tag }) => windowWords(tag)));
  const trays = await Promise.all(languages.map(({ tag }) => createWords(tag)));
  return (error) => {
    const { key } = errorWords(error);
    const texts = [
      ...windows.flatMap((t) => windowTexts(error, t)),
      ...trays.flatMap((words) => trayTexts(error, words)),
    ];
    const context = { title: "", appVersion: "0.0.0", platform: "linux", now: 0 };
    const everything = [...texts, JSON.stringify(error), errorDetails(error, context)].join("\n");
    return {
      isBlank: texts.some((text) => text.trim() === ""),
      isUnfinished: texts.some((text) => text.includes(key) || unfinished.test(text)),
      leaks: everything.toLowerCase().includes(marker.toLowerCase()) || foreign.test(everything),
    };
  };
}

const unfinished = /\{\{|\}\}|\$t\(|\b(?:NaN|Infinity|undefined|null)\b|\[object/u;
const foreign = /<\/?[a-z!]|^\s+at \S+|\.js:\d+|@contoso|Megan/imu;

function windowTexts(error: AppError, t: TFunction): string[] {
  const { title, sentence, action } = errorText(error, t);
  return [title, sentence, action];
}

function trayTexts(error: AppError, words: Words): string[] {
  const { key, values } = errorWords(error);
  return [words(`${key}.title`, values), words(`${key}.sentence`, values)];
}
