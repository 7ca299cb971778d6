import { expect, test } from "vitest";

import { signOutAddress } from "../../../../main/auth/sign-in/sign-out-address.ts";
import { contoso } from "../../../fakes/device-code-desk.ts";

const address = "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/logout";

test("names whose session ends, and nothing else", () => {
  const url = new URL(signOutAddress(contoso, "O.CiQ&x=1 #ä"));
  expect(url.origin + url.pathname).toBe(address);
  expect([...url.searchParams]).toEqual([["logout_hint", "O.CiQ&x=1 #ä"]]);
});

test("without a hint Microsoft asks which account", () => {
  expect(signOutAddress(contoso, null)).toBe(address);
});

test("is where a sample organisation says it is", () => {
  const endpoint = "http://127.0.0.1:4711/logout?policy=1";
  const authorityMetadata = JSON.stringify({ end_session_endpoint: endpoint });
  const url = signOutAddress({ ...contoso, authorityMetadata }, "hint");
  expect(url).toBe(`${endpoint}&logout_hint=hint`);
});

test("metadata that names none, or is no JSON, leaves Microsoft's own", () => {
  for (const authorityMetadata of ["{}", "not JSON", '{"end_session_endpoint":7}'])
    expect(signOutAddress({ ...contoso, authorityMetadata }, null)).toBe(address);
});
