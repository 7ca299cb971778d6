import type { ICachePlugin, TokenCacheContext } from "@azure/msal-node";
import * as v from "valibot";

import type { AppError } from "../../contract/errors.ts";
import type { Protection } from "../../contract/state.ts";
import { parseJson } from "../../graph/graph-errors.ts";
import type { SealedRecord } from "../../base/vault.ts";

export interface TokenCacheDependencies {
  readonly record: SealedRecord;
  /** Where the last save went. */
  readonly onSaved: (protection: Protection) => void;
  /** The tokens stay in memory; the person is told. */
  readonly onFailed: (error: AppError) => void;
}

/**
 * Keeps MSAL's cache in a sealed record. Rules, each against a loss that was seen: the text is taken
 * before anything is awaited, after a load that failed an empty cache is never saved, and a save that
 * fails costs nobody the token they just got.
 */
export function createTokenCache({
  record,
  onSaved,
  onFailed,
}: TokenCacheDependencies): ICachePlugin {
  const notLoaded = new WeakSet<TokenCacheContext>();
  return {
    async beforeCacheAccess(context) {
      const loaded = await record.load();
      if (!loaded.ok) {
        onFailed(loaded.error);
        notLoaded.add(context);
      }
      const text = loaded.ok ? loaded.value : record.held();
      if (text !== null && isCache(text)) context.tokenCache.deserialize(text);
    },
    async afterCacheAccess(context) {
      if (!context.cacheHasChanged) return;
      const text = context.tokenCache.serialize();
      // MSAL comes here in a `finally`: nobody signed in, so nothing is worth what is on disk.
      if (notLoaded.has(context) && !hasAccount(text)) return;
      const saved = await record.save(text);
      if (saved.ok) onSaved(saved.value);
      else onFailed(saved.error);
    },
  };
}

const entities = v.optional(v.record(v.string(), v.looseObject({})));
const cache = v.looseObject({
  Account: entities,
  IdToken: entities,
  AccessToken: entities,
  RefreshToken: entities,
  AppMetadata: entities,
});

/** MSAL throws raw TypeErrors on `null` and on entries that are no objects. */
const isCache = (text: string): boolean => parseCache(text) !== null;

const hasAccount = (text: string): boolean =>
  Object.keys(parseCache(text)?.Account ?? {}).length > 0;

const parseCache = (text: string) => {
  const parsed = v.safeParse(cache, parseJson(text));
  return parsed.success ? parsed.output : null;
};

/** What this run signed in, over what earlier runs left; for when the disk could be read only later. */
export function mergeCaches(saved: string, held: string): string {
  const [older, newer] = [parseCache(saved), parseCache(held)];
  if (!older || !newer) return newer ? held : saved;
  const names = new Set([...Object.keys(older), ...Object.keys(newer)]);
  const merged = [...names].map((name) => [
    name,
    { ...entitiesOf(older, name), ...entitiesOf(newer, name) },
  ]);
  return JSON.stringify(Object.fromEntries(merged));
}

function entitiesOf(whole: object, name: string): object {
  const value: unknown = Reflect.get(whole, name);
  return typeof value === "object" && value !== null ? value : {};
}

const refreshToken = v.object({
  credentialType: v.literal("RefreshToken"),
  homeAccountId: v.string(),
});

/** Whose sign-in can be renewed without them. */
export const refreshTokenOwners = (store: Readonly<Record<string, unknown>>): ReadonlySet<string> =>
  new Set(
    Object.values(store).flatMap((entry) =>
      v.is(refreshToken, entry) ? [entry.homeAccountId] : [],
    ),
  );
