import type { AppState } from "../contract/state.ts";

/**
 * What a desktop is given as the body of a notification: on Linux it is read as markup, with links.
 * @see https://specifications.freedesktop.org/notification-spec/latest/markup.html
 */
export const noticeBody = (text: string, platform: AppState["platform"]): string =>
  platform === "linux" ? text.replaceAll(/[&<>]/gu, (sign) => entities[sign] ?? "") : text;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
