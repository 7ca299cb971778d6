import type { Adapter, AdapterPayload } from "oidc-provider";

/** What survives a restart: without these a person would have to sign in again. */
const durableModels = new Set(["RefreshToken", "Grant"]);

export interface SavedTokens {
  readonly payloads: Readonly<Record<string, AdapterPayload>>;
  readonly revoked: Readonly<Record<string, number>>;
}

/** The provider's storage, and which refresh tokens the directory takes no more. */
export interface TokenStore {
  adapter(model: string): Adapter;
  /** The AADSTS number a refresh token is refused with, null where it is good. */
  revocationOf(refreshToken: string): number | null;
  revoke(oid: string, aadsts: number): void;
  save(): SavedTokens;
}

export interface TokenStoreDependencies {
  readonly saved: SavedTokens | null;
  readonly now: () => number;
  /** Called after each change that should survive a restart. */
  readonly onChange: () => void;
}

export function createTokenStore({ saved, now, onChange }: TokenStoreDependencies): TokenStore {
  const payloads = new Map(Object.entries(saved?.payloads ?? {}));
  const revoked = new Map(Object.entries(saved?.revoked ?? {}));
  const isLive = ({ exp }: AdapterPayload) => exp === undefined || exp * 1_000 > now();
  const prune = () => {
    for (const [key, payload] of payloads) if (!isLive(payload)) payloads.delete(key);
  };
  const changed = (model: string) => {
    if (durableModels.has(model)) onChange();
  };
  const find = (accepts: (payload: AdapterPayload, key: string) => boolean) => {
    for (const [key, payload] of payloads) if (accepts(payload, key)) return payload;
    return undefined;
  };
  let writes = 0;
  return {
    adapter: (model) => ({
      async upsert(id, payload) {
        writes += 1;
        if (writes % 500 === 0) prune();
        payloads.set(`${model}:${id}`, payload);
        changed(model);
      },
      find: async (id) => payloads.get(`${model}:${id}`),
      findByUid: async (uid) =>
        find((payload, key) => payload.uid === uid && key.startsWith(`${model}:`)),
      findByUserCode: async (userCode) => find((payload) => payload.userCode === userCode),
      async consume(id) {
        // Entra's refresh tokens stay good after use: an answer lost on its way costs nobody their sign-in.
        // https://learn.microsoft.com/entra/identity-platform/refresh-tokens
        if (model === "RefreshToken") return;
        const payload = payloads.get(`${model}:${id}`);
        if (payload) payload.consumed = Math.floor(now() / 1_000);
      },
      async destroy(id) {
        payloads.delete(`${model}:${id}`);
        changed(model);
      },
      async revokeByGrantId(grantId) {
        for (const [key, payload] of payloads)
          if (payload.grantId === grantId) payloads.delete(key);
        onChange();
      },
    }),
    revocationOf: (refreshToken) => revoked.get(refreshToken) ?? null,
    revoke(oid, aadsts) {
      for (const [key, payload] of payloads) {
        const [model, id] = key.split(":", 2);
        if (model === "RefreshToken" && id && payload.accountId === oid) revoked.set(id, aadsts);
      }
      onChange();
    },
    save: () => ({
      payloads: Object.fromEntries(
        [...payloads].filter(([key, payload]) => {
          const [model] = key.split(":", 1);
          return durableModels.has(model ?? "") && isLive(payload);
        }),
      ),
      revoked: Object.fromEntries(revoked),
    }),
  };
}
