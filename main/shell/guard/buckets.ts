import type { Rate } from "../../contract/requests/rates.ts";

export interface Buckets<Name> {
  /** False where the bucket of this name is empty. */
  take(name: Name, rate: Rate): boolean;
}

/** Token buckets: what was not used comes back with time, and never to more than `atOnce`. `elapsed`: milliseconds that only go forward. */
export function createBuckets<Name>(elapsed: () => number): Buckets<Name> {
  const buckets = new Map<Name, { readonly tokens: number; readonly at: number }>();
  return {
    take(name, { atOnce, perMinute }) {
      const now = elapsed();
      const { tokens, at } = buckets.get(name) ?? { tokens: atOnce, at: now };
      const left = Math.min(atOnce, tokens + ((now - at) * perMinute) / 60_000);
      const isThere = left >= 1;
      buckets.set(name, { tokens: isThere ? left - 1 : left, at: now });
      return isThere;
    },
  };
}
