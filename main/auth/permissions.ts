import type { OrganisationDescriptor } from "../base/organisation.ts";

/** Asked for only when a feature is used that needs it. */
export type ExtraPermission = "calendar" | "calendar-read" | "people";

/** All there are: an administrator approves once, and nobody is refused anything later. */
export const everyPermission: readonly ExtraPermission[] = ["calendar", "calendar-read", "people"];

/** The least that signs in and makes meetings; offline_access, openid and profile are MSAL's own. */
const base = ["User.Read", "OnlineMeetings.ReadWrite"];

const extra: Readonly<Record<ExtraPermission, string>> = {
  calendar: "Calendars.ReadWrite",
  "calendar-read": "Calendars.Read",
  people: "People.Read",
};

/** As an admin finds them: without the address of a national cloud. */
export const permissionNames = (permissions: readonly ExtraPermission[]): readonly string[] => [
  ...base,
  ...permissions.map((permission) => extra[permission]),
];

/** The global Graph is MSAL's default resource; elsewhere the scopes must name theirs. */
export function scopesFor(
  { graphBaseUrl }: OrganisationDescriptor,
  permissions: readonly ExtraPermission[] = [],
): string[] {
  const { hostname, origin } = new URL(graphBaseUrl);
  const names = [...permissionNames(permissions)];
  const isNamed = hostname.endsWith("graph.microsoft.us") || hostname.endsWith(".chinacloudapi.cn");
  return isNamed ? names.map((name) => `${origin}/${name}`) : names;
}
