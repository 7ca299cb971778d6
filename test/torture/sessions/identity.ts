import type { Network, NetworkFailure, NetworkResult } from "../../../main/base/network.ts";
import { claimsOf, clientInfoOf, idTokenOf, tenant } from "../an-organisation.ts";
import type { SimulatedTime } from "./simulated-time.ts";

/** Of an access token, in milliseconds. */
export const lifetime = 3_600_000;

export const homeIdOf = (name: string): string => `${name}.${tenant}`;

/** What becomes of a request: refused on the way, answered by somebody else, or its answer lost. */
export type Fault =
  | { readonly kind: "not-sent"; readonly failure: NetworkFailure }
  | { readonly kind: "answer-lost"; readonly failure: NetworkFailure }
  | { readonly kind: "answered"; readonly status: number; readonly body: string };

export interface IdentityOptions {
  readonly time: SimulatedTime;
  /** Milliseconds that half of a request takes. */
  readonly delay: () => number;
  readonly fault: () => Fault | null;
  /**
   * Strict: a refresh token ends when one that came after it is used. Entra's own live on, and would
   * hide that an older one came back.
   */
  readonly isStrict: boolean;
  /** Each refresh that arrives, apart from the one that ends a sign-in. */
  readonly onRefresh?: (name: string, fault: Fault | null) => void;
}

/** What one sign-in began: each refresh rotates its refresh token. */
interface Family {
  readonly name: string;
  issued: number;
  newestUsed: number;
  isRevoked: boolean;
}

export interface Identity {
  readonly network: Network;
  /** The person types the code of the page and signs in. */
  approve(userCode: string, name: string): void;
  /** Ends every session of this person. */
  revoke(name: string): void;
  /** Whether the person's last sign-in has been ended. */
  isRevoked(name: string): boolean;
}

/** Grants by device code, code and refresh token, as Entra does, without sockets. */
export function createIdentity(options: IdentityOptions): Identity {
  const { time, delay, fault, isStrict, onRefresh } = options;
  const families = new Map<number, Family>();
  const latest = new Map<string, Family>();
  const approvals = new Map<string, string>();
  let started = 0;

  function begin(name: string): object {
    const family = { name, issued: 0, newestUsed: 0, isRevoked: false };
    families.set((started += 1), family);
    latest.set(name, family);
    return tokensOf(started, family);
  }

  function tokensOf(id: number, family: Family): object {
    const { name } = family;
    family.issued += 1;
    return {
      token_type: "Bearer",
      scope: "User.Read OnlineMeetings.ReadWrite openid profile offline_access",
      expires_in: lifetime / 1_000,
      access_token: `${name} until ${time.trueNow() + lifetime}`,
      refresh_token: `${id}.${family.issued}`,
      id_token: idTokenOf(claimsOf(name)),
      client_info: clientInfoOf(name),
    };
  }

  function refresh(token: string): object {
    const [id = 0, number = 0] = token.split(".").map(Number);
    const family = families.get(id);
    if (!family || family.isRevoked || (isStrict && number < family.newestUsed))
      return refusal("invalid_grant", { suberror: "bad_token", error_codes: [50_173] });
    family.newestUsed = Math.max(number, family.newestUsed);
    return tokensOf(id, family);
  }

  function grant(form: URLSearchParams): object {
    switch (form.get("grant_type")) {
      case "authorization_code":
        return begin(form.get("code") ?? "");
      case "refresh_token":
        return refresh(form.get("refresh_token") ?? "");
      default: {
        const name = approvals.get(form.get("device_code") ?? "");
        return name === undefined ? refusal("authorization_pending") : begin(name);
      }
    }
  }

  function startDeviceCode(): object {
    const code = `CODE-${(started += 1)}`;
    return {
      device_code: code,
      user_code: code,
      verification_uri: "https://login.microsoftonline.com/device",
      expires_in: 900,
      interval: 1,
    };
  }

  const network: Network = async ({ url, body, signal }) => {
    const trouble = fault();
    await time.sleep(delay(), signal);
    if (signal?.aborted) return failed("aborted");
    if (trouble?.kind === "not-sent") return failed(trouble.failure);
    const answer = answerTo(url, new URLSearchParams(body), trouble);
    await time.sleep(delay(), signal);
    if (signal?.aborted) return failed("aborted");
    return trouble?.kind === "answer-lost" ? failed(trouble.failure) : answer;
  };

  function answerTo(url: string, form: URLSearchParams, trouble: Fault | null): NetworkResult {
    const owner = families.get(Number(form.get("refresh_token")?.split(".")[0]));
    if (owner && owner.issued > 1) onRefresh?.(owner.name, trouble);
    if (trouble?.kind === "answered") return answered(trouble.status, trouble.body);
    const answer = url.endsWith("/devicecode") ? startDeviceCode() : grant(form);
    return answered("error" in answer ? 400 : 200, JSON.stringify(answer));
  }

  return {
    network,
    approve: (userCode, name) => void approvals.set(userCode, name),
    revoke(name) {
      for (const family of families.values()) if (family.name === name) family.isRevoked = true;
    },
    isRevoked: (name) => latest.get(name)?.isRevoked ?? false,
  };
}

const noHeaders = new Headers();

const answered = (status: number, body: string): NetworkResult => ({
  ok: true,
  answer: { status, headers: noHeaders, body },
});

const failed = (failure: NetworkFailure): NetworkResult => ({
  ok: false,
  failure,
  mayHaveArrived: true,
});

const refusal = (error: string, more: object = {}): object => ({
  error,
  error_description: error,
  ...more,
});

/** When Graph begins to refuse the token. */
export const endOf = (accessToken: string): number => Number(accessToken.split(" until ")[1]);
