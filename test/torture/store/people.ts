import { createHash } from "node:crypto";

import type { ICachePlugin } from "@azure/msal-node";
import * as v from "valibot";

import { createMsalClient } from "../../../main/auth/msal-client.ts";
import type { Network } from "../../../main/base/network.ts";
import { claimsOf, clientInfoOf, idTokenOf, organisation, tenant } from "../an-organisation.ts";

const scopes = ["https://graph.microsoft.com/OnlineMeetings.ReadWrite"];

/** The number of a sign-in rides in its refresh token, with a digest that tells a mixture from a whole. */
export function secretOf(generation: number, size: number): string {
  const body = `${generation}.${"x".repeat(size)}`;
  return `${body}.${createHash("sha256").update(body).digest("hex")}`;
}

/** The number of the sign-in, or -1 for text that nobody wrote like this. */
export function generationOf(secret: string): number {
  const generation = Number(/^\d+/u.exec(secret)?.[0] ?? "-1");
  const size = secret.length - `${generation}`.length - 66;
  return size >= 0 && secretOf(generation, size) === secret ? generation : -1;
}

/** Accounts by name, with the number of their last sign-in. */
export type People = ReadonlyMap<string, number>;

const account = v.object({ homeAccountId: v.string(), authorityType: v.string() });
const refreshToken = v.object({
  credentialType: v.literal("RefreshToken"),
  homeAccountId: v.string(),
  secret: v.string(),
});

/** The real MSAL as the app makes it, on a network that signs in whoever is named in the request. */
export function createClient(cachePlugin: ICachePlugin) {
  const msal = createMsalClient({ organisation, network, signal: () => null, cachePlugin });
  const tokens = msal.getTokenCache();
  return {
    cache: tokens,
    /** Redeems a token as a finished sign-in does: MSAL loads, adds the account, and has it saved. */
    async signIn(name: string, generation: number, size = 1_000) {
      const token = `${name} ${secretOf(generation, size)}`;
      await msal.acquireTokenByRefreshToken({ refreshToken: token, scopes, forceCache: true });
    },
    /** What MSAL holds now, without asking the disk. */
    people(): People {
      const entries = Object.values(tokens.getKVStore());
      const secrets = new Map(
        entries.flatMap((entry) =>
          v.is(refreshToken, entry) ? [[entry.homeAccountId, entry.secret]] : [],
        ),
      );
      return new Map(
        entries.flatMap((entry) => {
          if (!v.is(account, entry)) return [];
          const { homeAccountId: id } = entry;
          return [[id.replace(`.${tenant}`, ""), generationOf(secrets.get(id) ?? "")]];
        }),
      );
    },
    homeIdOf: (name: string) => `${name}.${tenant}`,
  };
}

// Node's own Headers would load all of its fetch, for a third of the time a start takes.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an empty map answers `get` and `has`, all that is asked of it, as no headers would
const noHeaders = new Map() as unknown as Headers;

const network: Network = async ({ url, body }) => {
  if (!url.includes("/token")) throw new Error(`not foreseen: ${url}`);
  const [name = "", secret = ""] = (new URLSearchParams(body).get("refresh_token") ?? "").split(
    " ",
  );
  const answer = {
    token_type: "Bearer",
    scope: scopes.join(" "),
    expires_in: 3_600,
    access_token: `access of ${name}`,
    refresh_token: secret,
    id_token: idTokenOf(claimsOf(name)),
    client_info: clientInfoOf(name),
  };
  return {
    ok: true,
    answer: { status: 200, headers: noHeaders, body: JSON.stringify(answer) },
  };
};
