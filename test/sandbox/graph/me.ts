import { displayName, type Persona } from "../personas.ts";
import { badRequest, graphAnswer } from "./graph-answers.ts";
import type { GraphHandler } from "./graph-call.ts";

/** @see https://learn.microsoft.com/graph/api/user-get */
export const getMe: GraphHandler = ({ baseUrl }, { call, caller }) => {
  const { persona } = caller;
  const user: Readonly<Record<string, unknown>> = {
    id: persona.oid,
    displayName: displayName(persona),
    givenName: persona.givenName,
    surname: persona.surname,
    mail: persona.username,
    userPrincipalName: principalNameOf(persona),
    jobTitle: null,
    officeLocation: null,
    mobilePhone: null,
    businessPhones: [],
    preferredLanguage: "en-US",
  };
  const selected = call.url.searchParams.get("$select")?.split(",");
  const unknown = selected?.find((member) => !(member in user));
  if (unknown !== undefined) return badRequest(`There is no property named '${unknown}'.`);
  const members = Object.entries(user).filter(([name]) => selected?.includes(name) ?? true);
  return graphAnswer(call.record, 200, {
    "@odata.context": `${baseUrl}/v1.0/$metadata#users/$entity`,
    ...Object.fromEntries(members),
  });
};

/** A guest's carries the address at home, and where they are a guest. */
const principalNameOf = ({ home, username }: Persona): string =>
  home ? `${username.replace("@", "_")}#EXT#@contoso.com` : username;
