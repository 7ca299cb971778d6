/** The delegated permissions of Graph that the sample organisation knows. */
export const graphScopes = [
  "User.Read",
  "OnlineMeetings.Read",
  "OnlineMeetings.ReadWrite",
  "Calendars.ReadBasic",
  "Calendars.Read",
  "Calendars.ReadWrite",
  "People.Read",
] as const;

export const openIdScopes = ["openid", "profile", "email", "offline_access"] as const;

/** What the app asks for at any sign-in; the rest is for features that are switched on later. */
const basicScopes = new Set<string>([
  ...openIdScopes,
  "User.Read",
  "OnlineMeetings.Read",
  "OnlineMeetings.ReadWrite",
]);

export const isOpenIdScope = (scope: string): boolean =>
  openIdScopes.some((name) => name === scope);

export const isExtraScope = (scope: string): boolean => !basicScopes.has(scope);

/** What people may approve for themselves, whatever the policy. */
export const isHarmlessScope = (scope: string): boolean =>
  isOpenIdScope(scope) || scope === "User.Read";

export const graphResource = "https://graph.microsoft.com";
const prefix = `${graphResource}/`;

export const splitScopes = (text: string | null | undefined): string[] =>
  (text ?? "").split(" ").filter((scope) => scope !== "");

/** Entra takes "https://graph.microsoft.com/User.Read" and "User.Read", in any case; the provider one form. */
export function shortScope(scope: string): string {
  const bare = scope.toLowerCase().startsWith(prefix) ? scope.slice(prefix.length) : scope;
  const known = [...graphScopes, ...openIdScopes];
  return known.find((name) => name.toLowerCase() === bare.toLowerCase()) ?? bare;
}

export const isKnownScope = (scope: string): boolean =>
  [...graphScopes, ...openIdScopes].some((name) => name === shortScope(scope));

/** The scopes of an answer: those that were granted, each in the form it was asked for, without offline_access. */
export function answeredScopes(asked: readonly string[], granted: ReadonlySet<string>): string {
  const wanted = asked.length === 0 ? [...granted] : asked;
  return wanted
    .filter((scope) => granted.has(shortScope(scope)) && scope !== "offline_access")
    .join(" ");
}
