import { type ICachePlugin, LogLevel, PublicClientApplication } from "@azure/msal-node";

import type { Network } from "../base/network.ts";
import type { OrganisationDescriptor } from "../base/organisation.ts";
import { createMsalNetwork } from "./msal-network.ts";

export interface MsalClientDependencies {
  readonly organisation: OrganisationDescriptor;
  readonly network: Network;
  /** Cancels the requests of the call that runs now. */
  readonly signal: () => AbortSignal | null;
  /** Entra has too much to do; with its `Retry-After`. */
  readonly onBusy?: (retryAfter: string | null) => void;
  /** Without one the client keeps nothing. */
  readonly cachePlugin?: ICachePlugin;
}

export function createMsalClient(dependencies: MsalClientDependencies): PublicClientApplication {
  const { organisation, network, signal, cachePlugin, onBusy = () => undefined } = dependencies;
  const { clientId, authority, knownAuthorities, authorityMetadata } = organisation;
  return new PublicClientApplication({
    auth: {
      clientId,
      authority,
      knownAuthorities: [...knownAuthorities],
      // Says that we answer claims challenges: without it Graph never sends one, and just refuses.
      clientCapabilities: ["cp1"],
      ...(authorityMetadata === "" ? {} : { authorityMetadata }),
    },
    ...(cachePlugin ? { cache: { cachePlugin } } : {}),
    system: {
      networkClient: createMsalNetwork({ network, signal, onBusy }),
      loggerOptions: { loggerCallback: () => undefined, logLevel: LogLevel.Error },
    },
  });
}
