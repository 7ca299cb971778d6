import type { AccountInfo } from "@azure/msal-node";

import type { Account } from "../contract/state.ts";

/** The tenant all personal Microsoft accounts have in common. */
const personalTenant = "9188040d-6c67-4c5b-b112-36a304b66dad";

export function toAccount(organisationId: string, info: AccountInfo): Account {
  const { homeAccountId, tenantId, name, username } = info;
  return {
    id: `${organisationId}/${homeAccountId}`,
    organisationId,
    name: name === undefined || name === "" ? username : name,
    username,
    kind: homeTenantOf(homeAccountId) === tenantId ? "member" : "guest",
  };
}

/** MSAL's own name for the account. */
export const homeIdOf = (accountId: string): string => accountId.slice(accountId.indexOf("/") + 1);

export const isPersonal = ({ homeAccountId }: AccountInfo): boolean =>
  homeTenantOf(homeAccountId) === personalTenant;

/** `<object id>.<tenant id>`, of the account's home wherever it signed in. */
const homeTenantOf = (homeAccountId: string): string => homeAccountId.split(".")[1] ?? "";
