import type { ICachePlugin, TokenCacheContext } from "@azure/msal-node";
import * as v from "valibot";

import type { AppError } from "../contract/errors.ts";
import type { Protection } from "../contract/state.ts";
import { parseJson } from "../graph/graph-errors.ts";
import type { SealedRecord } from "../vault.ts";

export interface TokenCacheDependencies {
  readonly record: SealedRecord;
  /** Where the last save went. */
  readonly onSaved: (protection: Protection) => void;
  /** The tokens stay in memory; the person is told. */
  readonly onFailed: (error: AppError) => void;
}

/**
 * Keeps MSAL's cache in a sealed record. Three rules, each against a loss that was seen: a load that
 * failed never leads to a write, the text is taken before anything is awaited, and a save that fails
 * costs nobody the token they just got.
 */
export function createTokenCache({
  record,
  onSaved,
  onFailed,
}: TokenCacheDependencies): ICachePlugin {
  const loaded = new WeakSet<TokenCacheContext>();
  return {
    async beforeCacheAccess(context) {
      const text = await record.load();
      // What cannot be read was set aside by the record: an empty cache may be written. A keyring
      // that cannot be asked is another matter: the tokens are still there.
      if (!text.ok) {
        onFailed(text.error);
        if (text.error.kind === "sign-in-unreadable") loaded.add(context);
        return;
      }
      if (text.value !== null && isCache(text.value)) context.tokenCache.deserialize(text.value);
      loaded.add(context);
    },
    async afterCacheAccess(context) {
      if (!context.cacheHasChanged) return;
      const text = context.tokenCache.serialize();
      if (!loaded.has(context)) return record.hold(text);
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
const isCache = (text: string): boolean => v.is(cache, parseJson(text));
