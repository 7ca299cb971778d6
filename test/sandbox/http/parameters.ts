import type { Incoming } from "./call.ts";

/** Parameters of OAuth that say what was asked for and give nothing away. */
const harmless = [
  "claims",
  "domain_hint",
  "grant_type",
  "login_hint",
  "logout_hint",
  "post_logout_redirect_uri",
  "prompt",
  "response_mode",
  "scope",
] as const;

export type Parameters = Readonly<Partial<Record<(typeof harmless)[number], string>>>;

/** Those of the query and of the form, for the request log. Codes, tokens and verifiers stay out of it. */
export function harmlessParameters({ url, headers, body }: Incoming): Parameters {
  const isForm = /^application\/x-www-form-urlencoded/iu.test(headers["content-type"] ?? "");
  const form = isForm ? new URLSearchParams(body) : null;
  return Object.fromEntries(
    harmless.flatMap((name) => {
      const value = form?.get(name) ?? url.searchParams.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
