import type { Adapter, AdapterPayload } from "oidc-provider";
import * as v from "valibot";

import { graphResource, isOpenIdScope, splitScopes } from "./scopes.ts";

/** What survives a restart: without these a person would have to sign in again. */
const durableModels = new Set(["RefreshToken", "Grant"]);

const grantPayload = v.object({
  openid: v.optional(v.object({ claims: v.optional(v.array(v.string())) })),
});

export interface SavedTokens {
  readonly payloads: Readonly<Record<string, AdapterPayload>>;
  readonly revoked: Readonly<Record<string, number>>;
  /** Permissions by object id. A state file from before they were kept has none. */
  readonly approved?: Readonly<Record<string, readonly string[]>>;
}

/** What a refresh token or a code was given for. */
export interface Granted {
  readonly oid: string;
  /** Authentication contexts that the person satisfied. */
  readonly acrs: readonly string[];
}

/** The provider's storage, and what the directory remembers beside it. */
export interface TokenStore {
  adapter(model: string): Adapter;
  /** The AADSTS number a refresh token is refused with, null where it is good. */
  revocationOf(refreshToken: string): number | null;
  revoke(oid: string, aadsts: number): void;
  /** Null where there is no such refresh token or code. */
  grantedTo(model: "RefreshToken" | "AuthorizationCode", id: string): Granted | null;
  /** The permissions a person approved for the app so far, at any sign-in. */
  approved(oid: string): ReadonlySet<string>;
  approve(oid: string, scopes: readonly string[]): void;
  /** As a person does at myapps.microsoft.com: the next silent request for any of it fails. */
  withdrawApproval(oid: string): void;
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
  const approvals = new Map(
    Object.entries(saved?.approved ?? {}).map(([oid, scopes]) => [oid, new Set(scopes)]),
  );
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
      async find(id) {
        const payload = payloads.get(`${model}:${id}`);
        const approved = approvals.get(payload?.accountId ?? "");
        return payload && approved && durableModels.has(model)
          ? withApproved(payload, approved)
          : payload;
      },
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
    grantedTo(model, id) {
      const { accountId: oid, grantId } = payloads.get(`${model}:${id}`) ?? {};
      if (oid === undefined) return null;
      const grant = v.safeParse(grantPayload, payloads.get(`Grant:${grantId}`));
      return { oid, acrs: grant.success ? (grant.output.openid?.claims ?? []) : [] };
    },
    approved: (oid) => approvals.get(oid) ?? new Set(),
    approve(oid, scopes) {
      approvals.set(oid, new Set([...(approvals.get(oid) ?? []), ...scopes]));
      onChange();
    },
    withdrawApproval(oid) {
      approvals.set(oid, new Set());
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
      approved: Object.fromEntries(Array.from(approvals, ([oid, scopes]) => [oid, [...scopes]])),
    }),
  };
}

/** Entra's refresh tokens reach whatever the person approved for the app, at this sign-in or another. */
function withApproved(payload: AdapterPayload, approved: ReadonlySet<string>): AdapterPayload {
  const openId = splitScopes(payload.scope).filter(isOpenIdScope);
  return {
    ...payload,
    ...(payload.scope === undefined ? {} : { scope: [...openId, ...approved].join(" ") }),
    ...(payload.resources ? { resources: { [graphResource]: [...approved].join(" ") } } : {}),
  };
}
