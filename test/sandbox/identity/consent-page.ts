import type { Answer } from "../http/answer.ts";
import type { Persona } from "../personas.ts";
import { escapeHtml } from "../../../main/base/escape-html.ts";
import { pageAnswer } from "./pages.ts";
import { permissions } from "./sign-in-page.ts";

/** What a person is asked who has not approved these permissions before. */
export const consentPage = ({ id, username }: Persona, scopes: readonly string[]): Answer =>
  pageAnswer(
    "Permissions requested",
    `<p class="quiet">${escapeHtml(username)}</p>
<p>Quick Meeting would also like to ${escapeHtml(permissions(scopes))}.</p>
<form method="post">
<input type="hidden" name="persona" value="${escapeHtml(id)}">
<button class="plain" name="decision" value="accept">Accept</button>
<button class="plain" name="decision" value="deny">Cancel</button>
</form>`,
  );
