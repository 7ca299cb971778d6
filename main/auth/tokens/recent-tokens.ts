import type { AuthenticationResult } from "@azure/msal-node";

import type { Clock } from "../../base/clock.ts";

/** `expiresAt` is epoch milliseconds. */
export interface AccessToken {
  readonly value: string;
  readonly expiresAt: number;
}

/**
 * For a minute a token is handed out again without MSAL: with a clock that was set back MSAL refreshes
 * on every call, until Entra takes it for a loop (AADSTS50196).
 */
export interface RecentTokens {
  /** By account and permissions. */
  fresh(key: string): AccessToken | null;
  /** The last one while Microsoft takes it, for when there is no newer one to be had. */
  usable(key: string): AccessToken | null;
  keep(key: string, result: AuthenticationResult): AccessToken;
  /** All whose key begins so. */
  forget(start: string): void;
}

const minute = 60_000;

export function createRecentTokens(clock: Clock): RecentTokens {
  const recent = new Map<string, AccessToken & { readonly at: number }>();
  return {
    fresh(key) {
      const known = recent.get(key);
      if (!known) return null;
      const now = clock.now();
      const isFresh = Math.abs(now - known.at) < minute && known.expiresAt - now > minute;
      return isFresh ? known : null;
    },
    usable(key) {
      const known = recent.get(key);
      return known && known.expiresAt - clock.now() > minute ? known : null;
    },
    keep(key, { accessToken, expiresOn }) {
      const access = { value: accessToken, expiresAt: expiresOn?.getTime() ?? clock.now() };
      recent.set(key, { ...access, at: clock.now() });
      return access;
    },
    forget(start) {
      for (const key of recent.keys()) if (key.startsWith(start)) recent.delete(key);
    },
  };
}
