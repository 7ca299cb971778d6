import type { Answer } from "../http/answer.ts";
import { displayName, type Persona, personas } from "../personas.ts";
import { approvalPath } from "./routes.ts";
import { loginHintOf } from "./token-claims.ts";
import { escapeHtml } from "../../../main/base/escape-html.ts";
import { pageAnswer } from "./pages.ts";

/** The page a person sees in the browser: who they want to be, and what the app asks for. */
export function signInPage(
  scopes: readonly string[],
  loginHint: string | null,
  clientId: string,
): Answer {
  const isExpected = (persona: Persona) =>
    [persona.username, loginHintOf(persona)].some((hint) => hint === loginHint);
  const first = personas.filter(isExpected);
  const others = personas.filter((persona) => !isExpected(persona));
  return pageAnswer(
    "Pick an account",
    `<p>With the account you pick, Quick Meeting may ${escapeHtml(permissions(scopes))}.</p>
<form method="post">
${[...first, ...others].map(accountButton).join("\n")}
<button class="plain" name="decision" value="deny">Cancel</button>
</form>
<p class="quiet">An administrator? <a href="${escapeHtml(approvalPath(clientId))}">Approve for everybody</a></p>`,
  );
}

const words: Readonly<Record<string, string>> = {
  "User.Read": "read your profile",
  "OnlineMeetings.Read": "read your online meetings",
  "OnlineMeetings.ReadWrite": "make and change your online meetings",
  "Calendars.Read": "read your calendar",
  "Calendars.ReadWrite": "change your calendar",
  "People.Read": "suggest people to invite",
  offline_access: "stay signed in",
};

export const permissions = (scopes: readonly string[]): string =>
  new Intl.ListFormat("en").format(scopes.flatMap((scope) => words[scope] ?? []));

const accountButton = (persona: Persona): string => {
  const { id, givenName, surname, username, note } = persona;
  const initials = `${givenName.slice(0, 1)}${surname.slice(0, 1)}`;
  return `<button name="persona" value="${escapeHtml(id)}">
<span class="avatar" aria-hidden="true">${escapeHtml(initials)}</span>
<span><strong>${escapeHtml(displayName(persona))}</strong>
<span>${escapeHtml(username)}</span>
<span class="quiet">${escapeHtml(note)}</span></span>
</button>`;
};
