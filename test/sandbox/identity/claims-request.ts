import * as v from "valibot";

const claimed = v.nullish(
  v.looseObject({ value: v.optional(v.string()), values: v.optional(v.array(v.string())) }),
);

const claimsRequest = v.pipe(
  v.string(),
  v.parseJson(),
  v.looseObject({
    access_token: v.optional(v.looseObject({ acrs: claimed, nbf: claimed, xms_cc: claimed })),
  }),
);

/** What an app asks of its access token by the `claims` parameter. */
export interface AskedClaims {
  /** Authentication contexts: what the person must have done, "c1" say. */
  readonly acrs: readonly string[];
  /** Epoch seconds the token must not be older than. */
  readonly notBefore: number | null;
  /** What the app can do: "cp1" for claims challenges. */
  readonly capabilities: readonly string[];
}

const nothing: AskedClaims = { acrs: [], notBefore: null, capabilities: [] };

/**
 * Null where the parameter is not what it should be.
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function readClaims(text: string | null): AskedClaims | null {
  if (text === null) return nothing;
  const request = v.safeParse(claimsRequest, text);
  if (!request.success) return null;
  const { acrs, nbf, xms_cc: capabilities } = request.output.access_token ?? {};
  const [notBefore] = valuesOf(nbf);
  return {
    acrs: valuesOf(acrs),
    notBefore: notBefore === undefined ? null : Number(notBefore),
    capabilities: valuesOf(capabilities),
  };
}

const valuesOf = (asked: v.InferOutput<typeof claimed>): readonly string[] => [
  ...(asked?.value === undefined ? [] : [asked.value]),
  ...(asked?.values ?? []),
];

/** What an app must send along with its next interactive request, to get such a token. */
export const stepUpClaims = (acr: string): string =>
  JSON.stringify({ access_token: { acrs: { essential: true, value: acr } } });
