import * as v from "valibot";

import type { AccountDefaults, Settings } from "../contract/settings.ts";
import { accountDefaults } from "../contract/settings/schemas.ts";
import { asStored, defined, type Stored } from "./stored-object.ts";

export const accountKey = v.pipe(v.string(), v.regex(/^[\da-f]{16}$/u));

export const readKey = (raw: unknown): string | null => (v.is(accountKey, raw) ? raw : null);

/** Part by part, of every account. */
export function readAccounts(raw: unknown): Settings["accountDefaults"] {
  const accounts = Object.entries(asStored(raw) ?? {});
  return Object.fromEntries(
    accounts.flatMap(([key, value]) => {
      const defaults = readAccount(asStored(value) ?? {});
      return v.is(accountKey, key) && isSomething(defaults) ? [[key, defaults]] : [];
    }),
  );
}

function readAccount(stored: Stored): AccountDefaults {
  const parts = Object.entries(accountDefaults.entries).map(([part, schema]) => {
    const parsed = v.safeParse(schema, stored[part]);
    return [part, parsed.success ? parsed.output : undefined];
  });
  return defined(Object.fromEntries(parts));
}

/** What is not understood of its account stays as it was, unless that very part is changed. */
export function changeAccounts(raw: unknown, key: string, defaults: AccountDefaults): Stored {
  const { [key]: before, ...others } = asStored(raw) ?? {};
  const stored = asStored(before) ?? {};
  const understood = readAccount(stored);
  const unread = Object.entries(stored).filter(
    ([part]) => !Object.hasOwn(understood, part) && !Object.hasOwn(defaults, part),
  );
  const own = { ...Object.fromEntries(unread), ...defined(defaults) };
  return isSomething(own) ? { ...others, [key]: own } : others;
}

const isSomething = (value: object) => Object.keys(value).length > 0;
