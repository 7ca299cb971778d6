import type { ServerResponse } from "node:http";

import { escapeHtml } from "../../base/escape-html.ts";
import { directionOf, langOf } from "../../contract/languages.ts";
import type { Words } from "../../base/words.ts";

export type PageName = "received" | "declined" | "nothing" | "gone" | "refused";

/** Plain text, made safe for HTML here. */
export interface PageTexts {
  readonly language: string;
  readonly pages: Readonly<Record<PageName, { readonly title: string; readonly body: string }>>;
}

export function pageTexts(language: string, words: Words): PageTexts {
  const page = (name: PageName) => ({
    title: words(`page.${name}.title`),
    body: words(`page.${name}.body`),
  });
  return {
    language,
    pages: {
      received: page("received"),
      declined: page("declined"),
      nothing: page("nothing"),
      gone: page("gone"),
      refused: page("refused"),
    },
  };
}

const style =
  "body{font:16px/1.5 system-ui,sans-serif;margin:15vh auto;max-width:28rem;padding:0 1.5rem;color-scheme:light dark}h1{font-size:1.25rem}";

export const pageHeaders = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  connection: "close",
};

/** What the browser shows after Entra sent it here. Static, and never more than is true at that moment. */
export function createPages({ language, pages }: PageTexts) {
  const html = (name: PageName) => {
    const { title, body } = pages[name];
    return `<!doctype html><html lang="${escapeHtml(langOf(language))}" dir="${directionOf(language)}"><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style><h1>${escapeHtml(title)}</h1><p>${escapeHtml(body)}</p></html>`;
  };
  return {
    async send(response: ServerResponse, status: number, name: PageName): Promise<void> {
      const sent = new Promise<void>((resolve) => {
        response.once("close", resolve);
      });
      response.writeHead(status, { ...pageHeaders, "content-type": "text/html; charset=utf-8" });
      response.end(html(name));
      await sent;
    },
  };
}
