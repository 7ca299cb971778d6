import type { KoaContextWithOIDC } from "oidc-provider";

import { escapeHtml } from "../../../main/base/escape-html.ts";
import type { Answer } from "../http/answer.ts";
import type { ErrorParameters } from "./entra-errors.ts";

/** A page of the sample organisation. `content` is HTML. */
export function pageAnswer(title: string, content: string, status = 200): Answer {
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
    body: document(title, content),
  };
}

/** Where a refusal cannot go back to the app, or the app is on another device. */
export const refusalPage = ({ error_description: says }: ErrorParameters): Answer =>
  pageAnswer("This sign-in cannot go on", `<p><code>${escapeHtml(says)}</code></p>`, 400);

/** The same as an answer of the provider. */
export function showPage(context: KoaContextWithOIDC, title: string, content: string): void {
  const { headers, body } = pageAnswer(title, content);
  for (const [name, value] of Object.entries(headers)) context.set(name, [value].flat());
  context.body = body;
}

const document = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="brand"><span aria-hidden="true"></span>Contoso <em>sample organisation</em></p>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
<footer>This page stands in for Microsoft's sign-in. Nothing leaves this computer.</footer>
</body>
</html>
`;

const style = `
:root { color-scheme: light dark; --ground: #f3f2f1; --card: #fff; --text: #242424; --quiet: #616161;
  --line: #d1d1d1; --hover: #f5f5f5; --accent: #5b5fc7; }
@media (prefers-color-scheme: dark) { :root { --ground: #1b1a19; --card: #292929; --text: #fff;
  --quiet: #b8b8b8; --line: #525252; --hover: #3d3d3d; --accent: #a6a7f0; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; align-items: center;
  justify-content: center; gap: 16px; padding: 16px; background: var(--ground); color: var(--text);
  font: 14px/20px "Segoe UI", system-ui, -apple-system, sans-serif; }
main { width: 100%; max-width: 440px; padding: 32px; border-radius: 8px; background: var(--card);
  box-shadow: 0 2px 12px rgb(0 0 0 / 14%); }
h1 { margin: 0 0 8px; font-size: 24px; line-height: 32px; font-weight: 600; }
p { margin: 0 0 16px; }
.brand { display: flex; align-items: center; gap: 8px; font-weight: 600; }
.brand span { width: 16px; height: 16px; border-radius: 4px; background: var(--accent); }
em, .quiet, footer { color: var(--quiet); font-style: normal; font-weight: 400; }
footer { font-size: 12px; line-height: 16px; text-align: center; }
form { display: grid; gap: 8px; margin: 16px 0 0; }
label, input { display: block; width: 100%; }
input { margin: 4px 0 0; padding: 6px 12px; font: inherit; color: inherit; background: none;
  border: 1px solid var(--line); border-radius: 4px; text-transform: uppercase; }
button { display: flex; align-items: center; gap: 12px; width: 100%; padding: 6px 12px; text-align: start;
  font: inherit; color: inherit; background: none; border: 1px solid var(--line); border-radius: 4px; cursor: pointer; }
button:hover { background: var(--hover); }
button:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
button > span { display: grid; }
button strong { font-weight: 600; }
button.plain { justify-content: center; margin-top: 8px; padding: 8px 12px; }
.avatar { flex: none; width: 40px; height: 40px; border-radius: 50%; place-content: center;
  background: var(--accent); color: var(--card); font-weight: 600; }
code { overflow-wrap: anywhere; white-space: pre-line; color: var(--quiet); font-size: 12px; }
`;
