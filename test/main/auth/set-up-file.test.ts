import { describe, expect, test } from "vitest";

import { readSetUpFile } from "../../../main/auth/sign-in/set-up-file.ts";
import { fail, ok } from "../../../main/contract/errors.ts";

const clientId = "3f2a0f0e-5f0a-4a5e-9d0b-2f0d3a8c1b2c";
const file = (members: object) => JSON.stringify({ clientId, tenant: "contoso.com", ...members });
const refused = (why: "not-one" | "wrong-values") => fail({ kind: "set-up-file-refused", why });

describe("a setup file", () => {
  test("says who, where and in which cloud; the global one where it names none", () => {
    const draft = { clientId, tenant: "contoso.com", cloud: "global" };
    expect(readSetUpFile(file({}))).toEqual(ok(draft));
    expect(readSetUpFile(file({ cloud: "us-l4" }))).toEqual(ok({ ...draft, cloud: "us-l4" }));
  });

  test("may have been saved by any editor, and say more than is read", () => {
    const draft = ok({ clientId, tenant: "contoso.com", cloud: "global" });
    expect(readSetUpFile(`\uFEFF${file({ tenant: " contoso.com " })}\r\n`)).toEqual(draft);
    expect(readSetUpFile(file({ graph: "https://evil.example", note: { to: "all" } }))).toEqual(
      draft,
    );
  });

  test.each([
    "",
    "clientId: 3f2a",
    "null",
    "[]",
    '"text"',
    "{}",
    JSON.stringify({ clientId }),
    file({ tenant: 7 }),
    file({ cloud: ["global"] }),
    "[".repeat(10_000),
  ])("is something else: %j", (text) => expect(readSetUpFile(text)).toEqual(refused("not-one")));

  test.each([
    { clientId: "" },
    { clientId: "not-a-guid" },
    { tenant: "" },
    { tenant: "contoso.com/evil" },
    { tenant: "https://evil.example" },
    { cloud: "moon" },
    { cloud: "__proto__" },
  ])("with a mistake: %j", (members) =>
    expect(readSetUpFile(file(members))).toEqual(refused("wrong-values")),
  );
});
