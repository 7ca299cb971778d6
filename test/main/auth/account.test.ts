import type { AccountInfo } from "@azure/msal-node";
import { expect, test } from "vitest";

import { homeIdOf, isPersonal, toAccount } from "../../../main/auth/account.ts";

const info = (change: Partial<AccountInfo> = {}): AccountInfo => ({
  homeAccountId: "oid-1.tenant-1",
  environment: "login.microsoftonline.com",
  tenantId: "tenant-1",
  username: "megan@contoso.com",
  localAccountId: "oid-1",
  name: "Megan Bowen",
  ...change,
});

test("a member is at home in the tenant they signed in to", () => {
  expect(toAccount("contoso", info())).toEqual({
    id: "contoso/oid-1.tenant-1",
    organisationId: "contoso",
    name: "Megan Bowen",
    username: "megan@contoso.com",
    kind: "member",
  });
});

test("a guest is at home elsewhere, wherever that is", () => {
  expect(toAccount("contoso", info({ tenantId: "tenant-2" })).kind).toBe("guest");
  expect(toAccount("contoso", info({ homeAccountId: "odd" })).kind).toBe("guest");
});

test("who has no name is called by their address", () => {
  const { name: _name, ...nameless } = info();
  expect(toAccount("contoso", nameless).name).toBe("megan@contoso.com");
  expect(toAccount("contoso", info({ name: "" })).name).toBe("megan@contoso.com");
});

test("the same person in two organisations is two accounts, and one to MSAL", () => {
  const [first, second] = ["contoso", "sample"].map((id) => toAccount(id, info()).id);
  expect(first).not.toBe(second);
  expect([first, second].map((id = "") => homeIdOf(id))).toEqual([
    "oid-1.tenant-1",
    "oid-1.tenant-1",
  ]);
});

test("a personal account is known by the tenant they all have in common", () => {
  const personal = "oid-1.9188040d-6c67-4c5b-b112-36a304b66dad";
  expect(isPersonal(info({ homeAccountId: personal }))).toBe(true);
  expect(isPersonal(info())).toBe(false);
});
