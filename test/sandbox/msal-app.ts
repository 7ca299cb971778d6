import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

import {
  type AccountInfo,
  CryptoProvider,
  PublicClientApplication,
  ResponseMode,
} from "@azure/msal-node";

import type { OrganisationDescriptor } from "../../main/base/organisation.ts";
import {
  completeDeviceCode,
  completeSignIn,
  type DeviceCodeChoice,
  type SignInChoice,
} from "./browser.ts";
import { defaultScopes } from "./obtain-tokens.ts";

export interface Ask {
  readonly scopes?: readonly string[];
  readonly claims?: string;
}

/** The smallest desktop app there can be on the real MSAL, to prove the sample organisation against it. */
export function createMsalApp(descriptor: OrganisationDescriptor, cache?: string) {
  const { clientId, authority, authorityMetadata, knownAuthorities } = descriptor;
  const msal = new PublicClientApplication({
    auth: {
      clientId,
      authority,
      authorityMetadata,
      knownAuthorities: [...knownAuthorities],
      clientCapabilities: ["cp1"],
    },
  });
  if (cache !== undefined) msal.getTokenCache().deserialize(cache);
  return {
    async signIn(choice: SignInChoice = {}, ask: Ask = {}) {
      const { scopes = defaultScopes, claims } = ask;
      const asked = { scopes: [...scopes], ...(claims === undefined ? {} : { claims }) };
      const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
      const listener = await listenOnce();
      const { redirectUri } = listener;
      const url = await msal.getAuthCodeUrl({
        ...asked,
        redirectUri,
        codeChallenge: challenge,
        codeChallengeMethod: "S256",
        responseMode: ResponseMode.FORM_POST,
        prompt: "select_account",
        state: "state",
        nonce: "nonce",
      });
      const [form] = await Promise.all([listener.posted, completeSignIn(url, choice)]);
      const code = form.get("code") ?? "";
      if (code === "") return { refused: form.get("error_description"), result: null, url };
      const result = await msal.acquireTokenByCode(
        { ...asked, redirectUri, code, codeVerifier: verifier, nonce: "nonce", state: "state" },
        { code, state: form.get("state") ?? "" },
      );
      return { refused: null, result, url };
    },
    /** The person does their part as soon as there is a code, unless told to leave it. */
    async signInByCode(choice: DeviceCodeChoice | null = {}) {
      const outcomes: ReturnType<typeof completeDeviceCode>[] = [];
      const result = await msal.acquireTokenByDeviceCode({
        scopes: defaultScopes,
        deviceCodeCallback({ verificationUri, userCode }) {
          if (choice) outcomes.push(completeDeviceCode(verificationUri, userCode, choice));
        },
      });
      const [outcome] = await Promise.all(outcomes);
      return { result, outcome };
    },
    silently: (account: AccountInfo, forceRefresh = false, ask: Ask = {}) => {
      const { scopes = defaultScopes, claims } = ask;
      return msal.acquireTokenSilent({
        account,
        scopes: [...scopes],
        forceRefresh,
        ...(claims === undefined ? {} : { claims }),
      });
    },
    accounts: () => msal.getTokenCache().getAllAccounts(),
    cache: () => msal.getTokenCache().serialize(),
  };
}

async function listenOnce() {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a TCP server has no other kind of address
  const { port } = server.address() as AddressInfo;
  const posted = new Promise<URLSearchParams>((resolve) => {
    server.on("request", (request, response) => {
      response.end("You can close this page.");
      server.close();
      resolve(textOf(request).then((text) => new URLSearchParams(text)));
    });
  });
  return { redirectUri: `http://localhost:${port}`, posted };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of request.setEncoding("utf8")) chunks.push(String(chunk));
  return chunks.join("");
}
