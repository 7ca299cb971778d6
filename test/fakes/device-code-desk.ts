import { type DeviceCode, signInByCode } from "../../main/auth/sign-in/device-code.ts";
import type { OrganisationDescriptor } from "../../main/base/organisation.ts";
import { createFakeClock } from "./fake-clock.ts";
import { type Reply, scriptedNetwork } from "./scripted-network.ts";

export const contoso: OrganisationDescriptor = {
  clientId: "3f2a0f0e-5f0a-4a5e-9d0b-2f0d3a8c1b2c",
  authority: "https://login.microsoftonline.com/contoso.com",
  knownAuthorities: [],
  authorityMetadata: "",
  graphBaseUrl: "https://graph.microsoft.com/v1.0",
};

/** What Entra begins with. */
export const begun = {
  device_code: "device-code-1",
  user_code: "ABCD-1234",
  verification_uri: "https://microsoft.com/devicelogin",
  expires_in: 900,
  interval: 5,
};
export const start: Reply = { status: 200, json: begun };
export const tokens: Reply = { status: 200, json: { refresh_token: "refresh-1" } };
export const refusal = (error: string, more: object = {}): Reply => ({
  status: 400,
  json: { error, ...more },
});
export const pending = refusal("authorization_pending", { error_codes: [70016] });

/** One sign-in by code against answers from a list; each sleep moves the clock by itself. */
export async function signInWith(script: Reply[], organisation = contoso) {
  const clock = createFakeClock({ autoAdvance: true });
  const from = clock.now();
  const codes: DeviceCode[] = [];
  const askedAtSeconds: number[] = [];
  const { network, requests } = scriptedNetwork(script);
  const result = await signInByCode(
    {
      organisation,
      clock,
      newReference: () => "reference-1",
      network(request) {
        askedAtSeconds.push((clock.now() - from) / 1_000);
        return network(request);
      },
    },
    {
      signal: new AbortController().signal,
      scopes: ["User.Read", "OnlineMeetings.ReadWrite"],
      onCode: (code) => codes.push(code),
    },
  );
  const forms = requests.map(({ body = "" }) => Object.fromEntries(new URLSearchParams(body)));
  return { result, codes, requests, forms, askedAtSeconds, from };
}
