import { describe, expect, test } from "vitest";

import type { Accounts } from "../../../../main/auth/accounts.ts";
import { createLargerPermission } from "../../../../main/auth/tokens/larger-permission.ts";
import type { ExtraPermission } from "../../../../main/auth/permissions.ts";
import { type AppError, fail, ok } from "../../../../main/contract/errors.ts";
import type { SignInRefusal } from "../../../../main/contract/errors.ts";

const missing = (reason: SignInRefusal | null): AppError => ({
  kind: "sign-in-again",
  reason,
  trace: null,
});

/** Microsoft knows scopes by name alone. */
function setUp(granted: readonly ExtraPermission[], error = missing("approval-needed")) {
  const asked: (readonly ExtraPermission[])[] = [];
  const known = { granted };
  const token: Accounts["token"] = async ({ permissions = [] }) => {
    asked.push(permissions);
    const isThere = permissions.every((one) => known.granted.includes(one));
    return isThere ? ok({ value: permissions.join(" "), expiresAt: 0 }) : fail(error);
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing else is asked of it
  const accounts = { token } as Accounts;
  const tokenOf = createLargerPermission();
  const ask = (...permissions: ExtraPermission[]) =>
    tokenOf(accounts, { accountId: "megan", forceRefresh: false, permissions });
  return { ask, asked, known };
}

describe("a token to read the calendar", () => {
  test("is had with the permission for it", async () => {
    const { ask, asked } = setUp(["calendar-read"]);
    expect(await ask("calendar-read")).toMatchObject({ value: { value: "calendar-read" } });
    expect(asked).toEqual([["calendar-read"]]);
  });

  test.each(["approval-needed", "admin-approval-needed", null] as const)(
    "is had with the larger one, which is then asked for first: %j",
    async (reason) => {
      const { ask, asked } = setUp(["calendar"], missing(reason));
      expect(await ask("calendar-read")).toMatchObject({ value: { value: "calendar" } });
      expect(await ask("calendar-read")).toMatchObject({ ok: true });
      expect(asked).toEqual([["calendar-read"], ["calendar"], ["calendar"]]);
    },
  );

  test("is had again with the smaller one where the larger was taken back", async () => {
    const { ask, known } = setUp(["calendar"]);
    await ask("calendar-read");
    known.granted = ["calendar-read"];
    expect(await ask("calendar-read")).toMatchObject({ value: { value: "calendar-read" } });
    known.granted = [];
    expect(await ask("calendar-read")).toMatchObject({ ok: false });
  });

  test("is not had without either, for the reason of the one that was wanted", async () => {
    const { ask, asked } = setUp([]);
    expect(await ask("calendar-read")).toEqual(fail(missing("approval-needed")));
    expect(asked).toHaveLength(2);
  });

  test.each<AppError>([
    { kind: "offline", trace: null },
    missing("account-disabled"),
    { kind: "not-signed-in" },
  ])("is asked for once where the permission is not what is missing: %j", async (error) => {
    const { ask, asked } = setUp([], error);
    expect(await ask("calendar-read")).toEqual(fail(error));
    expect(asked).toHaveLength(1);
  });
});

test("the smaller permission never stands for the larger, nor any for another", async () => {
  const { ask, asked } = setUp(["calendar-read"]);
  expect((await ask("calendar")).ok).toBe(false);
  expect((await ask("people")).ok).toBe(false);
  expect((await ask()).ok).toBe(true);
  expect(asked).toEqual([["calendar"], ["people"], []]);
});
